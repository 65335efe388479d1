/** The figures a fund puts behind its clause. */
import type { FundDefinition } from "@voorsprong/programme";
import type { Queryable } from "@voorsprong/store";
import type { InstrumentStatus } from "../kernel/instrument.js";
import type { MoneyFigure, Risk } from "../kernel/views.js";
import { besideRounds } from "./grants/fund-money.js";
import { moneyOfFund } from "./grants/money.js";
import { fundTotals, getDecision } from "./rounds/store/index.js";
import type { DecisionFigures } from "./rounds/summarise-decision.js";

const notMeasured: MoneyFigure = { cents: null, evidence: null, example: false };

/**
 * Committed: what opened calls and rounds may award. Decided: what published decisions award. Paid and settled: what the
 * ledger says of the grants. All four are of what is real or all are of examples.
 */
export async function fundStatus(
  from: Queryable,
  fund: FundDefinition,
  now: Date,
): Promise<InstrumentStatus> {
  const real = await statusOf(from, fund, false, now);
  if (real !== null) return real;
  return (await statusOf(from, fund, true, now)) ?? { money: noMoney, lastDecision: null, risks: [] };
}

async function statusOf(
  from: Queryable,
  fund: FundDefinition,
  example: boolean,
  now: Date,
): Promise<InstrumentStatus | null> {
  const totals = (await fundTotals(from, fund.id)).find((line) => line.example === example);
  const { opened, granted } = await besideRounds(from, fund.id, example, now);
  const money = await moneyOfFund(from, fund.id, example);
  if (totals === undefined && opened === 0 && granted === 0) return null;
  const lastDecision = totals?.lastDecision ?? null;
  const last = lastDecision === null ? null : await getDecision(from, lastDecision.roundId);
  const known = (cents: number | null, evidence: string): MoneyFigure =>
    cents === null ? notMeasured : { cents, evidence, example };
  const ledger = `/funds/${fund.id}/money`;
  const awarded = granted > 0 || money.granted > 0;
  const decided = lastDecision === null ? null : (totals?.decided ?? 0);
  return {
    money: {
      committed: known((totals?.committed ?? 0) + opened, `/funds/${fund.id}`),
      decided: known(
        decided === null && granted === 0 ? null : (decided ?? 0) + granted,
        lastDecision === null ? ledger : `/rounds/${lastDecision.roundId}`,
      ),
      paid: known(awarded ? money.paid : null, ledger),
      settled: known(money.settled, ledger),
    },
    lastDecision,
    risks: last === null ? [] : decisionRisks(last.roundId, last.summary as unknown as DecisionFigures),
  };
}

const noMoney = { committed: notMeasured, decided: notMeasured, paid: notMeasured, settled: notMeasured };

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
