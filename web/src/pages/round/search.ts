/** The state of a round's page that lives in its address, so that any view can be linked to, left and found again. */

import { RULES, type Rule } from "@voorsprong/allocation";
import { replacing } from "../../shell/replacing.js";

/** The parts of the page; the overview has no name in the address. */
export const SECTIONS = ["overview", "outcome", "map", "applications", "what-if", "verify"] as const;
export type SectionName = (typeof SECTIONS)[number];

/** Orders of the applications table, as the API names them. */
export const SORTS = [
  "-score",
  "score",
  "-requested",
  "requested",
  "received",
  "-received",
  "id",
  "-id",
] as const;
export type Sort = (typeof SORTS)[number];

/** Outcomes to filter on, as the API names them. */
export const OUTCOMES = ["funded", "unfunded", "changed"] as const;
export type OutcomeFilter = (typeof OUTCOMES)[number];

/** What the map shows. */
export const MEASURES = ["awarded", "rate", "requested", "applications"] as const;
export type Measure = (typeof MEASURES)[number];

/** The whole state; everything absent is at its default. */
export interface RoundSearch {
  readonly section?: Exclude<SectionName, "overview">;
  /** Applications: page from 1. */
  readonly page?: number;
  readonly sort?: Sort;
  readonly search?: string;
  /** `TAG:VALUE`, as the API takes it. */
  readonly tag?: readonly string[];
  readonly outcome?: OutcomeFilter;
  /** The application whose explanation is open. */
  readonly application?: string;
  /** The tag by which the outcome is divided. */
  readonly group?: string;
  readonly measure?: Measure;
  /** ISO 3166-2:NL code. */
  readonly province?: string;
  /** What-if: new amounts, numbers and shares per row id, as decimal strings. */
  readonly changes?: Readonly<Record<string, string>>;
  readonly rule?: Rule;
}

const oneOf = <T extends string>(names: readonly T[], value: unknown): T | undefined =>
  names.find((name) => name === value);

/** Text that an address held; numbers too, because `?search=2027` reads as one. */
const text = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number" ? String(value) || undefined : undefined;

/** Filters as the API takes them: a tag, a colon, a value. */
const filters = (value: unknown): readonly string[] | undefined => {
  const list = (Array.isArray(value) ? value : [value])
    .flatMap((item) => text(item) ?? [])
    .filter((item) => /^[^:]+:./.test(item));
  return list.length > 0 ? list : undefined;
};

/** What an amount, a number or a share can look like. */
const DECIMAL = /^\d{1,16}(\.\d{1,14})?$/;

function record(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value).flatMap(([key, item]) => {
    const known = text(item);
    return known !== undefined && DECIMAL.test(known) ? [[key, known] as const] : [];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** Reads the state from an address; what makes no sense is left out, never an error. */
export function readRoundSearch(raw: Record<string, unknown>): RoundSearch {
  const section = oneOf(SECTIONS, raw.section);
  const page = Number(raw.page);
  return replacing<RoundSearch>({
    section: section === "overview" ? undefined : section,
    page: Number.isSafeInteger(page) && page > 1 ? page : undefined,
    sort: oneOf(SORTS, raw.sort),
    search: text(raw.search),
    tag: filters(raw.tag),
    outcome: oneOf(OUTCOMES, raw.outcome),
    application: text(raw.application),
    group: text(raw.group),
    measure: oneOf(MEASURES, raw.measure),
    province: text(raw.province),
    changes: record(raw.changes),
    rule: oneOf(RULES, raw.rule),
  });
}
