/** The texts of lists and archives, in both languages. */
import { exchange as en } from "./en/exchange.js";
import { exchange as nl } from "./nl/exchange.js";
import { useTexts } from "./texts.js";

/** The texts of lists and archives in the language of the page. */
export function useExchangeTexts() {
  return useTexts<typeof nl>({ nl, en });
}
