/** The texts on deciding and letters, in both languages. */
import { decision as en } from "./en/decision.js";
import { decision as nl } from "./nl/decision.js";
import { useTexts } from "./texts.js";

/** The texts on deciding in the language of the page. */
export function useDecisionTexts() {
  return useTexts<typeof nl>({ nl, en });
}
