/** What a change does to an agreement, and how two versions differ. */
import { countedEnd } from "@voorsprong/legal-time";
import { advanceSchedule } from "@voorsprong/settlement";
import { Refusal } from "../../../kernel/refusal.js";
import { costName } from "../cost-name.js";
import type { ChangeProposal } from "../store/progress.js";
import type { AgreementDifference } from "../views/parts.js";
import type { Agreement, PlannedCost } from "./document.js";
import { requestWeeks } from "./terms.js";

/**
 * The agreement that a change asks for.
 * @throws Refusal when it would raise the grant, name what is not there, or change nothing
 */
export function changedAgreement(agreement: Agreement, proposal: ChangeProposal): Agreement {
  const { grantCents = agreement.grantCents, ends = agreement.ends } = proposal;
  if (grantCents > agreement.grantCents)
    throw new Refusal("unusable", "A change never makes the grant higher: that takes a decision of its own.");
  if (ends < agreement.starts)
    throw new Refusal("unusable", `The end ${ends} lies before the start ${agreement.starts}.`);
  const participants = shrunk(agreement, grantCents);
  const changed: Agreement = {
    ...agreement,
    grantCents,
    ends,
    participants,
    costs: ratedCosts(proposal.costs ?? agreement.costs, participants),
    milestones: movedMilestones(agreement, proposal, ends),
    advances: advanceSchedule(grantCents, agreement.advances),
    settlement:
      ends === agreement.ends
        ? agreement.settlement
        : { ...agreement.settlement, requestBy: countedEnd(ends, { count: requestWeeks, unit: "weeks" }) },
  };
  if (differences(agreement, changed).length === 0)
    throw new Refusal("unusable", "This change leaves everything as it is; say what has to be different.");
  return changed;
}

/** A lower grant takes the same part from everyone, rounded down; what is left over stays with the first. */
function shrunk({ participants, grantCents: before }: Agreement, after: number): Agreement["participants"] {
  if (after === before) return participants;
  const lower = participants.map((each) => ({
    ...each,
    cents: before === 0 ? 0 : Number((BigInt(each.cents) * BigInt(after)) / BigInt(before)),
  }));
  const rest = after - lower.reduce((sum, { cents }) => sum + cents, 0);
  return lower.map((each, at) => (at === 0 ? { ...each, cents: each.cents + rest } : each));
}

type Cell = Pick<PlannedCost, "workPackage" | "participant" | "category" | "year" | "cents">;

function ratedCosts(cells: readonly Cell[], participants: Agreement["participants"]): PlannedCost[] {
  const seen = new Set<string>();
  return cells.map(({ workPackage, participant, category, year, cents }) => {
    const id = [workPackage, participant, category, year].filter((part) => part !== "").join("/");
    if (seen.has(id))
      throw new Refusal("unusable", `The cost ${id} stands twice in the budget; add the two up.`);
    seen.add(id);
    const owner = participants.find((each) => each.id === participant);
    if (owner === undefined) throw new Refusal("unusable", `${participant} takes no part in this grant.`);
    const denominator = cells
      .filter((cell) => cell.participant === participant)
      .reduce((sum, cell) => sum + cell.cents, 0);
    const rate =
      denominator === 0
        ? { numerator: 0, denominator: 1 }
        : { numerator: Math.min(owner.cents, denominator), denominator };
    return { id, workPackage, participant, category, year, cents, ...rate };
  });
}

function movedMilestones(agreement: Agreement, { milestones = [] }: ChangeProposal, ends: string) {
  for (const { id } of milestones)
    if (!agreement.milestones.some((milestone) => milestone.id === id))
      throw new Refusal("unusable", `There is no milestone ${id} in the agreement.`);
  return agreement.milestones.map((milestone) => {
    const due =
      milestone.kind === "end"
        ? ends
        : (milestones.find(({ id }) => id === milestone.id)?.due ?? milestone.due);
    if (due < agreement.starts || due > ends)
      throw new Refusal(
        "unusable",
        `The milestone ${milestone.id} would fall on ${due}, outside the project (${agreement.starts} to ${ends}).`,
      );
    return { ...milestone, due };
  });
}

/** How a version differs from the one before it: days and amounts, each in words. */
export function differences(from: Agreement, to: Agreement): AgreementDifference[] {
  const found: AgreementDifference[] = [];
  const compare = (
    kind: "day" | "cents",
    nl: string,
    en: string,
    before?: string | number,
    after?: string | number,
  ) => {
    if (before !== after) found.push({ what: { nl, en }, from: before ?? null, to: after ?? null, kind });
  };
  compare("cents", "Subsidie", "Grant", from.grantCents, to.grantCents);
  compare("day", "Einde van het project", "End of the project", from.ends, to.ends);
  compare(
    "day",
    "Uiterste dag voor de aanvraag tot vaststelling",
    "Last day for asking settlement",
    from.settlement.requestBy,
    to.settlement.requestBy,
  );
  for (const { id, title, due } of to.milestones)
    compare("day", title.nl, title.en, from.milestones.find((each) => each.id === id)?.due, due);
  to.advances.forEach(({ id, cents }, at) => {
    const before = from.advances.find((each) => each.id === id)?.cents;
    compare("cents", `Voorschot ${at + 1}`, `Advance ${at + 1}`, before, cents);
  });
  for (const { id, name, cents } of to.participants)
    compare(
      "cents",
      `Deel van ${name}`,
      `Part of ${name}`,
      from.participants.find((each) => each.id === id)?.cents,
      cents,
    );
  const cells = new Map([...from.costs, ...to.costs].map((cost) => [cost.id, cost]));
  for (const [id, cell] of cells) {
    const cents = (costs: readonly PlannedCost[]) => costs.find((cost) => cost.id === id)?.cents;
    const { nl, en } = costName(cell, to.participants);
    compare("cents", nl, en, cents(from.costs), cents(to.costs));
  }
  return found;
}
