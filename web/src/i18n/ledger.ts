/** The texts of the ledger page, in both languages. */
import { ledger as en } from "./en/ledger.js";
import { ledger as nl } from "./nl/ledger.js";
import { useTexts } from "./texts.js";

/** The texts of the ledger page in the language of the page. */
export function useLedgerTexts() {
  return useTexts<typeof nl>({ nl, en });
}
