/** What an engine's decision and the refusals before it mean for each application. Pure. */
import { type Decision, lotOf, type Round } from "@voorsprong/allocation";
import { type CallProposal, type Outcome, sumOf } from "./model.js";

const ceiling = {
  ground: "ceiling",
  article: "Awb 4:25",
  reason: {
    nl: "Het subsidieplafond laat deze aanvraag niet toe: het geld is verdeeld volgens de regel van deze openstelling.",
    en: "The ceiling leaves no room for this application: the money was divided by the rule of this call.",
  },
} as const;

/**
 * The order of the reserve list: by the rule of the call, over those who were not funded. Under a lottery by lot, under
 * order of receipt by moment, otherwise by score; the lot settles ties. A rule that gives everyone a part has no list.
 */
export function reserveOrder(
  { rule, round }: Pick<CallProposal, "rule"> & { round: Round },
  unfunded: readonly string[],
): string[] {
  if (rule === "pro-rata") return [];
  const wanted = new Set(unfunded);
  const lots = new Map(unfunded.map((id) => [id, lotOf(round.tieBreak.seed, id)]));
  const byLot = (a: string, b: string) => (lots.get(a)! < lots.get(b)! ? -1 : 1);
  return round.applications
    .filter(({ id }) => wanted.has(id))
    .sort((a, b) => {
      if (rule === "first-come" && a.received !== b.received)
        return (a.received ?? "") < (b.received ?? "") ? -1 : 1;
      if (rule === "optimal" || rule === "ranking") {
        const difference = (b.score ?? 0) - (a.score ?? 0);
        if (difference !== 0) return difference;
      }
      return byLot(a.id, b.id);
    })
    .map(({ id }) => id);
}

/**
 * The outcome for each application of a proposal, in order of id.
 *
 * @throws RangeError when the limits of the round cannot hold together: then nothing is decided
 */
export function outcomesOf(proposal: CallProposal, decision: Decision): Outcome[] {
  const { outcome, round } = decision;
  if (outcome.status === "infeasible")
    throw new RangeError("the limits of this round cannot hold together, so nothing can be decided");
  const awards = new Map(outcome.awards.map((award) => [award.application, award]));
  const unfunded = round.applications.filter(({ id }) => !awards.has(id)).map(({ id }) => id);
  const places = new Map(
    reserveOrder({ rule: proposal.rule, round }, unfunded).map((id, at) => [id, at + 1]),
  );
  const inRound = round.applications.map(({ id }): Outcome => {
    const award = awards.get(id);
    if (award !== undefined)
      return {
        applicationId: id,
        kind: "awarded",
        ground: null,
        article: null,
        reason: null,
        awarded: sumOf(award.amounts),
        amounts: award.amounts,
        reserve: null,
      };
    return {
      applicationId: id,
      kind: "refused",
      ...ceiling,
      awarded: 0,
      amounts: {},
      reserve: places.get(id) ?? null,
    };
  });
  const before = proposal.refused.map(
    ({ applicationId, ground, article, reason }): Outcome => ({
      applicationId,
      kind: "refused",
      ground,
      article,
      reason,
      awarded: 0,
      amounts: {},
      reserve: null,
    }),
  );
  return [...inRound, ...before].sort((a, b) => (a.applicationId < b.applicationId ? -1 : 1));
}
