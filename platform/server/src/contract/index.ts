/**
 * The HTTP contract: everything a client of the API sees. Pages import its types only.
 *
 * Base path `/api/v1`. Errors are RFC 9457 problem documents (`Problem`). Every response carries `API-Version`.
 *
 * | method and path | gives |
 * | --- | --- |
 * | GET /accord | AccordView |
 * | GET /clauses/{clauseId} | ClauseView |
 * | GET /funds, GET /funds/{fundId} | FundList, FundView |
 * | GET /calls | CallList; query `fundId`, `state` |
 * | POST /calls | begins a draft (NewCall): 201 CallView |
 * | GET, PUT, DELETE /calls/{callId} | CallView; ChangedCall; only a draft can be changed or taken away |
 * | POST /calls/{callId}/check | CallCheck of what is kept, or of a changed definition |
 * | POST /calls/{callId}/opening | freezes it (NewOpening): CallView |
 * | POST /calls/{callId}/amendments | publishes the next version (NewAmendment): CallView |
 * | GET /calls/{callId}/versions, GET /calls/{callId}/versions/{version} | CallVersionList; the call, byte for byte as it was hashed |
 * | GET /rounds | RoundPage; query `fundId`, `page`, `pageSize` |
 * | POST /rounds | registers a round (NewRound) : 201 RoundView; the same round, rule and fund again: 200 |
 * | POST /example-rounds | makes one (NewExampleRound): 201 RoundView |
 * | GET /rounds/{roundId} | RoundView |
 * | GET /rounds/{roundId}/document | the canonical round, as in docs/formats/round.md |
 * | GET /rounds/{roundId}/applications | ApplicationPage; query `page`, `pageSize` (1 to 500), `sort` (`score`, `-score`, `requested`, `-requested`, `received`, `-received`, `id`, `-id`), `search`, `tag` (repeatable, `region:Groningen`), `outcome` (`funded`, `unfunded`, `changed`) |
 * | GET /rounds/{roundId}/applications/{applicationId} | ApplicationView |
 * | GET /rounds/{roundId}/applications.csv | all rows as CSV |
 * | POST /rounds/{roundId}/jobs | decides as a job (NewJob): 202 JobView with `Location` |
 * | GET /jobs/{jobId} | JobView |
 * | DELETE /jobs/{jobId} | cancels: 202 JobView |
 * | GET /rounds/{roundId}/decision | the decision document, byte for byte as published |
 * | GET /rounds/{roundId}/decision-summary | DecisionSummary |
 * | GET /rounds/{roundId}/explanation | the explanation document (docs/formats/explanation.md); 404 until it is there |
 * | POST /rounds/{roundId}/explanation | asks for it as a job: 202 JobView with `Location` |
 * | GET /rounds/{roundId}/explanation-summary | ExplanationSummary |
 * | GET, POST /rounds/{roundId}/applications/{applicationId}/explanation | the same for the score and cost that one application needed |
 * | GET /rounds/{roundId}/applications/{applicationId}/explanation-summary | ApplicationExplanation |
 * | GET /applications | GrantApplicationPage; query `as` (`applicant`, `officer`), `callId`, `state`, `theme`, `region`, `size`, `search`, `flagged`, `sort`, `page`, `pageSize` |
 * | POST /applications | begins one (NewApplication): 201 GrantApplicationView |
 * | GET, PATCH, DELETE /applications/{applicationId} | GrantApplicationView; PATCH saves DraftChanges: SavedDraft, 409 when it was changed meanwhile; DELETE a draft |
 * | POST /applications/{applicationId}/checks | ApplicationChecksView |
 * | GET /applications/{applicationId}/aid | ApplicationAid |
 * | POST /applications/{applicationId}/submission, /withdrawal | GrantApplicationView |
 * | GET /applications/{applicationId}/receipt, /receipt.pdf | query `language`, `version` |
 * | GET /applications/{applicationId}/versions/{version}, …/differences | as hashed; DocumentDifferences |
 * | PUT, GET, DELETE /applications/{applicationId}/attachments/{attachmentId} | bytes; query `name` |
 * | POST /applications/{applicationId}/partners/{partner}/invitation, /acceptance, /confirmation | PartnerInvitation, GrantApplicationView, 204 |
 * | POST /applications/{applicationId}/correction-requests, …/expiry | GrantApplicationView |
 * | POST /applications/{applicationId}/flags/{code}/resolution | GrantApplicationView |
 * | GET /calls/{callId}/proposal-preview | ProposalContent: who would go into the round now, and what stands in the way |
 * | GET, POST /calls/{callId}/proposals | DecisionProposalList; POST proposes (NewProposal): 201 DecisionProposal |
 * | GET /calls/{callId}/proposals/{number} | ProposalContent |
 * | POST /calls/{callId}/proposals/{number}/approval, …/return | DecisionProposal, by another person than who proposed |
 * | GET /calls/{callId}/reserve-list, POST …/offers | ReserveListView; offers the next (NewOffer): 201 DecisionProposal |
 * | GET /calls/{callId}/letters, …/letters.zip | LetterPage; all letters as PDF |
 * | GET /applications/{applicationId}/decision | ApplicationDecision |
 * | GET /letters/{letterId}, …/pdf | LetterView, PDF/UA-1; query `language` |
 * | POST /applications/{applicationId}/objections | NewObjection: 201 ObjectionView |
 * | GET /objections, /objections/{objectionId} | ObjectionList; query `callId`; ObjectionView |
 * | PUT, GET /objections/{objectionId}/files/{fileId} | bytes; query `name` |
 * | POST /objections/{objectionId}/events, …/preparation, …/decision, …/return, …/withdrawal | ObjectionView |
 * | GET /register/calls, /register/decisions | RegisterCalls, RegisterDecisions; query `fundId` |
 * | GET /register/awards | AwardPage; query `example`, `search`, `fundId`, `callId`, `region`, `theme`, `size`, `state`, `year`, `sort`, `page`, `pageSize` |
 * | GET /register/figures | RegisterFigures of the same selection |
 * | GET /register/awards/{awardId} | AwardView |
 * | GET /register/feed.atom, feed.json | what is new; query `language` |
 * | POST /register/reports | NewRegisterReport: 201 RegisterReportReceipt |
 * | GET /register/reports | RegisterReportList, for who manages the fund |
 * | POST /register/reports/{reportId}/answer | RegisterReportAnswer: RegisterReportView |
 * | GET /open-data, /open-data/gber-9 | OpenDataAbout, GberList |
 * | GET /open-data/awards.csv, awards.xlsx, awards.json, 360giving.json, 360giving.csv, gber-9.csv | files of a selection |
 * | POST /exchange/imports | a list as bytes; query `kind` (`organisations`, `applications`), `callId`, `fileName`: 202 ImportView |
 * | GET /exchange/imports | ImportPage |
 * | GET, DELETE /exchange/imports/{importId} | ImportView; DELETE drops a preview |
 * | GET /exchange/imports/{importId}/rows | ImportRowPage; query `outcome` (`new`, `changed`, `unchanged`, `error`) |
 * | GET /exchange/imports/{importId}/errors.csv | every cell that is not right |
 * | POST /exchange/imports/{importId}/confirmation | writes what the preview shows, as a job: 202 ImportView |
 * | GET /calls/{callId}/archive.zip | everything of a call (docs/formats/archive.md) |
 * | POST /exchange/archive-checks | an archive as bytes: ArchiveCheck; keeps nothing |
 * | GET, POST /exchange/archives | ArchiveList; POST keeps an archive: ArchiveSummary |
 * | GET /exchange/archives/{hash}/files | ArchiveFilePage; query `kind`, `search` |
 * | GET /exchange/archives/{hash}/files/{position} | one file |
 * | GET /exchange/list.csv, list.xlsx | organisations, or the applications of a call; query `kind`, `callId` |
 * | GET /exchange/template.csv, template.xlsx | the list to fill in; query `kind`, `callId` |
 * | GET /calls/{callId}/reviewers | ReviewerList |
 * | PUT, DELETE /calls/{callId}/reviewers/{personId} | adds or changes one (NewReviewer): ReviewerList; ends one: 204 |
 * | GET /calls/{callId}/review-progress | ReviewProgress |
 * | POST /calls/{callId}/reminders | reminds late reviewers (NewReminders): ReminderCount |
 * | GET /calls/{callId}/assignments | AssignmentPage; query `page`, `pageSize`, `filter` (`all`, `lacking`, `late`), `search`, `personId` |
 * | POST /calls/{callId}/assignments | changes by hand who reviews an application (NewAssignmentChange): 204 |
 * | POST /calls/{callId}/conflicts | records a conflict of interest that the fund found (NewConflict): 204 |
 * | GET, POST, PATCH, DELETE /calls/{callId}/assignment-proposal | AssignmentProposal; made, adapted by hand (NewProposalChange), thrown away |
 * | POST /calls/{callId}/assignment-proposal/confirmation | assigns what is proposed (SeenProposal): AssignmentCount |
 * | GET /reviews | OwnReviewPage of the person who asks; query `page`, `pageSize`, `state`, `callId` |
 * | GET, PUT /reviews/{applicationId} | OwnReview; saves what is written so far (ReviewDraft): SavedReview |
 * | POST /reviews/{applicationId}/declaration | declares a conflict of interest or its absence (NewDeclaration): 204 |
 * | GET /reviews/{applicationId}/file, /reviews/{applicationId}/attachments/{attachmentId} | ReviewFile and its attachments, closed before the declaration |
 * | POST /reviews/{applicationId}/submission | locks a review (SeenReview): OwnReview |
 * | GET /reviews/{applicationId}/others | OtherReviews, after the own one is in and the panel is open |
 * | GET, POST /calls/{callId}/panel | Panel; opens it (NewPanel): 201 |
 * | GET /calls/{callId}/panel/applications | PanelPage; query `page`, `pageSize`, `filter` (`all`, `discuss`, `failed`, `consensus`), `search`, `sort` (`rank`, `rawRank`, `-range`, `-change`, `number`) |
 * | GET, POST /calls/{callId}/scores | the frozen scores (docs/formats/scores.md); freezes them (NewFreeze): 201 Panel |
 * | GET, POST /applications/{applicationId}/consensus | Deliberation; records what a panel agreed on (NewConsensus): 201 |
 * | GET /session | SessionView: who is here, and the token that changes carry in `x-csrf-token` |
 * | GET /sign-in | begins signing in and sends the browser on; query `return`, a path of this site |
 * | POST /sign-out | SignedOut |
 * | GET /organisations | OrganisationList; query `search` |
 * | POST /organisations | makes one (OrganisationDetails): 201 OrganisationView |
 * | GET, PUT /organisations/{organisationId} | OrganisationView; changes it (OrganisationDetails) |
 * | POST /organisations/{organisationId}/membership-requests, …/{personId}/answer | 202 JoinState; OrganisationView |
 * | PUT, DELETE /organisations/{organisationId}/members/{personId} | OrganisationView; 204 |
 * | POST /organisations/{organisationId}/invitations, /roles/invitations | 201 NewInvitation |
 * | POST /invitations/preview, /invitations/acceptance | InvitationView |
 * | GET, POST /roles, DELETE /roles/{personId}/{role} | RoleList; hands out (RoleChange): 201; takes back: 204, query `fundId` |
 * | GET /people | PersonList; query `search` |
 * | GET /people/me/data, POST /people/me/erasure, PUT /people/me/language | own data by room; Erased; 204 |
 * | GET, POST /people/me/tokens, DELETE /people/me/tokens/{tokenId} | TokenList; 201 NewToken, told once; 204 |
 * | GET /retention | RetentionList |
 * | GET /grants, GET /grants/{applicationId} | GrantPage, GrantView; every change below answers the grant as it then is |
 * | GET /grants/{applicationId}/agreements/{version} | Agreement (docs/formats/agreement.md) |
 * | POST /grants/{applicationId}/reports, …/reports/{number}/judgement; PUT …/milestones/{milestoneId} | progress |
 * | POST /grants/{applicationId}/changes, …/changes/{changeId}/decision; DELETE …/changes/{changeId} | changes of the agreement |
 * | POST /grants/{applicationId}/payments, …/payments/{paymentId}/judgement, …/suspension, …/suspension/end | payment |
 * | POST /grants/{applicationId}/settlement-requests, …/settlement-previews, …/settlement-proposals, …/withdrawal-proposals, …/proposals/{proposalId}/decision | settlement and withdrawal |
 * | POST /grants/{applicationId}/recoveries/{recoveryId}/receipts, …/instalments | recovery |
 * | GET /payments; GET, POST /funds/{fundId}/payment-batches; GET /payment-batches/{batchId}/orders.csv; POST /funds/{fundId}/payment-confirmations | orders to the payer and confirmations back |
 * | GET /funds/{fundId}/money | FundMoneyView |
 * | GET /tasks, GET /tasks/calendar.ics; POST, DELETE /tasks/calendar-link | TaskList; the same as a calendar |
 * | GET /ledger | LedgerPage; query `page`, `pageSize`, `subject` |
 * | GET /ledger/export | as in docs/formats/ledger.md |
 * | GET /opportunities | OpportunityList; query `region`, `theme`, `size` |
 *
 * Beside it: `/health`, `/ready`, `/api/v1/openapi.json`, `/api/docs`, `/.well-known/jwks.json`.
 */
