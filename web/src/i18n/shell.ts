/** The texts of the frame and the shared components, in both languages. */
import { shell as en } from "./en/shell.js";
import { shell as nl } from "./nl/shell.js";
import { useTexts } from "./texts.js";

/** The texts of the frame in the language of the page. */
export function useShellTexts() {
  return useTexts<typeof nl>({ nl, en });
}
