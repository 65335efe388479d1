/** The decision on an objection: prepared by one person, taken by another who had no part in the first decision. */
import type { Decision } from "@voorsprong/allocation";
import type { ApplicationContent, CallDefinition } from "@voorsprong/call-form";
import type { Queryable } from "@voorsprong/store";
import { Refusal } from "../../../kernel/refusal.js";
import type { Localised } from "../../../kernel/views.js";
import { getSubmitted } from "../../applications/read-applications.js";
import { getCall } from "../../calls/read-calls.js";
import { getDecisionDocument } from "../../rounds/store/index.js";
import type { DecisionContext } from "../context.js";
import type { AmountsByBudget, CallProposal } from "../model.js";
import { carryOut } from "../proposal/carry-out.js";
import { roundApplication } from "../proposal/prepare.js";
import { summaryOf } from "../proposal/propose.js";
import {
  addEvent,
  eventsOf,
  findObjection,
  insertObjectionDecision,
  latestObjectionDecision,
  type ObjectionDecisionRecord,
  type ObjectionEventKind,
  type ObjectionRecord,
  setObjectionState,
} from "../store/objections.js";
import { insertProposal, latestDecided, type ProposalRecord, proposalDocument } from "../store/proposals.js";
import { closeObjection } from "./close.js";
import { type Base, type Correction, correctedProposal } from "./corrections.js";
import { requireObjection } from "./file.js";

/** What is corrected, as the handler says it. Scores in hundredths of a point, amounts in cents. */
export type WantedCorrection =
  | { readonly what: "score"; readonly to: number; readonly reason: Localised }
  | { readonly what: "amounts"; readonly to: AmountsByBudget; readonly reason: Localised }
  | { readonly what: "admit"; readonly reason: Localised };

/** A decision on an objection as it is prepared. */
export interface PreparedDecision {
  readonly outcome: "inadmissible" | "unfounded" | "founded";
  readonly reason: Localised;
  readonly corrections: readonly WantedCorrection[];
}

/** The latest decision on a call's round, with what it was proposed as. */
async function baseOf(
  from: Queryable,
  callId: string,
): Promise<Base & { readonly proposal: ProposalRecord }> {
  const proposal = await latestDecided(from, callId);
  if (proposal?.roundId == null) throw new Error(`call ${callId} has no decided round`);
  const text = await getDecisionDocument(from, proposal.roundId);
  const { round } = JSON.parse(text!) as Decision;
  const document = (await proposalDocument(from, proposal.id)) as CallProposal;
  return { proposal, roundId: proposal.roundId, round, document };
}

/**
 * Prepares the decision on an objection.
 *
 * @throws Refusal when it is closed, when nobody was heard and no ground for that is noted (Awb 7:2, 7:3), when it is
 *   late without an accepted excuse, or when corrections do not fit the round
 */
export async function prepareObjectionDecision(
  context: DecisionContext,
  id: string,
  { outcome, reason, corrections }: PreparedDecision,
  personId: string,
): Promise<void> {
  await requireObjection(context, id);
  const at = context.now();
  await context.store.database.transaction(async (tx) => {
    const objection = (await findObjection(tx, id, { lock: true }))!;
    if (objection.state !== "open")
      throw new Refusal("conflict", `Objection ${objection.number} is ${objection.state}.`);
    refuseUnready(
      objection,
      (await eventsOf(tx, id)).map(({ kind }) => kind),
      outcome,
    );
    if (outcome !== "founded" && corrections.length > 0)
      throw new Refusal(
        "unusable",
        `Corrections belong to an objection that is founded; this one is ${outcome}. Leave them out.`,
      );
    const known = await withPresent(context, tx, objection, corrections);
    if (known.length > 0) tryCorrections(await baseOf(tx, objection.callId), objection.applicationId, known);
    await insertObjectionDecision(tx, {
      objectionId: id,
      outcome,
      reason,
      corrections: known,
      preparedBy: personId,
      preparedAt: at,
    });
    await setObjectionState(tx, id, "prepared", null);
    await addEvent(tx, id, { kind: "prepared", note: null, day: null, byPerson: personId, at });
  });
}

function refuseUnready(
  { timely }: ObjectionRecord,
  before: readonly ObjectionEventKind[],
  outcome: PreparedDecision["outcome"],
): void {
  const excused = before.filter((kind) => kind.startsWith("excuse-")).at(-1) === "excuse-accepted";
  if (!timely && !excused && outcome !== "inadmissible")
    throw new Refusal(
      "unusable",
      "This objection is late. Accept the excuse first (Awb 6:11), or declare it inadmissible.",
    );
  if (!before.includes("hearing-held") && !before.includes("hearing-waived"))
    throw new Refusal(
      "unusable",
      "Nobody was heard. Note the hearing (Awb 7:2), or the ground of Awb 7:3 on which it was waived.",
    );
  if (before.includes("committee") && !before.includes("advice"))
    throw new Refusal(
      "unusable",
      "A committee advises on this objection, and its advice is not there yet (Awb 7:13).",
    );
}

function tryCorrections(base: Base, applicationId: string, corrections: readonly Correction[]): CallProposal {
  try {
    return correctedProposal(base, applicationId, corrections);
  } catch (error) {
    if (error instanceof Error && !(error instanceof TypeError)) throw new Refusal("unusable", error.message);
    throw error;
  }
}

