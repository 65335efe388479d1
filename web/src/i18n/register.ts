/** The texts of the public register, in both languages. */
import { register as en } from "./en/register.js";
import { register as nl } from "./nl/register.js";
import { useTexts } from "./texts.js";

/** The texts of the public register in the language of the page. */
export function useRegisterTexts() {
  return useTexts<typeof nl>({ nl, en });
}
