/** The state of the pages of applications in their addresses. */
import { replacing } from "../../shell/replacing.js";
import { isStep, type Step } from "./editor/steps.js";

/** The state of the officer's list. */
export interface ApplicationsSearch {
  readonly page?: number;
  readonly sort?: string;
  readonly state?: string;
  readonly theme?: string;
  readonly region?: string;
  readonly size?: string;
  readonly search?: string;
  readonly flagged?: string;
}

const SORTS = ["number", "-received", "-requested", "requested", "-changed"];
const STATES = ["submitted", "returned", "withdrawn"];

const text = (value: unknown, among?: readonly string[]): string | undefined => {
  const given = typeof value === "number" || typeof value === "boolean" ? String(value) : value;
  if (typeof given !== "string" || given === "") return undefined;
  return among === undefined || among.includes(given) ? given : undefined;
};

/** Reads the state of the officer's list; what makes no sense is left out. */
export function readApplicationsSearch(search: Record<string, unknown>): ApplicationsSearch {
  const page = Number(search.page);
  return replacing<ApplicationsSearch>({
    page: Number.isSafeInteger(page) && page > 1 ? page : undefined,
    sort: text(search.sort, SORTS),
    state: text(search.state, STATES),
    theme: text(search.theme),
    region: text(search.region),
    size: text(search.size, ["micro", "small", "medium", "large"]),
    search: text(search.search),
    flagged: text(search.flagged, ["true"]),
  });
}

/** Reads which step of the editor is shown. */
export function readStepSearch(search: Record<string, unknown>): { step?: Step } {
  return replacing<{ step?: Step }>({ step: isStep(search.step) ? search.step : undefined });
}
