/**
 * A draft as places that change by themselves: each part of the application, and each answer. Two people who work on
 * different places never get in each other's way.
 */
import type { ApplicationDocument, ApplicationParts } from "@voorsprong/server/contract";
import { isDate } from "@voorsprong/state-aid";

/** The parts that are places of their own. */
export const PARTS = [
  "title",
  "summary",
  "contact",
  "lead",
  "project",
  "workPackages",
  "partners",
  "costs",
  "aid",
  "funding",
  "requested",
] as const;
export type Part = (typeof PARTS)[number];

/** A part, or `answers/ID`. */
export type Place = string;

/** Values by place; undefined takes an answer away. */
export type Changes = Readonly<Record<Place, unknown>>;

/** What of `lead` an applicant may correct. */
const LEAD = ["region", "size", "employees"] as const;

const ANSWER = "answers/";

/** The place of an answer. */
export function answerPlace(question: string): Place {
  return ANSWER + question;
}

/** What stands at a place. */
export function valueAt(document: ApplicationDocument, place: Place): unknown {
  if (place.startsWith(ANSWER)) return document.answers?.[place.slice(ANSWER.length)];
  if (place !== "lead") return document[place as Exclude<Part, "lead">];
  return Object.fromEntries(LEAD.map((name) => [name, document.lead[name] ?? null]));
}

/** The document with changes in it. */
export function withPlaces(document: ApplicationDocument, changes: Changes): ApplicationDocument {
  const answers = { ...document.answers };
  const parts: Record<string, unknown> = {};
  for (const [place, value] of Object.entries(changes)) {
    if (!place.startsWith(ANSWER)) parts[place] = value;
    else if (value === undefined || value === null) delete answers[place.slice(ANSWER.length)];
    else answers[place.slice(ANSWER.length)] = value as never;
  }
  const { lead, ...rest } = parts;
  return { ...document, ...rest, answers, lead: { ...document.lead, ...(lead as object) } };
}

/** Whether two values say the same, whatever the order of their names. */
export function same(one: unknown, other: unknown): boolean {
  return stable(one) === stable(other);
}

/** Text of a value with names in order; absent, null and nothing said are alike. */
function stable(value: unknown): string {
  if (value === undefined || value === null || value === "") return "null";
  if (Array.isArray(value)) return `[${value.map(stable).join(",")}]`;
  if (typeof value !== "object") return JSON.stringify(value);
  const members = Object.entries(value)
    .map(([name, inner]) => [name, stable(inner)] as const)
    .filter(([, inner]) => inner !== "null")
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, inner]) => `${JSON.stringify(name)}:${inner}`).join(",")}}`;
}

/** Text that could not be read as an amount or a day stays in the browser until it can be. */
function sendable(value: unknown, name = ""): unknown {
  if (Array.isArray(value)) return value.map((each) => sendable(each));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sendable(inner, key)]));
  const isNumber = ["cents", "year", "employees", "allowed", "operationYears"].includes(name);
  const isDay = ["start", "end", "startOfWorks"].includes(name);
  if (isNumber && (typeof value !== "number" || value < 0)) return null;
  // Whole annual work units, rounded down: part of a unit never makes an organisation larger.
  if (name === "employees") return Math.floor(value as number);
  return isDay && !isDate(String(value)) ? null : value;
}

/** Changes as the API takes them. */
export function toParts(changes: Changes): ApplicationParts {
  const parts: Record<string, unknown> = {};
  const answers: Record<string, unknown> = {};
  for (const [place, value] of Object.entries(changes))
    if (place.startsWith(ANSWER)) answers[place.slice(ANSWER.length)] = value ?? null;
    else if (place === "requested")
      parts[place] = Object.fromEntries(
        Object.entries((value ?? {}) as object).map(([id, cents]) => [
          id,
          typeof cents === "number" ? cents : null,
        ]),
      );
    else parts[place] = sendable(value);
  return { ...parts, ...(Object.keys(answers).length > 0 && { answers }) } as ApplicationParts;
}
