/** What can be asked about deciding. Methods throw `Refusal` for what does not exist or cannot be. */
import { type Actor, fundsOf, may, type Scope } from "@voorsprong/access";
import { type PrintDocument, writePdf } from "@voorsprong/documents";
import type { z } from "zod";
import { Refusal } from "../../kernel/refusal.js";
import { getParties } from "../applications/read-applications.js";
import { dossierOf } from "../applications/record.js";
import type { Published } from "../context.js";
import { conclude } from "./conclude.js";
import type { DecisionContext } from "./context.js";
import { zipLetters } from "./letters/archive.js";
import type { CallProposal } from "./model.js";
import { sumOf } from "./model.js";
import { decideObjection, prepareObjectionDecision, returnObjectionDecision } from "./objections/decide.js";
import { fileObjection, noteEvent, withdrawObjection } from "./objections/file.js";
import { addObjectionFile, readObjectionFile } from "./objections/files.js";
import {
  applicationDecision,
  letterSummary,
  namesOf,
  objectionSummary,
  objectionView,
  proposalView,
  proposedApplications,
} from "./present.js";
import { resumeApproved } from "./proposal/carry-out.js";
import {
  approveProposal,
  previewProposal,
  proposeDecision,
  requireProposal,
  returnProposal,
} from "./proposal/propose.js";
import { requireCall } from "./proposal/read-input.js";
import { offerNext, reserveStanding } from "./reserve/offer.js";
import { missing } from "./reserve/reserve-list.js";
import { findLetter, letterDocument, letterPage } from "./store/letters.js";
import type { ObjectionFile } from "./store/objection-files.js";
import { listObjections, objectionWithNames } from "./store/objections.js";
import { listProposals, proposalDocument } from "./store/proposals.js";
import type {
  ApplicationDecision,
  DecisionProposal,
  DecisionProposalList,
  LetterPage,
  LettersQuery,
  LetterView,
  NewObjectionDecision,
  NewObjectionEvent,
  NewObjectionInput,
  NewOffer,
  NewProposalInput,
  ObjectionList,
  ObjectionView,
  ProposalContent,
  ReserveListView,
} from "./views.js";

type Language = PrintDocument["language"];

/** Deciding: proposals, letters, objections, the reserve list. */
export interface DecisionService {
  /** What a call, application, letter or objection belongs to; null when there is none. */
  callScope(callId: string): Promise<Scope | null>;
  proposalScope(callId: string, number: number): Promise<Scope | null>;
  applicationScope(applicationId: string): Promise<Scope | null>;
  letterScope(letterId: string): Promise<Scope | null>;
  objectionScope(objectionId: string): Promise<Scope | null>;

  preview(callId: string): Promise<ProposalContent>;
  proposals(actor: Actor, callId: string): Promise<DecisionProposalList>;
  proposal(callId: string, number: number): Promise<ProposalContent>;
  propose(actor: Actor, callId: string, sent: z.output<typeof NewProposalInput>): Promise<DecisionProposal>;
  approve(actor: Actor, callId: string, number: number): Promise<DecisionProposal>;
  sendBack(actor: Actor, callId: string, number: number, reason: string): Promise<DecisionProposal>;

  decisionOn(applicationId: string): Promise<ApplicationDecision>;
  letters(callId: string, query: z.output<typeof LettersQuery>): Promise<LetterPage>;
  letter(letterId: string, language: Language): Promise<LetterView>;
  /** The letter as PDF/UA, with a name for the file. */
  letterPdf(
    letterId: string,
    language: Language,
  ): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  /** All letters of a call in a zip file, in pieces. */
  letterArchive(callId: string, language: Language): Promise<NodeJS.ReadableStream>;

  objections(actor: Actor, callId: string | undefined): Promise<ObjectionList>;
  objection(actor: Actor, objectionId: string): Promise<ObjectionView>;
  object(
    actor: Actor,
    applicationId: string,
    sent: z.output<typeof NewObjectionInput>,
  ): Promise<ObjectionView>;
  addFile(
    actor: Actor,
    objectionId: string,
    file: { readonly id: string; readonly name: string; readonly content: Uint8Array },
  ): Promise<ObjectionFile>;
  file(objectionId: string, fileId: string): Promise<ObjectionFile & { readonly content: Uint8Array }>;
  withdraw(actor: Actor, objectionId: string): Promise<ObjectionView>;
  note(actor: Actor, objectionId: string, sent: z.output<typeof NewObjectionEvent>): Promise<ObjectionView>;
  prepare(
    actor: Actor,
    objectionId: string,
    sent: z.output<typeof NewObjectionDecision>,
  ): Promise<ObjectionView>;
  decideObjection(actor: Actor, objectionId: string): Promise<ObjectionView>;
  returnObjection(actor: Actor, objectionId: string, reason: string): Promise<ObjectionView>;

