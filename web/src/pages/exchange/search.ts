/** The state of a preview that lives in its address. */
import { replacing } from "../../shell/replacing.js";

/** Outcomes of a row, as the API names them. */
export const OUTCOMES = ["error", "new", "changed", "unchanged"] as const;

/** Everything absent is at its default. */
export interface ImportSearch {
  readonly page?: number | undefined;
  readonly outcome?: (typeof OUTCOMES)[number] | undefined;
}

/** Reads the state from an address; what makes no sense is left out, never an error. */
export function readImportSearch(raw: Record<string, unknown>): ImportSearch {
  const page = Number(raw.page);
  return replacing<ImportSearch>({
    page: Number.isSafeInteger(page) && page > 1 ? page : undefined,
    outcome: OUTCOMES.find((each) => each === raw.outcome),
  });
}
