/** Closes an objection with its letter and its ledger entry, in the transaction of the decision. */
import type { Decision } from "@voorsprong/allocation";
import { amsterdamDay, objectionTerm } from "@voorsprong/legal-time";
import type { Transaction } from "@voorsprong/store";
import type { Localised } from "../../../kernel/views.js";
import { getApplication } from "../../applications/read-applications.js";
import { dossierOf } from "../../applications/record.js";
import { getCall } from "../../calls/read-calls.js";
import type { DecisionContext } from "../context.js";
import { letterCall } from "../letters/gather.js";
import { sendLetters } from "../letters/send.js";
import {
  addEvent,
  eventsOf,
  type ObjectionDecisionRecord,
  type ObjectionEvent,
  type ObjectionRecord,
  setObjectionState,
} from "../store/objections.js";
import type { Difference } from "./difference.js";
import { recipientOf } from "./recipient.js";
import { writeObjectionDecision } from "./write-letters.js";

/** An objection that is decided, with what deciding the round again gave. */
export interface Closing {
  readonly objection: ObjectionRecord;
  readonly decision: ObjectionDecisionRecord;
  /** Null where nothing was decided again. */
  readonly redecision: {
    readonly roundId: string;
    readonly document: Decision;
    readonly difference: Difference;
    /** What stood and what stands for the objector, in cents. */
    readonly from: number;
    readonly to: number;
  } | null;
}

/** What the file says, in sentences for the letter; names and notes of the handler stay in the file. */
function fileInWords(events: readonly ObjectionEvent[]): Localised[] {
  const words: Partial<Record<ObjectionEvent["kind"], Localised>> = {
    "hearing-held": {
      nl: "U bent gehoord (Awb 7:2). Het verslag zit in het dossier.",
      en: "You were heard (Awb 7:2). The report is in the file.",
    },
    "hearing-waived": {
      nl: "Van horen is afgezien op een grond van Awb 7:3; die staat in het dossier.",
      en: "No hearing was held, on a ground of Awb 7:3 that is recorded in the file.",
    },
    advice: {
      nl: "Een onafhankelijke commissie heeft geadviseerd (Awb 7:13). Het advies zit in het dossier.",
      en: "An independent committee advised (Awb 7:13). Its advice is in the file.",
    },
    "excuse-accepted": {
      nl: "Uw bezwaar kwam te laat, maar dat kan u niet worden verweten (Awb 6:11).",
      en: "Your objection was late, but that cannot be held against you (Awb 6:11).",
    },
    "excuse-rejected": {
      nl: "Uw bezwaar kwam te laat, en dat kan u wel worden verweten (Awb 6:11).",
      en: "Your objection was late, and that can be held against you (Awb 6:11).",
    },
    adjourned: {
      nl: "De beslistermijn is met ten hoogste zes weken verdaagd (Awb 7:10).",
      en: "The term for deciding was adjourned by at most six weeks (Awb 7:10).",
    },
  };
  return events.flatMap(({ kind }) => words[kind] ?? []);
}

/** Sends the letter, notes the decision in file and ledger, and closes. */
export async function closeObjection(
  context: DecisionContext,
  tx: Transaction,
  { objection, decision, redecision }: Closing,
): Promise<() => Promise<void>> {
  const at = context.now();
  const { id, applicationId, callId } = objection;
  const application = (await getApplication(tx, applicationId))!;
  const call = letterCall(context, (await getCall(tx, callId, at))!);
  const sentOn = amsterdamDay(at);
  const letter = {
    dossier: dossierOf(application)!,
    recipient: await recipientOf(tx, applicationId),
    title: application.title,
    number: objection.number,
    sentOn,
    sentAt: at.toISOString(),
    outcome: decision.outcome,
    reason: decision.reason,
    corrections: decision.corrections,
    file: fileInWords(await eventsOf(tx, id)),
    result:
      redecision === null
        ? null
        : {
            from: redecision.from,
            to: redecision.to,
            difference: redecision.difference,
            roundId: redecision.roundId,
            hash: redecision.document.hash,
          },
    appeal: objectionTerm(sentOn),
  };
  const [sent] = await sendLetters(context, tx, [
    {
      applicationId,
      callId,
      kind: "objection-decision",
      proposalId: decision.proposalId,
      objectionId: id,
      sentOn,
      sentAt: at,
      document: {
        format: "voorsprong-letter/1",
        nl: writeObjectionDecision(call, letter, "nl"),
        en: writeObjectionDecision(call, letter, "en"),
      },
    },
  ]);
  await setObjectionState(tx, id, "decided", at);
  await addEvent(tx, id, { kind: "decided", note: null, day: null, byPerson: decision.decidedBy, at });
  return async () => {
    const { seq } = await context.store.ledger.append(tx, {
      kind: "objection.decided",
      subject: id,
      body: {
        callId,
        number: objection.number,
        outcome: decision.outcome,
        letterHash: sent!.hash,
        ...(redecision === null
          ? {}
          : { roundId: redecision.roundId, decisionHash: redecision.document.hash }),
      },
    });
    await tx.query(
      `UPDATE objection_decisions SET ledger_seq = $3, difference = $4::jsonb WHERE objection_id = $1 AND version = $2`,
      [id, decision.version, seq, redecision === null ? null : JSON.stringify(redecision.difference)],
    );
  };
}
