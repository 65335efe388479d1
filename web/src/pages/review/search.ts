/** What the pages on reviewing keep in their query strings. */
import { replacing } from "../../shell/replacing.js";

/** Which of the own reviews. */
export const OWN_STATES = ["todo", "assigned", "open", "submitted", "all"] as const;
/** Which applications in the assignment. */
export const ASSIGNMENT_FILTERS = ["all", "lacking", "late"] as const;
/** Which applications in a panel, and in which order. */
export const PANEL_FILTERS = ["all", "discuss", "failed", "consensus"] as const;
export const PANEL_SORTS = ["rank", "rawRank", "-range", "-change", "number"] as const;

const pageOf = (value: unknown): number | undefined => {
  const page = Number(value);
  return Number.isSafeInteger(page) && page > 1 ? page : undefined;
};

/** One of a list, unless it is the first, which is what is shown anyway. */
function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.slice(1).find((each) => each === value);
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value.slice(0, 200) : undefined;

/** State of a reviewer's page. */
export interface OwnSearch {
  page?: number;
  state?: (typeof OWN_STATES)[number];
}

export const readOwnSearch = (search: Record<string, unknown>): OwnSearch =>
  replacing<OwnSearch>({ page: pageOf(search.page), state: oneOf(OWN_STATES, search.state) });

/** State of the list of assignments. */
export interface AssignmentSearch {
  page?: number;
  filter?: (typeof ASSIGNMENT_FILTERS)[number];
  search?: string;
}

export const readAssignmentSearch = (search: Record<string, unknown>): AssignmentSearch =>
  replacing<AssignmentSearch>({
    page: pageOf(search.page),
    filter: oneOf(ASSIGNMENT_FILTERS, search.filter),
    search: textOf(search.search),
  });

/** State of the list of a panel. */
export interface PanelSearch {
  page?: number;
  filter?: (typeof PANEL_FILTERS)[number];
  sort?: (typeof PANEL_SORTS)[number];
  search?: string;
}

export const readPanelSearch = (search: Record<string, unknown>): PanelSearch =>
  replacing<PanelSearch>({
    page: pageOf(search.page),
    filter: oneOf(PANEL_FILTERS, search.filter),
    sort: oneOf(PANEL_SORTS, search.sort),
    search: textOf(search.search),
  });
