/** The figures a fund puts behind its clause. */
import type { FundDefinition } from "@voorsprong/programme";
import type { Queryable } from "@voorsprong/store";
import type { InstrumentStatus } from "../kernel/instrument.js";
import type { MoneyFigure, Risk } from "../kernel/views.js";
import { fundTotals, getDecision } from "./rounds/store/index.js";
import type { DecisionFigures } from "./rounds/summarise-decision.js";

const notMeasured: MoneyFigure = { cents: null, evidence: null, example: false };

/** Committed: what opened rounds may award. Decided: what published decisions award. Nothing is paid here yet. */
export async function fundStatus(from: Queryable, fund: FundDefinition): Promise<InstrumentStatus> {
  // One line for real rounds, one for examples; example money is shown only where there is nothing real.
  const totals = await fundTotals(from, fund.id);
  const counted = totals.find(({ example }) => !example) ?? totals[0];
  if (counted === undefined) return { money: noMoney, lastDecision: null, risks: [] };
  const { example, committed, decided, decisions, lastDecision } = counted;
  const last = lastDecision === null ? null : await getDecision(from, lastDecision.roundId);
  return {
    money: {
      committed: { cents: committed, evidence: `/funds/${fund.id}`, example },
      decided:
        decisions === 0 || lastDecision === null
          ? notMeasured
          : { cents: decided, evidence: `/rounds/${lastDecision.roundId}`, example },
      paid: notMeasured,
    },
    lastDecision,
    risks: last === null ? [] : decisionRisks(last.roundId, last.summary as unknown as DecisionFigures),
  };
}

const noMoney = { committed: notMeasured, decided: notMeasured, paid: notMeasured };

/** What the last decision itself says may go wrong. */
export function decisionRisks(roundId: string, { rule, outcome, level }: DecisionFigures): Risk[] {
  const evidence = `/rounds/${roundId}`;
  if (outcome.status === "infeasible")
    return [
      {
        id: `${roundId}/infeasible`,
        severity: "high",
        text: {
          nl: "In de laatste ronde voldeed geen enkele keuze van aanvragen aan alle grenzen; er is niets toegekend.",
          en: "In the last round no selection of applications met all limits; nothing was awarded.",
        },
        evidence,
      },
    ];
  if (outcome.breaches.length > 0)
    return [
      {
        id: `${roundId}/breaches`,
        severity: "high",
        text: {
          nl: `De laatste uitkomst houdt zich niet aan ${outcome.breaches.length} van de grenzen.`,
          en: `The last outcome does not keep to ${outcome.breaches.length} of the limits.`,
        },
        evidence,
      },
    ];
  // Of parts of applications there is no best outcome to be close to.
  if (level === "C" && rule !== "pro-rata")
    return [
      {
        id: `${roundId}/unproven`,
        severity: "medium",
        text: {
          nl: "Van de laatste uitkomst is niet bewezen hoe dicht zij bij de best mogelijke ligt.",
          en: "It is not proven how close the last outcome is to the best possible one.",
        },
        evidence,
      },
    ];
  return [];
}