/** The corrections with what stands now beside what it becomes. */
async function withPresent(
  context: DecisionContext,
  from: Queryable,
  { callId, applicationId }: ObjectionRecord,
  wanted: readonly WantedCorrection[],
): Promise<Correction[]> {
  if (wanted.length === 0) return [];
  const { round } = await baseOf(from, callId);
  const present = round.applications.find((each) => each.id === applicationId);
  const frozen = await context.sources.frozenScores(from, callId);
  const corrections: Correction[] = [];
  for (const correction of wanted) {
    if (correction.what === "score")
      corrections.push({
        ...correction,
        from: present?.score ?? frozen?.scores.get(applicationId)?.score ?? 0,
      });
    else if (correction.what === "amounts")
      corrections.push({ ...correction, from: (present?.amounts ?? {}) as AmountsByBudget });
    else
      corrections.push({ ...correction, application: await admitted(context, from, callId, applicationId) });
  }
  return corrections;
}

/** An application that was kept out of the round, as the round would have held it. */
async function admitted(
  context: DecisionContext,
  from: Queryable,
  callId: string,
  id: string,
): Promise<unknown> {
  const call = await getCall(from, callId, context.now());
  const submitted = await getSubmitted(from, id);
  const [row] = await from.query<{ at: Date }>(
    "SELECT coalesce(complete_at, received_at) AS at FROM grant_applications WHERE id = $1",
    [id],
  );
  if (call === null || submitted?.document == null || row === undefined)
    throw new Refusal(
      "unusable",
      "The text of this application is no longer there, so it cannot be admitted.",
    );
  const frozen = await context.sources.frozenScores(from, callId);
  const score = frozen?.scores.get(id);
  return roundApplication(
    call.definition as unknown as CallDefinition,
    {
      id,
      state: "submitted",
      expired: false,
      completeAt: row.at.toISOString(),
      content: JSON.parse(submitted.document) as ApplicationContent,
    },
    score === undefined ? undefined : { score: score.score, passed: true, shortfall: { nl: "", en: "" } },
  );
}

/** Who had a part in the first decision: proposed or approved it. They decide no objection to it (Awb 10:3, third paragraph). */
async function involved(from: Queryable, { letterId }: ObjectionRecord): Promise<ReadonlySet<string>> {
  const rows = await from.query<{ proposedBy: string; answeredBy: string | null }>(
    `SELECT p.proposed_by AS "proposedBy", p.answered_by AS "answeredBy" FROM letters l
     JOIN proposals p ON p.id = l.proposal_id WHERE l.id = $1`,
    [letterId],
  );
  return new Set(
    rows.flatMap(({ proposedBy, answeredBy }) => [proposedBy, ...(answeredBy === null ? [] : [answeredBy])]),
  );
}

function requirePrepared(
  objection: ObjectionRecord,
  decision: ObjectionDecisionRecord | null,
): ObjectionDecisionRecord {
  if (objection.state !== "prepared" || decision === null)
    throw new Refusal(
      "conflict",
      `Objection ${objection.number} is ${objection.state}; nothing is prepared.`,
    );
  return decision;
}

/**
 * Takes the decision that was prepared. Where facts are corrected, the round is decided again by the engine; the letter
 * follows with its outcome.
 *
 * @throws Refusal for who prepared it or had a part in the first decision
 */
export async function decideObjection(context: DecisionContext, id: string, personId: string): Promise<void> {
  await requireObjection(context, id);
  const at = context.now();
  const proposal = await context.store.database.transaction(async (tx) => {
    const objection = (await findObjection(tx, id, { lock: true }))!;
    const decision = requirePrepared(objection, await latestObjectionDecision(tx, id));
    if (decision.decidedBy !== null) return null;
    if (decision.preparedBy === personId)
      throw new Refusal("forbidden", "You prepared this decision yourself. Taking it takes another person.");
    if ((await involved(tx, objection)).has(personId))
      throw new Refusal(
        "forbidden",
        "You had a part in the decision that is objected to, so somebody else decides on the objection.",
      );
    await tx.query(
      "UPDATE objection_decisions SET decided_by = $3, decided_at = $4 WHERE objection_id = $1 AND version = $2",
      [id, decision.version, personId, at],
    );
    if (decision.corrections.length === 0) {
      const taken = { ...decision, decidedBy: personId, decidedAt: at };
      const finish = await closeObjection(context, tx, { objection, decision: taken, redecision: null });
      await finish();
      return null;
    }
    const base = await baseOf(tx, objection.callId);
    const document = tryCorrections(base, objection.applicationId, decision.corrections);
    const made = await insertProposal(tx, at, {
      fundId: objection.fundId,
      document,
      summary: summaryOf(document),
      note: "",
      proposedBy: decision.preparedBy,
      approvedBy: personId,
    });
    await tx.query(
      "UPDATE objection_decisions SET proposal_id = $3 WHERE objection_id = $1 AND version = $2",
      [id, decision.version, made.id],
    );
    return made;
  });
  if (proposal !== null) await carryOut(context, proposal);
}

/** Sends a prepared decision back with a reason. @throws Refusal for who prepared it */
export async function returnObjectionDecision(
  context: DecisionContext,
  id: string,
  reason: string,
  personId: string,
): Promise<void> {
  await requireObjection(context, id);
  const at = context.now();
  await context.store.database.transaction(async (tx) => {
    const objection = (await findObjection(tx, id, { lock: true }))!;
    const decision = requirePrepared(objection, await latestObjectionDecision(tx, id));
    if (decision.decidedBy !== null)
      throw new Refusal("conflict", "This decision was taken; the engine is deciding the round again.");
    if (decision.preparedBy === personId)
      throw new Refusal(
        "forbidden",
        "You prepared this decision yourself. Sending it back takes another person.",
      );
    await tx.query("UPDATE objection_decisions SET answer = $3 WHERE objection_id = $1 AND version = $2", [
      id,
      decision.version,
      reason,
    ]);
    await setObjectionState(tx, id, "open", null);
    await addEvent(tx, id, { kind: "sent-back", note: reason, day: null, byPerson: personId, at });
  });
}
