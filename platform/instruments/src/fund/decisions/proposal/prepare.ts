/** From a call, its applications and their frozen scores to a proposal: who goes into the round and who does not. Pure. */
import { parseRound, type Round } from "@voorsprong/allocation";
import { type ApplicationContent, type CallDefinition, evaluateEligibility } from "@voorsprong/call-form";
import type { CallProposal, Exclusion, Refused } from "../model.js";
import { grantable, scoreOf, type Weighed } from "./weigh.js";

/** An application as it stands when the fund proposes. */
export interface Candidate {
  readonly id: string;
  readonly state: "submitted" | "returned";
  /** The chance to complete it (Awb 4:5) went by unused. */
  readonly expired: boolean;
  /** Moment at which it was complete, ISO 8601. */
  readonly completeAt: string;
  /** The application as it was last submitted. */
  readonly content: ApplicationContent;
  /** The most that state-aid law allows, in cents; null where it was not computed. */
  readonly most?: number | null;
}

/** What keeps a fund from proposing now. */
export interface Obstacle {
  readonly applicationId: string | null;
  readonly text: { readonly nl: string; readonly en: string };
}

/** What a proposal is made of. */
export interface ProposalInput {
  readonly call: CallDefinition;
  readonly callVersion: number;
  readonly candidates: readonly Candidate[];
  /** Frozen scores by application; null where the call has no criteria. */
  readonly scores: ReadonlyMap<string, Weighed> | null;
  readonly scoresHash: string | null;
  readonly exclusions: readonly Exclusion[];
}

/** A proposal, or what stands in its way. */
export type Prepared =
  | { readonly obstacles: readonly [Obstacle, ...Obstacle[]] }
  | { readonly obstacles: readonly []; readonly proposal: CallProposal };

/** The terms of a call as a round states them; scores are in hundredths of a point. */
export function roundTerms(call: CallDefinition) {
  return {
    round: call.id,
    unit: "EUR-cent",
    scoreScale: 100,
    budgets: call.budgets.map(({ id, amount }) => ({ id, amount })),
    constraints: call.limits.map(({ reason: _, ...limit }) => limit),
    tieBreak: {
      seed: call.tieBreak.seed === "drawn-by-ledger" ? "" : call.id,
      ...(call.tieBreak.money === undefined ? {} : { money: call.tieBreak.money }),
    },
    ranking: { misfit: call.misfit },
  };
}

/**
 * Makes a proposal. An application is tried on the grounds in this order, and the first that fits is stated: incomplete
 * (Awb 4:5), excluded by a person, not eligible, below the threshold. Who is left goes into the round; whether there is
 * money (Awb 4:25) is for the engine.
 */
export function prepareProposal(input: ProposalInput): Prepared {
  const { call, callVersion, candidates, scores, scoresHash, exclusions } = input;
  const obstacles: Obstacle[] = [];
  const refused: Refused[] = [];
  const applications: unknown[] = [];
  const excluded = new Map(exclusions.map((exclusion) => [exclusion.applicationId, exclusion]));
  for (const id of excluded.keys())
    if (!candidates.some((candidate) => candidate.id === id))
      obstacles.push({
        applicationId: id,
        text: { nl: "Deze aanvraag is er niet (meer).", en: "This application is not there (any more)." },
      });
  for (const candidate of candidates) {
    const refusal = refusalOf(call, candidate, scores?.get(candidate.id), excluded.get(candidate.id));
    if (refusal === "open")
      obstacles.push({
        applicationId: candidate.id,
        text: {
          nl: "De aanvrager kan deze aanvraag nog aanvullen (Awb 4:5). Wacht tot de termijn voorbij is.",
          en: "The applicant can still complete this application (Awb 4:5). Wait until the term is over.",
        },
      });
    else if (refusal === "not-scored")
      obstacles.push({
        applicationId: candidate.id,
        text: {
          nl: "Deze aanvraag heeft geen vastgelegde score. Rond de beoordeling af.",
          en: "This application has no frozen score. Finish the review.",
        },
      });
    else if (refusal !== null) refused.push(refusal);
    else applications.push(roundApplication(call, candidate, scores?.get(candidate.id)));
  }
  const [first, ...rest] = obstacles;
  if (first !== undefined) return { obstacles: [first, ...rest] };
  const round: Round = parseRound({ ...roundTerms(call), applications });
  return {
    obstacles: [],
    proposal: {
      format: "voorsprong-proposal/1",
      kind: "call",
      call: call.id,
      callVersion,
      rule: call.rule,
      round,
      refused: [...refused].sort((a, b) => (a.applicationId < b.applicationId ? -1 : 1)),
      scoresHash,
      supersedes: null,
    },
  };
}

/** The application as the round holds it. No title and no name: the round is public before anyone has a letter. */
export function roundApplication(call: CallDefinition, candidate: Candidate, weighed: Weighed | undefined) {
  const { theme, region } = candidate.content.project ?? {};
  const size = candidate.content.lead?.size;
  const tags = Object.entries({ theme, region: region ?? candidate.content.lead?.region, size }).filter(
    ([, value]) => typeof value === "string" && value !== "",
  );
  return {
    id: candidate.id,
    score: scoreOf(weighed),
    amounts: grantable(call, candidate.content, candidate.most ?? null),
    received: candidate.completeAt,
    tags: Object.fromEntries(tags),
  };
}

function refusalOf(
  call: CallDefinition,
  candidate: Candidate,
  weighed: Weighed | undefined,
  exclusion: Exclusion | undefined,
): Refused | "open" | "not-scored" | null {
  const applicationId = candidate.id;
  if (candidate.expired)
    return {
      applicationId,
      ground: "incomplete",
      article: "Awb 4:5",
      reason: {
        nl: "De aanvraag was niet volledig en is niet binnen de gestelde termijn aangevuld.",
        en: "The application was incomplete and was not completed within the term that was given.",
      },
    };
  if (candidate.state === "returned") return "open";
  if (exclusion !== undefined) return { ...exclusion, ground: "other" };
  const failed = evaluateEligibility(call, candidate.content).rules.filter(
    ({ state }) => state === "refused",
  );
  if (failed.length > 0)
    return {
      applicationId,
      ground: "ineligible",
      article: "Awb 4:35",
      reason: {
        nl: failed.map(({ reason }) => reason.nl).join(" "),
        en: failed.map(({ reason }) => reason.en).join(" "),
      },
    };
  if (call.criteria.length === 0) return null;
  if (weighed === undefined) return "not-scored";
  if (weighed.passed) return null;
  return { applicationId, ground: "below-threshold", article: "Awb 4:26", reason: weighed.shortfall };
}
