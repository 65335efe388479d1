/** The state of the register that lives in its address, so that any search can be linked to. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { AwardFilter } from "../../api/register-queries.js";
import { replacing } from "../../shell/replacing.js";

/** Orders of the list, as the API names them. */
export const SORTS = ["-awardedOn", "awardedOn", "-granted", "granted", "dossier", "-dossier"] as const;
/** Where a grant can stand. */
export const STATES = ["running", "settling", "settled", "withdrawn"] as const;

/** The whole state; everything absent is at its default. */
export interface RegisterSearch extends AwardFilter {
  readonly page?: number | undefined;
  readonly sort?: (typeof SORTS)[number] | undefined;
}

const text = (value: unknown) =>
  (typeof value === "string" || typeof value === "number") && String(value) !== ""
    ? String(value)
    : undefined;

const whole = (value: unknown, least: number) => {
  const number = Number(value);
  return Number.isSafeInteger(number) && number >= least ? number : undefined;
};

/** Reads the state from an address; what makes no sense is left out, never an error. */
export function readRegisterSearch(raw: Record<string, unknown>): RegisterSearch {
  return replacing<RegisterSearch>({
    example: raw.example === "true" || raw.example === true ? "true" : undefined,
    search: text(raw.search),
    fundId: text(raw.fundId),
    region: text(raw.region),
    theme: text(raw.theme),
    size: text(raw.size),
    state: STATES.find((each) => each === raw.state),
    year: whole(raw.year, 1900),
    page: whole(raw.page, 2),
    sort: SORTS.find((each) => each === raw.sort),
  });
}

/** The state in the address, and a function that changes parts of it; a change of the filter goes to the first page. */
export function useRegisterSearch(): readonly [RegisterSearch, (patch: RegisterSearch) => void] {
  const search = useSearch({ from: "/$lang/register" });
  const navigate = useNavigate({ from: "/$lang/register" });
  return [
    search,
    (patch) =>
      void navigate({
        search: (last) => ({ ...last, page: undefined, ...patch }) as RegisterSearch,
        replace: true,
        resetScroll: false,
      }),
  ];
}

/** The part of the state that chooses awards. */
export function filterOf({ page: _page, sort: _sort, ...filter }: RegisterSearch): AwardFilter {
  return filter;
}
