/** Filing an objection, and what happens in its file. */
import { amsterdamDay } from "@voorsprong/legal-time";
import { Refusal } from "../../../kernel/refusal.js";
import { getApplication } from "../../applications/read-applications.js";
import { dossierOf } from "../../applications/record.js";
import { getCall } from "../../calls/read-calls.js";
import type { DecisionContext } from "../context.js";
import { letterCall } from "../letters/gather.js";
import { sendLetters } from "../letters/send.js";
import { latestDecisionLetter } from "../store/letters.js";
import {
  addEvent,
  eventsOf,
  findObjection,
  insertObjection,
  type ObjectionEventKind,
  type ObjectionRecord,
  openObjection,
  setObjectionState,
  setTerm,
} from "../store/objections.js";
import { appealAfter } from "./appeal.js";
import { decisionDeadline, filing } from "./deadlines.js";
import { recipientOf } from "./recipient.js";
import { writeReceipt } from "./write-letters.js";

/** What an objector sends. */
export interface FiledObjection {
  readonly grounds: string;
  /** Why it is late, where it is. */
  readonly excuse: string | null;
}

/**
 * Files an objection to the latest decision on an application, with a receipt at once. One that is late is taken in all
 * the same: whether it is considered is decided, not assumed (Awb 6:11).
 *
 * @throws Refusal when nothing was decided, an objection is open already, or one was decided on (then appeal, Awb 7:1, 8:1)
 */
export async function fileObjection(
  context: DecisionContext,
  applicationId: string,
  { grounds, excuse }: FiledObjection,
  personId: string,
): Promise<ObjectionRecord> {
  const now = context.now();
  return context.store.database.transaction(async (tx) => {
    const application = await getApplication(tx, applicationId);
    const letter = await latestDecisionLetter(tx, applicationId);
    if (application === null || letter === null)
      throw new Refusal(
        "conflict",
        "Nothing was decided on this application, so there is nothing to object to.",
      );
    const open = await openObjection(tx, applicationId);
    if (open !== null)
      throw new Refusal(
        "conflict",
        `Objection ${open.number} to this decision is still open; add to that one.`,
      );
    const appeal = await appealAfter(tx, application.fundId, letter.id);
    if (appeal !== null)
      throw new Refusal(
        "conflict",
        `The objection to this decision was decided on, so a second objection is not open (Awb 7:1). One can appeal (beroep) until ${appeal.until} inclusive to ${appeal.court.en} (Awb 8:1, 6:7).`,
      );
    const { term, timely } = filing(letter.sentOn, now);
    const objection = await insertObjection(tx, {
      callId: application.callId,
      fundId: application.fundId,
      applicationId,
      letterId: letter.id,
      organisationId: application.organisationId,
      grounds,
      excuse: timely ? null : excuse,
      filedBy: personId,
      filedAt: now,
      termEnds: term.ends,
      timely,
    });
    await addEvent(tx, objection.id, {
      kind: "filed",
      note: null,
      day: amsterdamDay(now),
      byPerson: personId,
      at: now,
    });
    const call = letterCall(context, (await getCall(tx, application.callId, now))!);
    const receipt = {
      dossier: dossierOf(application)!,
      recipient: await recipientOf(tx, applicationId),
      title: application.title,
      number: objection.number,
      sentOn: amsterdamDay(now),
      sentAt: now.toISOString(),
      receivedOn: amsterdamDay(now),
      timely,
      termEnds: term.ends,
      decision: decisionDeadline(objection, [], now),
      grounds,
    };
    await sendLetters(context, tx, [
      {
        applicationId,
        callId: application.callId,
        kind: "objection-receipt",
        proposalId: null,
        objectionId: objection.id,
        sentOn: receipt.sentOn,
        sentAt: now,
        document: {
          format: "voorsprong-letter/1",
          nl: writeReceipt(call, receipt, "nl"),
          en: writeReceipt(call, receipt, "en"),
        },
      },
    ]);
    return objection;
  });
}

/** What the handler of an objection notes in its file. */
export interface NotedEvent {
  readonly kind: Exclude<ObjectionEventKind, "filed" | "prepared" | "sent-back" | "decided" | "withdrawn">;
  readonly note: string;
  readonly day: string | null;
}

/** @throws Refusal when there is no such objection */
export async function requireObjection(
  { store }: Pick<DecisionContext, "store">,
  id: string,
): Promise<ObjectionRecord> {
  const found = await findObjection(store.database, id);
  if (found === null) throw new Refusal("not-found", `There is no objection ${id}.`);
  return found;
}

/**
 * Notes something in the file of an open objection.
 * @throws Refusal when it is closed, or the law leaves no room for it
 */
export async function noteEvent(
  context: DecisionContext,
  id: string,
  { kind, note, day }: NotedEvent,
  personId: string,
): Promise<void> {
  await requireObjection(context, id);
  const at = context.now();
  await context.store.database.transaction(async (tx) => {
    const objection = (await findObjection(tx, id, { lock: true }))!;
    if (objection.state !== "open")
      throw new Refusal(
        "conflict",
        `Objection ${objection.number} is ${objection.state}; its file is closed.`,
      );
    const events = await eventsOf(tx, id);
    refuseUnlawful(
      objection,
      events.map((event) => event.kind),
      kind,
      day,
    );
    if (kind === "committee") await setTerm(tx, id, { committee: true });
    if (kind === "adjourned") await setTerm(tx, id, { adjourned: true });
    if (kind === "agreed") await setTerm(tx, id, { agreedUntil: day });
    await addEvent(tx, id, { kind, note, day, byPerson: personId, at });
  });
}

function refuseUnlawful(
  { timely, adjourned }: ObjectionRecord,
  before: readonly ObjectionEventKind[],
  kind: ObjectionEventKind,
  day: string | null,
): void {
  const unusable = (text: string): never => {
    throw new Refusal("unusable", text);
  };
  if (kind === "adjourned" && adjourned)
    unusable(
      "The term was adjourned once already; further only with consent (Awb 7:10, third and fourth paragraph).",
    );
  if (kind === "agreed" && day === null)
    unusable("Give the day until which the term was lengthened by consent.");
  if ((kind === "excuse-accepted" || kind === "excuse-rejected") && timely)
    unusable("This objection was in time; there is nothing to excuse.");
  const suspended =
    before.filter((each) => each === "suspended" || each === "resumed").at(-1) === "suspended";
  if (kind === "suspended" && suspended) unusable("The term stands still already.");
  if (kind === "resumed" && !suspended) unusable("The term does not stand still.");
  if (kind === "advice" && !before.includes("committee")) unusable("Note first that a committee advises.");
}

/** Withdraws an objection (Awb 6:21). @throws Refusal when it is closed */
export async function withdrawObjection(
  context: DecisionContext,
  id: string,
  personId: string,
): Promise<void> {
  await requireObjection(context, id);
  const at = context.now();
  await context.store.database.transaction(async (tx) => {
    const objection = (await findObjection(tx, id, { lock: true }))!;
    if (objection.closedAt !== null)
      throw new Refusal("conflict", `Objection ${objection.number} is ${objection.state}.`);
    await setObjectionState(tx, id, "withdrawn", at);
    await addEvent(tx, id, { kind: "withdrawn", note: null, day: null, byPerson: personId, at });
  });
}
