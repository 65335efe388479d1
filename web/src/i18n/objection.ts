/** The texts on objections, in both languages. */
import { objection as en } from "./en/objection.js";
import { objection as nl } from "./nl/objection.js";
import { useTexts } from "./texts.js";

/** The texts on objections in the language of the page. */
export function useObjectionTexts() {
  return useTexts<typeof nl>({ nl, en });
}
