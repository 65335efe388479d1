/** The texts of the pages on reviewing, in both languages. */
import { review as en } from "./en/review.js";
import { review as nl } from "./nl/review.js";
import { useTexts } from "./texts.js";

/** The texts of the pages on reviewing in the language of the page. */
export function useReviewTexts() {
  return useTexts<typeof nl>({ nl, en });
}
