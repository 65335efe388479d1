/** Submitting: the application is frozen, hashed, entered in the ledger, and its receipt signed. */
import { randomBytes } from "node:crypto";
import { canonicalText, hashOf } from "@voorsprong/allocation";
import { visibleQuestions } from "@voorsprong/call-form";
import { endOfDay, workingDayFrom } from "@voorsprong/legal-time";
import { advisoryLock, type Transaction } from "@voorsprong/store";
import { foldForSearch } from "../../kernel/fold.js";
import { type InputError, Refusal } from "../../kernel/refusal.js";
import { type FundContext, requireFund } from "../context.js";
import { attachmentErrors } from "./attached.js";
import { type ApplicationChecks, checkApplication, contentOf } from "./check-application.js";
import type { ApplicationDocument } from "./document.js";
import { flagsOf } from "./flags.js";
import { type Dossier, lockDossier } from "./read-one.js";
import { receiptText } from "./receipt-record.js";
import { dossierOf } from "./record.js";
import { requireRevision, requireWritable } from "./start-application.js";
import { endCorrection, listCorrections } from "./store/corrections.js";
import { organisationSnapshot } from "./store/drafts.js";
import { keepFlags } from "./store/flags.js";
import { listPartners } from "./store/partners.js";
import { insertVersion, nextNumber } from "./store/versions.js";

/** The last instant at which a chance to complete is used in time is just before this one. */
export function correctionEnd(due: string): Date {
  return endOfDay(workingDayFrom(due));
}

/** @throws Refusal when it comes too early or too late */
async function requireInTime(tx: Transaction, dossier: Dossier, received: Date): Promise<void> {
  const { call, id, state } = dossier;
  if (state === "returned") {
    const running = (await listCorrections(tx, id)).find(({ endedAt }) => endedAt === null);
    if (running !== undefined && received >= correctionEnd(running.due))
      throw new Refusal(
        "conflict",
        `The chance to complete ${id} ended on ${running.due}, so it can no longer be changed.`,
      );
    return;
  }
  if (call.state === "cancelled") throw new Refusal("conflict", `The call ${call.id} was cancelled.`);
  if (received < call.opens)
    throw new Refusal("conflict", `The call ${call.id} opens at ${call.opens.toISOString()}.`);
  if (received >= call.closes)
    throw new Refusal(
      "conflict",
      `The call ${call.id} closed at ${call.closes.toISOString()}; this arrived at ${received.toISOString()}, which is too late.`,
    );
}

function errorsOf({ missing, answers }: ApplicationChecks): InputError[] {
  return [
    ...missing.map(({ pointer, code, text }) => ({
      in: "body" as const,
      location: { pointer },
      code,
      detail: text.en,
    })),
    ...answers.map(({ question, row, column, code, text }) => ({
      in: "body" as const,
      location: {
        pointer: ["/answers", question, row, column].filter((part) => part !== undefined).join("/"),
      },
      code,
      detail: text.en,
    })),
  ];
}

/** What is frozen: what was asked and answered, the organisation as it is known now, and a salt. */
function frozen(
  { document, definition, call }: Dossier,
  lead: ApplicationDocument["lead"],
): ApplicationDocument & { readonly salt: string } {
  const asked = new Set(visibleQuestions(definition, contentOf(document)).map(({ question }) => question.id));
  const answers = Object.fromEntries(Object.entries(document.answers ?? {}).filter(([id]) => asked.has(id)));
  // The salt keeps a hash in the public ledger from being found back by trying likely texts.
  return { ...document, lead, answers, callVersion: call.version, salt: randomBytes(16).toString("hex") };
}

/**
 * Submits an application, or submits it again after it was given back.
 *
 * @param revision the revision that was seen
 * @throws Refusal when it is too late, not complete, or was changed meanwhile
 */
export async function submitApplication(
  { programme, store, now }: FundContext,
  id: string,
  revision: number,
  personId: string,
): Promise<void> {
  // The moment of arrival: waiting for others to finish makes nobody late.
  const received = now();
  await store.database.transaction(async (tx) => {
    const dossier = await lockDossier(tx, id, received);
    requireWritable(dossier);
    await requireInTime(tx, dossier, received);
    requireRevision(dossier, revision);
    const checks = checkApplication(
      requireFund({ programme }, dossier.call.fundId),
      dossier.definition,
      dossier.document,
      await listPartners(tx, id),
      received,
    );
    const errors = [...errorsOf(checks), ...(await attachmentErrors(tx, dossier))];
    if (errors.length > 0)
      throw new Refusal(
        "unusable",
        `The application ${id} is not complete: ${errors.length} things to do.`,
        errors,
      );
    const known = (await organisationSnapshot(tx, dossier.organisationId))!;
    const { region, size, employees } = dossier.document.lead;
    const { kvkConfirmed, ...snapshot } = known;
    const lead = { ...snapshot, region, size, employees };
    await freeze({ tx, dossier, lead, received, personId, store });
    await keepFlags(tx, id, flagsOf(checks, { ...lead, kvkConfirmed }), received);
    await endCorrection(tx, id, "answered", received);
  });
}

interface Freezing {
  readonly tx: Transaction;
  readonly dossier: Dossier;
  readonly lead: ApplicationDocument["lead"];
  readonly received: Date;
  readonly personId: string;
  readonly store: FundContext["store"];
}

async function freeze({ tx, dossier, lead, received, personId, store }: Freezing): Promise<void> {
  const { id, callId } = dossier;
  const document = frozen(dossier, lead);
  const hash = hashOf(document);
  const version = dossier.version + 1;
  await advisoryLock(tx, `fund.call.${callId}`);
  const number = dossier.number ?? (await nextNumber(tx, callId));
  // Only hashes: how many applied to a call is nobody's business before the register tells.
  const { seq } = await store.ledger.append(tx, {
    kind: "application.submitted",
    subject: id,
    body: { version, hash },
  });
  const dossierNumber = dossierOf({ callId, number })!;
  const receipt = await store.signer.sign(
    receiptText({
      application: id,
      dossier: dossierNumber,
      call: callId,
      callVersion: document.callVersion,
      version,
      organisation: lead.name,
      hash,
      receivedAt: received.toISOString(),
      ledgerEntry: seq,
    }),
  );
  await insertVersion(
    tx,
    {
      applicationId: id,
      version,
      callVersion: document.callVersion,
      document: canonicalText(document),
      hash,
      receipt,
      submittedBy: personId,
      submittedAt: received,
      ledgerSeq: seq,
    },
    { number, search: foldForSearch([dossierNumber, document.title, lead.name].join(" ")) },
  );
}
