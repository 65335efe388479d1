/** The texts of applications, in both languages. */
import { application as en } from "./en/application.js";
import { application as nl } from "./nl/application.js";
import { useTexts } from "./texts.js";

/** The texts of applications in the language of the page. */
export function useApplicationTexts() {
  return useTexts<typeof nl>({ nl, en });
}
