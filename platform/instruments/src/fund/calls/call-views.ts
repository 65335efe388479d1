/** Calls as pages show them. */
import { type CallDefinition, differencesBetween } from "@voorsprong/call-form";
import type { Programme } from "@voorsprong/programme";
import type { Json } from "@voorsprong/store";
import type { Localised } from "../../kernel/views.js";
import type { CallVersion } from "./read-versions.js";
import type { CallRecord } from "./record.js";
import type { CallSummary, CallVersionList, CallView } from "./views.js";

type Parts = { readonly [name: string]: Json };

const objectOf = (value: Json | undefined): Parts =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Parts) : {};

/** A text of a draft, null where it is not there in both languages yet. */
export function localisedOf(value: Json | undefined): Localised | null {
  const { nl, en } = objectOf(value);
  return typeof nl === "string" && typeof en === "string" ? { nl, en } : null;
}

/** All budgets together; null where a draft says nothing usable. */
function budgetOf(definition: Parts): number | null {
  const { budgets } = definition;
  if (!Array.isArray(budgets)) return null;
  const amounts = budgets.map((budget: Json) => objectOf(budget).amount);
  if (!amounts.every((amount) => typeof amount === "number" && Number.isSafeInteger(amount) && amount >= 0))
    return null;
  const total = (amounts as number[]).reduce((sum, amount) => sum + BigInt(amount), 0n);
  return total <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(total) : null;
}

/** A call in a list. */
export function callSummary(call: CallRecord, { funds }: Pick<Programme, "funds">): CallSummary {
  const definition = objectOf(call.definition);
  const fund = funds.find(({ id }) => id === call.fundId);
  return {
    id: call.id,
    fundId: call.fundId,
    fundTitle: fund?.title ?? { nl: call.fundId, en: call.fundId },
    title: call.title,
    summary: localisedOf(definition.summary),
    opens: call.opens.toISOString(),
    closes: call.closes.toISOString(),
    state: call.state,
    version: call.version,
    budgetCents: budgetOf(definition),
    origin: call.origin,
    example: call.example,
  };
}

/** One call. @param applications submitted ones, null where the reader may not know */
export function callView(
  call: CallRecord,
  programme: Pick<Programme, "funds">,
  applications: number | null,
): CallView {
  return {
    ...callSummary(call, programme),
    revision: call.revision,
    hash: call.hash,
    definition: { ...objectOf(call.definition) },
    applications,
  };
}

/** Versions, each with what is different from the one before it. */
export function versionViews(versions: readonly CallVersion[]): CallVersionList {
  const definitions = versions.map(({ document }) => JSON.parse(document) as CallDefinition);
  return {
    items: versions.map(({ version, hash, publishedAt, reason, ledgerSeq }, index) => {
      const [before, after] = [definitions[index - 1], definitions[index]];
      return {
        version,
        hash,
        publishedAt: publishedAt.toISOString(),
        reason,
        ledgerSeq,
        differences:
          before === undefined || after === undefined ? [] : [...differencesBetween(before, after)],
      };
    }),
  };
}
