/** The texts of funds and of the list of rounds, in both languages. */
import { fund as en } from "./en/fund.js";
import { fund as nl } from "./nl/fund.js";
import { useTexts } from "./texts.js";

/** The texts of funds and of the list of rounds in the language of the page. */
export function useFundTexts() {
  return useTexts<typeof nl>({ nl, en });
}
