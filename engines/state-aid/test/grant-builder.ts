import {
  type AidBasis,
  type AidProject,
  type ComputedGrant,
  computeGrant,
  type Participant,
  type SizeClass,
} from "@voorsprong/state-aid";

/** A participant of a size, an enterprise in the Netherlands unless said otherwise. */
export function participant(id: string, size: SizeClass, more: Partial<Participant> = {}): Participant {
  return { id, kind: "enterprise", size, country: "NL", ...more };
}

/** A project in which each participant has some personnel costs in one work package of a basis. */
export function projectOf(
  basis: AidBasis,
  costs: ReadonlyArray<readonly [Participant, number]>,
  more: Partial<AidProject> = {},
): AidProject {
  return {
    grantingDay: "2026-11-01",
    appliedOn: "2026-06-01",
    startOfWorks: "2027-01-01",
    participants: costs.map(([each]) => each),
    workPackages: [{ id: "wp", basis }],
    costs: costs.map(([{ id }, cents]) => ({
      workPackage: "wp",
      participant: id,
      category: "personnel",
      cents,
    })),
    ...more,
  };
}

/** Computes and expects that there are rules. */
export function computed(project: AidProject): ComputedGrant {
  const result = computeGrant(project);
  if (result.state !== "computed") throw new Error(result.standing.text.en);
  return result;
}

/** The rate of a participant's cell, in basis points. */
export function rateOf(result: ComputedGrant, id: string): number {
  return result.cells.find(({ cell }) => cell.participant.id === id)!.rate;
}
