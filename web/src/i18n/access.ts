/** The texts of signing in, accounts, organisations and roles, in both languages. */
import { access as en } from "./en/access.js";
import { access as nl } from "./nl/access.js";
import { useTexts } from "./texts.js";

/** The texts of signing in, accounts, organisations and roles in the language of the page. */
export function useAccessTexts() {
  return useTexts<typeof nl>({ nl, en });
}
