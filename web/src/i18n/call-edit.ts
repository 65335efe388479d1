/** The texts of the pages on which a call is made, in both languages. */
import { callEdit as en } from "./en/call-edit.js";
import { callEdit as nl } from "./nl/call-edit.js";
import { useTexts } from "./texts.js";

/** The texts of the pages on which a call is made in the language of the page. */
export function useCallEditTexts() {
  return useTexts<typeof nl>({ nl, en });
}
