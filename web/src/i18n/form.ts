/** The texts of the fields of a form, in both languages. */
import { form as en } from "./en/form.js";
import { form as nl } from "./nl/form.js";
import { useTexts } from "./texts.js";

/** The texts of the fields of a form in the language of the page. */
export function useFormTexts() {
  return useTexts<typeof nl>({ nl, en });
}