export type {
  Erased,
  ExampleChoice,
  ExamplePeople,
  FundRole,
  InvitationView,
  JoinState,
  MemberView,
  NewInvitation,
  NewToken,
  NewTokenWish,
  OrganisationDetails,
  OrganisationList,
  OrganisationSummary,
  OrganisationView,
  PersonList,
  RetentionList,
  RoleChange,
  RoleList,
  RoleView,
  SessionView,
  SignedOut,
  TokenList,
  TokenView,
} from "@voorsprong/access";

import { Cents, ClauseStatus, InputError, Localised, Opportunity, TargetView } from "@voorsprong/instruments";
import { z } from "zod";

export type {
  ApplicationAid,
  ApplicationChecksView,
  ApplicationDecision,
  ApplicationDocument,
  ApplicationExplanation,
  ApplicationPage,
  ApplicationParts,
  ApplicationRow,
  ApplicationView,
  ArchiveCheck,
  ArchiveFilePage,
  ArchiveList,
  ArchiveSummary,
  AssignmentPage,
  AttachmentView,
  AwardLine,
  AwardPage,
  AwardView,
  CallCheck,
  CallDifference,
  CallList,
  CallSummary,
  CallTemplate,
  CallVersionList,
  CallView,
  ClauseStatus,
  DecisionLine,
  DecisionProposal,
  DecisionProposalList,
  DecisionSummary,
  DeliberationView,
  DocumentDifferences,
  ExplanationSummary,
  FundView,
  Gain,
  GberList,
  GrantApplicationPage,
  GrantApplicationRow,
  GrantApplicationView,
  GroupOutcome,
  ImportPage,
  ImportRowPage,
  ImportRowView,
  ImportView,
  InputError,
  InversionView,
  JobView,
  LetterBlock,
  LetterPage,
  LetterSummary,
  LetterView,
  LimitPriceView,
  LimitView,
  Localised,
  MoneyFigure,
  NewExampleRound,
  NewRound,
  ObjectionList,
  ObjectionSummary,
  ObjectionView,
  OpenDataAbout,
  Opportunity,
  OtherReviews,
  OutcomeFigures,
  OwnReviewPage,
  OwnReviewView,
  PanelPage,
  PanelRowView,
  PanelView,
  PointsRange,
  ProposalContent,
  ProposalView,
  RegisterCall,
  RegisterCalls,
  RegisterDecision,
  RegisterDecisions,
  RegisterFigures,
  RegisterReportList,
  RegisterReportReceipt,
  RegisterReportView,
  ReserveListView,
  ReviewerList,
  ReviewFileView,
  ReviewProgress,
  Risk,
  RoundSummary,
  RoundView,
  SavedDraft,
  TargetView,
} from "@voorsprong/instruments";
export { FundList, NewJob, RoundPage } from "@voorsprong/instruments";
export type * from "./grants.js";

