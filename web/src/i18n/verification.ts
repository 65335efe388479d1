/** The texts of checks, in both languages. */
import { verification as en } from "./en/verification.js";
import { verification as nl } from "./nl/verification.js";
import { useTexts } from "./texts.js";

/** The texts of checks in the language of the page. */
export function useVerificationTexts() {
  return useTexts<typeof nl>({ nl, en });
}
