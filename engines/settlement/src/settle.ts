/**
 * Settlement (vaststelling, Awb 4:46): the grant recomputed on what was really done and spent. It is never higher than
 * the grant, and everything that makes it lower is a line with its ground.
 */
import type { Ground, Reduction } from "./grounds.js";
import { basisPoints, checkCents, checkShare, type Fraction, partOf, sumOf, whole } from "./model/exact.js";
import { type Line, type Localised, SettlementInputError } from "./model/line.js";
import type { Regime } from "./regime.js";
import {
  conclusion,
  costLine,
  fixedAmount,
  limitLine,
  reductionLine,
  wholeGrant,
} from "./settlement-lines.js";

/** A cost as it was budgeted and as it is claimed. */
export interface ClaimedCost {
  readonly id: string;
  readonly workPackage: string;
  readonly participant: string;
  /** What it is called in the lines. */
  readonly name: Localised;
  readonly claimedCents: number;
  /** The part of the cost the grant pays: the intensity in the grant decision, exact. */
  readonly rate: Fraction;
}

/** What a settlement is computed from. */
export interface SettlementInput {
  /** The most that was granted, in cents. */
  readonly grantCents: number;
  readonly regime: Regime;
  /** Asked by the recipient, or settled of the authority's own accord (Awb 4:47). */
  readonly initiative: "recipient" | "authority";
  /** Used where the regime is `costs`. */
  readonly costs: readonly ClaimedCost[];
  /** The most a participant was granted; participants that are absent have no limit of their own. */
  readonly participantLimits: readonly { readonly participant: string; readonly cents: number }[];
  readonly reductions: readonly Reduction[];
  /** Advances that were paid and not paid back. */
  readonly paidCents: number;
}

/** What a cost counts for. */
export interface SettledCost {
  readonly id: string;
  readonly claimedCents: number;
  /** What is left of it after reductions. */
  readonly acceptedCents: number;
  /** The part of it that the grant pays, before limits on the whole. */
  readonly grantCents: number;
}

/** A settlement with its arithmetic. */
export interface Settlement {
  /** 0 to the grant. */
  readonly settledCents: number;
  readonly paidCents: number;
  /** Settled minus paid: above 0 is paid, below 0 is recovered. */
  readonly balanceCents: number;
  readonly costs: readonly SettledCost[];
  /** Grant per participant, within its limit and before reductions on the whole; empty where no costs count. */
  readonly participants: readonly { readonly participant: string; readonly cents: number }[];
  /** How much lower each reduction makes the grant. */
  readonly reductions: readonly { readonly id: string; readonly ground: Ground; readonly cents: number }[];
  readonly lines: readonly Line[];
}

/**
 * Computes a settlement. The order is: costs with their reductions, the grant per cost rounded down, the limit per
 * participant, the limit of the whole grant, reductions by a share in the order given, reductions by an amount.
 *
 * @throws SettlementInputError when amounts, shares or references do not fit
 */
export function settle(input: SettlementInput): Settlement {
  check(input);
  const onCosts = input.regime === "costs";
  const lines: Line[] = [];
  const costs = onCosts ? acceptedCosts(input, lines) : [];
  const participants = onCosts ? perParticipant(input, costs, lines) : [];
  const start = onCosts ? sumOf(participants.map(({ cents }) => cents)) : input.grantCents;
  if (!onCosts) lines.push(fixedAmount(input.grantCents));
  let amount = Math.min(start, input.grantCents);
  if (onCosts) lines.push(...wholeGrant(input.grantCents, start));
  const reductions = costReductions(input, costs);
  for (const reduction of [...byKind(input, "share"), ...byKind(input, "amount")]) {
    const cents =
      reduction.kind === "share"
        ? amount - partOf(amount, basisPoints(whole - reduction.basisPoints))
        : Math.min(amount, reduction.cents);
    amount -= cents;
    reductions.push({ id: reduction.id, ground: reduction.ground, cents });
    lines.push(reductionLine(reduction, cents));
  }
  lines.push(...conclusion(input.initiative, amount, input.paidCents));
  return {
    settledCents: amount,
    paidCents: input.paidCents,
    balanceCents: amount - input.paidCents,
    costs,
    participants,
    reductions,
    lines,
  };
}