  reserve(callId: string): Promise<ReserveListView>;
  offer(actor: Actor, callId: string, sent: z.output<typeof NewOffer>): Promise<DecisionProposal>;

  /** What follows from publishing a decision (`FundContext.published`). */
  readonly published: (
    tx: Parameters<ReturnType<typeof conclude>>[0],
    published: Published,
  ) => Promise<() => Promise<void>>;
  /** Takes up what was approved and not finished. */
  resume(): Promise<void>;
}

/** Makes the service. */
export function decisionService(context: DecisionContext): DecisionService {
  const { database } = context.store;
  const person = ({ personId }: Actor): string => {
    if (personId === null) throw new Refusal("signed-out", "Sign in first: this is not open to visitors.");
    return personId;
  };
  const scopeOf = async (applicationId: string): Promise<Scope | null> => {
    const [row] = await database.query<{ fundId: string }>(
      `SELECT fund_id AS "fundId" FROM grant_applications WHERE id = $1 AND number IS NOT NULL`,
      [applicationId],
    );
    const parties = row === undefined ? null : await getParties(database, applicationId);
    return row === undefined || parties === null ? null : { fundId: row.fundId, lead: parties.lead };
  };
  const viewOf = async (actor: Actor, objectionId: string): Promise<ObjectionView> => {
    const record = await objectionWithNames(database, objectionId);
    if (record === null) throw new Refusal("not-found", `There is no objection ${objectionId}.`);
    const inside = may(actor, "proposal.read", { fundId: record.fundId });
    return objectionView(context, record, { inside, personId: actor.personId });
  };
  const requireLetter = async (letterId: string, language: Language) => {
    const record = await findLetter(database, letterId);
    if (record === null) throw new Refusal("not-found", `There is no letter ${letterId}.`);
    const document = await letterDocument(database, letterId);
    if (document === null)
      throw new Refusal(
        "conflict",
        "The text of this letter was erased when its retention ended; its hash stays.",
      );
    return { record, text: document[language] };
  };

  return {
    async callScope(callId) {
      const [row] = await database.query<{ fundId: string }>(
        `SELECT fund_id AS "fundId" FROM calls WHERE id = $1 AND state <> 'draft'`,
        [callId],
      );
      return row ?? null;
    },
    async proposalScope(callId, number) {
      const [row] = await database.query<Scope>(
        `SELECT fund_id AS "fundId", proposed_by AS "preparedBy" FROM proposals WHERE call_id = $1 AND number = $2`,
        [callId, number],
      );
      return row ?? null;
    },
    applicationScope: scopeOf,
    async letterScope(letterId) {
      const record = await findLetter(database, letterId);
      return record === null ? null : scopeOf(record.applicationId);
    },
    async objectionScope(objectionId) {
      const [row] = await database.query<Scope>(
        `SELECT fund_id AS "fundId", organisation_id AS lead FROM objections WHERE id = $1`,
        [objectionId],
      );
      return row ?? null;
    },

    async preview(callId) {
      const { call, obstacles, proposal, summary } = await previewProposal(context, callId);
      const { rule } = call.definition as unknown as { rule: string };
      return {
        callId,
        title: call.title,
        rule,
        obstacles: obstacles.slice(0, 1_000),
        summary: summary === null ? null : { ...summary, refused: { ...summary.refused } },
        applications: proposal === null ? [] : await proposedApplications(database, proposal),
      };
    },
    async proposals(actor, callId) {
      await requireCall(context, callId);
      const items: DecisionProposal[] = [];
      for (const record of await listProposals(database, callId))
        items.push(await proposalView(database, record, actor.personId));
      return { items };
    },
    async proposal(callId, number) {
      const record = await requireProposal(context, callId, number);
      const call = await requireCall(context, callId);
      const document = await proposalDocument(database, record.id);
      const { rule } = call.definition as unknown as { rule: string };
      const base = { callId, title: call.title, rule, obstacles: [], summary: { ...record.summary } };
      if (document.kind !== "reserve")
        return { ...base, applications: await proposedApplications(database, document as CallProposal) };
      const names = await namesOf(database, [document.applicationId]);
      return {
        ...base,
        applications: [
          {
            applicationId: document.applicationId,
            ...(names.get(document.applicationId) ?? { dossier: null, title: "", organisation: "" }),
            ground: null,
            article: null,
            reason: null,
            score: null,
            requested: sumOf(document.amounts),
          },
        ],
      };
    },
    async propose(actor, callId, sent) {
      return proposalView(
        database,
        await proposeDecision(context, callId, sent, person(actor)),
        actor.personId,
      );
    },
    async approve(actor, callId, number) {
      const record = await approveProposal(context, callId, number, person(actor));
      return proposalView(database, record, actor.personId);
    },
    async sendBack(actor, callId, number, reason) {
      const record = await returnProposal(context, callId, number, reason, person(actor));
      return proposalView(database, record, actor.personId);
    },

    decisionOn: (applicationId) => applicationDecision(context, applicationId),
    async letters(callId, query) {
      await requireCall(context, callId);
      const { items, ...rest } = await letterPage(database, callId, query);
      return {
        ...rest,
        items: items.map((row) => ({
          ...letterSummary(row),
          dossier: dossierOf(row),
          organisation: row.organisation,
        })),
      };
    },
    async letter(letterId, language) {
      const { record, text } = await requireLetter(letterId, language);
      const { title, sender, reference, blocks } = text;
      return {
        ...letterSummary(record),
        language,
        title,
        sender,
        reference,
        blocks: blocks as unknown as LetterView["blocks"],
      };
    },
    async letterPdf(letterId, language) {
      const { record, text } = await requireLetter(letterId, language);
      return { name: `${text.reference}-${record.kind}-${language}.pdf`, bytes: await writePdf(text) };
    },
    async letterArchive(callId, language) {
      await requireCall(context, callId);
      return zipLetters(database, callId, language);
    },

    async objections(actor, callId) {
      const funds = fundsOf(actor, ["fund-manager", "decider", "auditor", "programme-director"]);
      const organisations = actor.organisations.map(({ id }) => id);
      const records = await listObjections(database, { funds, organisations, callId });
      const items = [];
      for (const record of records) items.push(await objectionSummary(database, context.now(), record));
      return { items };
    },
    objection: viewOf,
    async object(actor, applicationId, sent) {
      const { id } = await fileObjection(context, applicationId, sent, person(actor));
      return viewOf(actor, id);
    },
    addFile: (actor, objectionId, file) => addObjectionFile(context, objectionId, file, person(actor)),
    file: (objectionId, fileId) => readObjectionFile(context, objectionId, fileId),
    async withdraw(actor, objectionId) {
      await withdrawObjection(context, objectionId, person(actor));
      return viewOf(actor, objectionId);
    },
    async note(actor, objectionId, sent) {
      await noteEvent(context, objectionId, sent, person(actor));
      return viewOf(actor, objectionId);
    },
    async prepare(actor, objectionId, sent) {
      await prepareObjectionDecision(context, objectionId, sent, person(actor));
      return viewOf(actor, objectionId);
    },
    async decideObjection(actor, objectionId) {
      await decideObjection(context, objectionId, person(actor));
      return viewOf(actor, objectionId);
    },
    async returnObjection(actor, objectionId, reason) {
      await returnObjectionDecision(context, objectionId, reason, person(actor));
      return viewOf(actor, objectionId);
    },

    async reserve(callId) {
      const { places, free, asked } = await reserveStanding(context, database, callId);
      const names = await namesOf(
        database,
        places.map(({ applicationId }) => applicationId),
      );
      return {
        callId,
        free: { ...free },
        items: places.map(({ applicationId, place }) => {
          const amounts = asked.get(applicationId) ?? {};
          return {
            applicationId,
            ...(names.get(applicationId) ?? { dossier: null, title: "", organisation: "" }),
            place,
            asked: sumOf(amounts),
            fits: Object.keys(missing(amounts, free)).length === 0,
          };
        }),
      };
    },
    async offer(actor, callId, sent) {
      return proposalView(database, await offerNext(context, callId, sent, person(actor)), actor.personId);
    },

    published: conclude(context),
    resume: () => resumeApproved(context),
  };
}
