/** The texts of the round pages, in both languages. */
import { round as en } from "./en/round.js";
import { round as nl } from "./nl/round.js";
import { useTexts } from "./texts.js";

/** The texts of the round pages in the language of the page. */
export function useRoundTexts() {
  return useTexts<typeof nl>({ nl, en });
}

/** What `useRoundTexts` gives. */
export type RoundTexts = ReturnType<typeof useRoundTexts>;