function check({
  grantCents,
  regime,
  costs,
  participantLimits,
  reductions,
  paidCents,
}: SettlementInput): void {
  checkCents(grantCents, "The grant");
  checkCents(paidCents, "What was paid");
  for (const cost of costs) {
    checkCents(cost.claimedCents, `Cost ${cost.id}`);
    checkShare(cost.rate, `Cost ${cost.id}`);
  }
  const known = new Set(costs.map(({ id }) => id));
  if (known.size !== costs.length) throw new SettlementInputError("Two costs have the same id.");
  for (const limit of participantLimits) checkCents(limit.cents, `The limit of ${limit.participant}`);
  for (const reduction of reductions) {
    const where = `Reduction ${reduction.id}`;
    if (reduction.reason.trim() === "") throw new SettlementInputError(`${where} gives no reason.`);
    if (reduction.kind === "share") checkShare(basisPoints(reduction.basisPoints), where);
    else checkCents(reduction.cents, where);
    if (reduction.kind === "costs" && (regime !== "costs" || !known.has(reduction.cost)))
      throw new SettlementInputError(`${where}: there is no cost ${reduction.cost} in this settlement.`);
    if (reduction.ground === "4:46(3)" && reduction.kind !== "costs")
      throw new SettlementInputError(`${where}: Awb 4:46(3) takes away costs, not a part of the grant.`);
  }
}

function byKind<Kind extends Reduction["kind"]>({ reductions }: SettlementInput, kind: Kind) {
  return reductions.filter((each): each is Extract<Reduction, { kind: Kind }> => each.kind === kind);
}

/** Costs after reductions, and the grant on each. A reduction beyond what is claimed takes all. */
function acceptedCosts(input: SettlementInput, lines: Line[]): SettledCost[] {
  const taken = byKind(input, "costs");
  return input.costs.map((cost) => {
    let accepted = cost.claimedCents;
    for (const reduction of taken.filter((each) => each.cost === cost.id)) {
      const cents = Math.min(accepted, reduction.cents);
      accepted -= cents;
      lines.push({ ...about(cost), ...reductionLine(reduction, cents) });
    }
    const grantCents = partOf(accepted, cost.rate);
    lines.push({ ...about(cost), ...costLine(cost, accepted, grantCents) });
    return { id: cost.id, claimedCents: cost.claimedCents, acceptedCents: accepted, grantCents };
  });
}

const about = ({ workPackage, participant }: ClaimedCost) => ({ workPackage, participant });

/** What each reduction of a cost takes off the grant, in the order the reductions were given. */
function costReductions(input: SettlementInput, settled: readonly SettledCost[]) {
  const left = new Map(settled.map(({ id, claimedCents }) => [id, claimedCents]));
  const rates = new Map(input.costs.map(({ id, rate }) => [id, rate]));
  return byKind(input, "costs").map(({ id, ground, cost, cents }) => {
    const before = left.get(cost) ?? 0;
    const after = Math.max(0, before - cents);
    left.set(cost, after);
    const rate = rates.get(cost) ?? basisPoints(0);
    return { id, ground, cents: partOf(before, rate) - partOf(after, rate) };
  });
}

function perParticipant(input: SettlementInput, costs: readonly SettledCost[], lines: Line[]) {
  const owner = new Map(input.costs.map(({ id, participant }) => [id, participant]));
  const participants = [...new Set(input.costs.map(({ participant }) => participant))];
  return participants.map((participant) => {
    const computed = sumOf(
      costs.filter(({ id }) => owner.get(id) === participant).map((cost) => cost.grantCents),
    );
    const limit = input.participantLimits.find((each) => each.participant === participant)?.cents ?? computed;
    if (computed <= limit) return { participant, cents: computed };
    lines.push(limitLine(participant, computed, limit));
    return { participant, cents: limit };
  });
}
