/** The state of lists of grants and payments that lives in their address. */
import { replacing } from "../../shell/replacing.js";

/** Absent: the first page, all states, no search. */
export interface GrantsSearch {
  readonly page?: number;
  readonly state?: "running" | "settling" | "settled" | "withdrawn";
  readonly search?: string;
}

const states = ["running", "settling", "settled", "withdrawn"] as const;

const pageOf = (value: unknown) => {
  const page = Number(value);
  return Number.isSafeInteger(page) && page > 1 ? page : undefined;
};

/** Reads the query string of the list of grants; what cannot be is left out. */
export function readGrantsSearch({ page, state, search }: Record<string, unknown>): GrantsSearch {
  return replacing<GrantsSearch>({
    page: pageOf(page),
    state: states.find((each) => each === state),
    search: typeof search === "string" && search !== "" ? search.slice(0, 200) : undefined,
  });
}

/** Absent: the first page, all states. */
export interface PaymentsSearch {
  readonly page?: number;
  readonly state?: "proposed" | "approved" | "ordered" | "paid" | "rejected";
}

/** The states of payment orders in the order in which they follow each other. */
export const paymentStates = ["proposed", "approved", "ordered", "paid", "rejected"] as const;

/** Reads the query string of the list of payments. */
export function readPaymentsSearch({ page, state }: Record<string, unknown>): PaymentsSearch {
  return replacing<PaymentsSearch>({
    page: pageOf(page),
    state: paymentStates.find((each) => each === state),
  });
}
