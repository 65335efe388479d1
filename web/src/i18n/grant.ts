/** The texts of grants, in both languages. */
import { grant as en } from "./en/grant.js";
import { grant as nl } from "./nl/grant.js";
import { useTexts } from "./texts.js";

/** The texts of grants in the language of the page. */
export function useGrantTexts() {
  return useTexts<typeof nl>({ nl, en });
}
