/** Reads everything of a call but its form: money, criteria, rule, aid, periods. */
import {
  AID_BASES,
  CALL_FORMAT,
  CALL_PARTS,
  type CallDefinition,
  type Limit,
} from "../definition/call-definition.js";
import { flag, list, localised, matching, object, oneOf, optional, type Reader, whole } from "./kit.js";
import { expression, form, slug } from "./read-form.js";

const MOMENT_HINT = {
  nl: "Hier hoort een bestaand moment te staan met het verschil met UTC, zoals 2027-01-15T09:00:00+01:00.",
  en: "A moment that exists with its offset from UTC is expected here, such as 2027-01-15T09:00:00+01:00.",
};

/** A moment that exists, ISO 8601 with an offset, to the second at least. */
const moment: Reader<string> = (value, at) => {
  const read = matching(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(?:Z|[+-]\d{2}:\d{2})$/,
    MOMENT_HINT,
  )(value, at);
  if (read === undefined) return undefined;
  const day = new Date(`${read.slice(0, 10)}T00:00:00Z`);
  const exists = !Number.isNaN(Date.parse(read)) && day.toISOString().slice(0, 10) === read.slice(0, 10);
  return exists ? read : matching(/^$/, MOMENT_HINT)(read, at);
};

const bp = whole(0, 10_000);
const cents = whole(0);

const share = matching(/^(?:0(?:\.\d{0,11}[1-9])?|1)$/, {
  nl: 'Hier hoort een deel van 0 tot 1 te staan als tekst, zoals "0.05" voor 5%.',
  en: 'A share from 0 to 1 is expected here as text, such as "0.05" for 5%.',
});
const tagged = {
  tag: oneOf("theme", "region", "size"),
  value: matching(/^[^\s|](?:[^|]*[^\s|])?$/, {
    nl: "Hier hoort een waarde te staan, zonder | en zonder spaties eromheen.",
    en: "A value is expected here, without | and without spaces around it.",
  }),
  reason: localised,
};
const shareLimit = object({
  kind: oneOf("share"),
  ...tagged,
  min: optional(share),
  max: optional(share),
  of: oneOf("awarded", "budget"),
  budget: optional(slug),
});
const amountLimit = object({
  kind: oneOf("amount"),
  ...tagged,
  min: optional(cents),
  max: optional(cents),
  budget: optional(slug),
});
const countLimit = object({
  kind: oneOf("count"),
  ...tagged,
  min: optional(whole(0, 1_000_000)),
  max: optional(whole(0, 1_000_000)),
});
const limit: Reader<Limit> = (value, at) => {
  const kind = typeof value === "object" && value !== null ? (value as { kind?: unknown }).kind : undefined;
  if (kind === "amount") return amountLimit(value, at);
  return kind === "count" ? countLimit(value, at) : shareLimit(value, at);
};

const rule = object({
  id: slug,
  expression,
  effect: oneOf("refuse", "flag"),
  reason: localised,
});

const criterion = object({
  id: slug,
  title: localised,
  description: optional(localised),
  anchors: list(object({ points: whole(0, 1000), text: localised }), 2, 20),
  weight: bp,
  max: whole(1, 1000),
  threshold: optional(whole(0, 1000)),
});

const advance = object({
  percent: whole(1, 10_000),
  when: object({ after: oneOf("award", "start"), months: whole(0, 240) }),
});

/** Reads the shape of a call; {@link "../reading/consistency.js"} checks what its parts say together. */
export const callShape: Reader<CallDefinition> = object({
  format: oneOf(CALL_FORMAT),
  id: slug,
  fund: slug,
  title: localised,
  summary: localised,
  legalBasis: optional(localised),
  opens: moment,
  closes: moment,
  budgets: list(object({ id: slug, amount: cents }), 1, 100),
  form,
  eligibility: list(rule, 0, 100),
  criteria: list(criterion, 0, 30),
  threshold: optional(bp),
  review: object({
    reviewers: whole(0, 9),
    blind: flag,
    normalisation: oneOf("none", "mean", "z-score", "quantile"),
    days: whole(1, 365),
  }),
  rule: oneOf("optimal", "ranking", "first-come", "lottery", "pro-rata"),
  misfit: oneOf("skip", "stop"),
  limits: list(limit, 0, 100),
  tieBreak: object({
    method: oneOf("lot"),
    seed: oneOf("published-before-opening", "drawn-by-ledger"),
    money: optional(object({ step: whole(1) })),
  }),
  aid: object({
    basis: list(oneOf(...AID_BASES), 1, AID_BASES.length),
    choice: oneOf("application", "work-package"),
  }),
  grant: object({
    minimum: optional(cents),
    maximum: optional(cents),
    advances: list(advance, 0, 40),
    reportEveryMonths: whole(0, 60),
  }),
  objectionWeeks: oneOf(6),
  decisionWeeks: whole(1, 104),
  retention: object({ granted: whole(1, 100), refused: whole(1, 100) }),
  assumptions: list(
    object({ covers: list(oneOf(...CALL_PARTS), 1, CALL_PARTS.length), text: localised }),
    0,
    50,
  ),
});
