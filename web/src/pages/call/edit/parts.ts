/** The parts of a call as the editor shows them one by one. */
import type { CallDefinition } from "@voorsprong/call-form";
import type { FundView } from "@voorsprong/server/contract";

/** In the order in which a call is made. */
export const PARTS = [
  "general",
  "form",
  "conditions",
  "criteria",
  "division",
  "grant",
  "try",
  "publish",
] as const;
export type Part = (typeof PARTS)[number];

/** What each part of the editor works on. */
export interface PartProps {
  readonly call: CallDefinition;
  readonly fund: FundView;
  readonly onChange: (call: CallDefinition) => void;
}

/** Where the fields of each part stand in the call. */
const FIELDS: Readonly<Record<Exclude<Part, "try" | "publish">, readonly string[]>> = {
  general: [
    "title",
    "summary",
    "legalBasis",
    "opens",
    "closes",
    "budgets",
    "id",
    "fund",
    "format",
    "assumptions",
  ],
  form: ["form"],
  conditions: ["eligibility"],
  criteria: ["criteria", "threshold", "review"],
  division: ["rule", "misfit", "limits", "tieBreak"],
  grant: ["aid", "grant", "objectionWeeks", "decisionWeeks", "retention"],
};

/** The part in which an error can be mended. */
export function partOf(pointer: string): Part {
  const field = pointer.split("/")[1] ?? "";
  const found = Object.entries(FIELDS).find(([, fields]) => fields.includes(field));
  return (found?.[0] as Part | undefined) ?? "general";
}