/** A clause on the accord page. */
export const ClauseSummary = z
  .object({
    id: z.string(),
    title: Localised,
    /** Why nothing runs yet; null when an instrument runs. */
    planned: Localised.nullable(),
    instruments: z.array(z.object({ kind: z.string(), id: z.string(), title: Localised, path: z.string() })),
    targets: z.array(TargetView),
    status: ClauseStatus,
  })
  .meta({ id: "ClauseSummary" });
export type ClauseSummary = z.infer<typeof ClauseSummary>;

/** A clause on its own page. */
export const ClauseView = ClauseSummary.extend({
  text: Localised,
  source: z.string(),
  point: z.object({ id: z.string(), title: Localised }),
  envelopes: z.array(
    z.object({ id: z.string(), title: Localised, cents: Cents, from: z.int(), until: z.int() }),
  ),
  assumptions: z.array(Localised),
}).meta({ id: "ClauseView" });
export type ClauseView = z.infer<typeof ClauseView>;

/** The accord: its points and clauses, with how each stands. */
export const AccordView = z
  .object({
    id: z.string(),
    title: Localised,
    summary: Localised,
    source: z.string(),
    figures: z.array(
      z.object({ id: z.string(), label: Localised, value: z.string(), unit: z.string(), source: z.string() }),
    ),
    points: z.array(
      z.object({ id: z.string(), title: Localised, summary: Localised, clauses: z.array(ClauseSummary) }),
    ),
    /** Whether example data is behind any figure. */
    example: z.boolean(),
  })
  .meta({ id: "AccordView" });
export type AccordView = z.infer<typeof AccordView>;

export const OpportunityList = z.object({ items: z.array(Opportunity) }).meta({ id: "OpportunityList" });
export type OpportunityList = z.infer<typeof OpportunityList>;

/** One ledger entry, see docs/formats/ledger.md. */
export const LedgerEntryView = z
  .object({
    seq: z.int(),
    at: z.iso.datetime(),
    kind: z.string(),
    subject: z.string(),
    body: z.record(z.string(), z.unknown()),
    previous: z.string(),
    hash: z.string(),
    signature: z.string(),
  })
  .meta({ id: "LedgerEntry" });
export type LedgerEntryView = z.infer<typeof LedgerEntryView>;

export const LedgerPage = z
  .object({ items: z.array(LedgerEntryView), page: z.int(), pageSize: z.int(), total: z.int() })
  .meta({ id: "LedgerPage" });
export type LedgerPage = z.infer<typeof LedgerPage>;

/** RFC 9457 problem document. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().optional(),
    errors: z.array(InputError).optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;
