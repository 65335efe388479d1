/** The texts of calls, in both languages. */
import { call as en } from "./en/call.js";
import { call as nl } from "./nl/call.js";
import { useTexts } from "./texts.js";

/** The texts of calls in the language of the page. */
export function useCallTexts() {
  return useTexts<typeof nl>({ nl, en });
}
