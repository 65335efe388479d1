/** The texts of the accord and its clauses, in both languages. */
import { accord as en } from "./en/accord.js";
import { accord as nl } from "./nl/accord.js";
import { useTexts } from "./texts.js";

/** The texts of the accord and its clauses in the language of the page. */
export function useAccordTexts() {
  return useTexts<typeof nl>({ nl, en });
}
