import type { Holding, Ownership, Party } from "./enterprise.js";
import { type Groups, isEnterprise } from "./links.js";

/** From this share of the capital or the votes two enterprises are partners (Annex I, Art. 3(2)). */
export const PARTNER_FROM = 2_500;
/** Up to this share the owners of Art. 3(2) leave a firm autonomous. */
const EXCEPTION_UP_TO = 5_000;
/** Business angels together: less than this in the same firm, in cents (Art. 3(2)(a)). */
const ANGEL_BELOW = 125_000_000;
/** Municipalities: a yearly budget below this, in cents, and fewer inhabitants than that (Art. 3(2)(d)). */
const MUNICIPALITY_BUDGET_BELOW = 1_000_000_000;
const MUNICIPALITY_INHABITANTS_BELOW = 5_000;

/** How a group of enterprises outside the applicant's own relates to it. */
export interface Relation {
  /** The group, by the ids of its members. */
  readonly members: readonly string[];
  /** The highest share, in basis points, either way; joint holdings of linked enterprises are added up. */
  readonly share: number;
  /** The members that hold, or are held, directly; the rest of the group is linked to them. */
  readonly direct: readonly string[];
  readonly how: "partner" | "exception" | "below";
}

/** Whether an owner is of a kind that may hold up to 50% without making a partner, on its own figures. */
export function mayStayInvestor(party: Party): boolean {
  if (party.kind === "business-angel") return party.invested !== undefined && party.invested < ANGEL_BELOW;
  if (party.kind === "small-municipality")
    return (
      party.budget !== undefined &&
      party.budget < MUNICIPALITY_BUDGET_BELOW &&
      party.inhabitants !== undefined &&
      party.inhabitants < MUNICIPALITY_INHABITANTS_BELOW
    );
  return ["public-investment", "venture-capital", "university", "institutional-investor"].includes(
    party.kind,
  );
}

/** Sums of holdings per held party; of capital and of votes apart, because the higher of the two counts. */
function highest(holdings: readonly Holding[], keyOf: (holding: Holding) => string): number {
  const sums = new Map<string, { capital: number; votes: number }>();
  for (const holding of holdings) {
    const sum = sums.get(keyOf(holding)) ?? { capital: 0, votes: 0 };
    sum.capital += holding.capital;
    sum.votes += holding.votes;
    sums.set(keyOf(holding), sum);
  }
  return Math.max(0, ...[...sums.values()].map(({ capital, votes }) => Math.max(capital, votes)));
}

/**
 * The groups that stand immediately above or below the applicant's own group, each with the share that counts. A
 * group is met once, with its highest share, so cross-holdings and cycles end here (Annex I, Art. 6(2)).
 */
export function relationsOf(ownership: Ownership, groups: Groups): readonly Relation[] {
  const parties = new Map(ownership.parties.map((party) => [party.id, party]));
  const own = groups.of(ownership.subject);
  const around = new Map<string, Holding[]>();
  for (const holding of ownership.holdings) {
    if (!isEnterprise(parties.get(holding.owner)!) || !isEnterprise(parties.get(holding.in)!)) continue;
    const ends = [groups.of(holding.owner), groups.of(holding.in)];
    if (ends[0] === ends[1] || !ends.includes(own)) continue;
    const other = ends[0] === own ? ends[1]! : ends[0]!;
    around.set(other, [...(around.get(other) ?? []), holding]);
  }
  return [...around].map(([name, holdings]) => {
    const members = ownership.parties.filter(({ id }) => groups.of(id) === name).map(({ id }) => id);
    const upward = holdings.filter((holding) => groups.of(holding.owner) === name);
    const downward = holdings.filter((holding) => groups.of(holding.in) === name);
    const held = highest(upward, (holding) => holding.in);
    const share = Math.max(
      held,
      highest(downward, (holding) => holding.in),
    );
    const direct = members.filter((id) =>
      holdings.some((holding) => holding.owner === id || holding.in === id),
    );
    return { members, share, direct, how: kindOf({ parties, upward, downward, share, direct }) };
  });
}

function kindOf(relation: {
  parties: ReadonlyMap<string, Party>;
  upward: readonly Holding[];
  downward: readonly Holding[];
  share: number;
  direct: readonly string[];
}): Relation["how"] {
  if (relation.share < PARTNER_FROM) return "below";
  // The exception is for an investor above the firm, alone in its group: investors that are linked to one another
  // lose it (user guide, example 5), and so does one that the firm itself holds a share in of 25% or more.
  const investor =
    relation.direct.length === 1 &&
    mayStayInvestor(relation.parties.get(relation.direct[0]!)!) &&
    highest(relation.downward, (holding) => holding.in) < PARTNER_FROM &&
    highest(relation.upward, (holding) => holding.in) <= EXCEPTION_UP_TO;
  return investor ? "exception" : "partner";
}
