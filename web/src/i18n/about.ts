/** The texts of the page on how it works, in both languages. */
import { about as en } from "./en/about.js";
import { about as nl } from "./nl/about.js";
import { useTexts } from "./texts.js";

/** The texts of the page on how it works in the language of the page. */
export function useAboutTexts() {
  return useTexts<typeof nl>({ nl, en });
}
