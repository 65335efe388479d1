/** The texts of the list of checks, in both languages. */
import { checks as en } from "./en/checks.js";
import { checks as nl } from "./nl/checks.js";
import { useTexts } from "./texts.js";

/** The texts of the list of checks in the language of the page. */
export function useChecksTexts() {
  return useTexts<typeof nl>({ nl, en });
}
