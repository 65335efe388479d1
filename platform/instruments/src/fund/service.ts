/** The instrument `fund`: calls with announced limits and a rule, rounds of applications, decisions. */
import type { Scope } from "@voorsprong/access";
import type { FundDefinition, Programme } from "@voorsprong/programme";
import type { Store } from "@voorsprong/store";
import type { z } from "zod";
import type { Instrument } from "../kernel/instrument.js";
import { limiter } from "../kernel/limiter.js";
import type { PersonalData } from "../kernel/privacy.js";
import { type ApplicationService, applicationService } from "./applications/service.js";
import { type CallService, callService, type ProgrammeCalls, publishProgrammeCalls } from "./calls/index.js";
import { type FundContext, requireFund } from "./context.js";
import { type DecisionService, decisionService } from "./decisions/service.js";
import { decisionSources } from "./decisions/sources.js";
import { type ArchiveService, archiveService } from "./exchange/archives/service.js";
import { type ExportService, exportService } from "./exchange/exports/service.js";
import { type ImportService, importService } from "./exchange/imports/service.js";
import { fundView } from "./fund-view.js";
import { type GrantService, grantService } from "./grants/service.js";
import { fundOpportunities } from "./opportunities.js";
import { fundPersonalData } from "./personal-data.js";
import { type RegisterService, registerService } from "./register/service.js";
import { type ReviewService, reviewService } from "./reviews/service.js";
import { applicationsCsv } from "./rounds/applications-csv.js";
import { cancelJob, decideHandler, requestDecision, requireJob } from "./rounds/decide-round.js";
import { applicationView } from "./rounds/explain-application.js";
import {
  applicationExplanation,
  explainHandler,
  explanationDocument,
  explanationSummary,
  requestExplanation,
  requestMissingExplanations,
} from "./rounds/explain-round.js";
import { makeFirstExamples } from "./rounds/first-examples.js";
import { decisionDocument, decisionSummary } from "./rounds/read-decisions.js";
import {
  applicationPage,
  type KeptDocument,
  roundDocument,
  roundPage,
  roundView,
} from "./rounds/read-rounds.js";
import { type Registered, registerExample, registerRound } from "./rounds/register-round.js";
import { jobScope, roundScope } from "./rounds/scopes.js";
import {
  type ApplicationQuery,
  decideJobKind,
  type Explained,
  explainJobKind,
  listRounds,
} from "./rounds/store/index.js";
import type {
  ApplicationExplanation,
  ApplicationPage,
  ApplicationView,
  DecisionSummary,
  ExplanationSummary,
  FundView,
  JobView,
  NewExampleRound,
  NewRound,
  RoundPage,
  RoundView,
} from "./rounds/views.js";
import { fundStatus } from "./status.js";
import { type TaskService, taskService } from "./tasks/service.js";

/** What can be asked of the funds of a programme. Methods throw `Refusal` for what does not exist or cannot be. */
export interface FundService {
  /** The calls of the funds. */
  readonly calls: CallService;
  /** What each room of the fund does with personal data. */
  readonly personalData: readonly PersonalData[];
  /** Deciding by two people: proposals, letters, objections, the reserve list. */
  readonly decisions: DecisionService;
  /** Each fund as an instrument. */
  readonly instruments: readonly Instrument[];
  /** What becomes of awards. */
  readonly grants: GrantService;
  /** Running terms of people. */
  readonly tasks: TaskService;
  /** Every fund, in the order of the programme. */
  list(): Promise<FundView[]>;
  get(fundId: string): Promise<FundView>;
  rounds(query: { page: number; pageSize: number; fundId?: string | undefined }): Promise<RoundPage>;
  /** @param registeredBy the person who sends it; null: a visitor */
  register(sent: z.output<typeof NewRound>, registeredBy: string | null): Promise<Registered>;
  registerExample(wanted: z.output<typeof NewExampleRound>): Promise<Registered>;
  round(roundId: string): Promise<RoundView>;
  /** What a round belongs to, for who may do what with it; null when there is none. */
  roundScope(roundId: string): Promise<Scope | null>;
  /** The same for the round of a job. */
  jobScope(jobId: string): Promise<Scope | null>;
  roundDocument(roundId: string): Promise<KeptDocument>;
  applications(roundId: string, query: ApplicationQuery): Promise<ApplicationPage>;
  application(roundId: string, applicationId: string): Promise<ApplicationView>;
  /** Pieces of CSV text. */
  applicationsCsv(roundId: string): Promise<AsyncGenerator<string>>;
  decide(roundId: string, options: { timeLimitSeconds: number }): Promise<JobView>;
  job(jobId: string): Promise<JobView>;
  cancelJob(jobId: string): Promise<JobView>;
  decisionDocument(roundId: string): Promise<KeptDocument>;
  decisionSummary(roundId: string): Promise<DecisionSummary>;
  /** Has a decision, or one application of it, explained. */
  explain(about: Explained): Promise<JobView>;
  explanationDocument(about: Explained): Promise<KeptDocument>;
  explanationSummary(roundId: string): Promise<ExplanationSummary>;
  applicationExplanation(roundId: string, applicationId: string): Promise<ApplicationExplanation>;
  /** The public register. */
  readonly publicRegister: RegisterService;
  /** Lists that come in from files. */
  readonly imports: ImportService;
  /** Lists that go out as files. */
  readonly exports: ExportService;
  /** Calls as one file, and those of other installations. */
  readonly archives: ArchiveService;
  /** Reviewing applications, up to frozen scores. */
  readonly reviews: ReviewService;
  /** Applications to calls, from the first word to the receipt. */
  readonly grantApplications: ApplicationService;
  /** Takes up jobs in this process; the store's queue must have started. */
  work(): Promise<void>;
  /** Publishes the calls that the programme's files work out. */
  publishCalls(): Promise<ProgrammeCalls>;
  /** Makes the examples a new store begins with. */
  makeFirstExamples(signal: AbortSignal): Promise<void>;
}

/** What the service needs from outside. */
export interface FundServiceOptions {
  readonly programme: Programme;
  readonly store: Store;
  /** Gives the origin of the site for links in letters; asked when one is written, for a server knows its port late. */
  readonly site: () => string;
}

/** The most rounds a fund's own page lists; the list of rounds has all. */
const roundsOfFund = 100;

/** Two uploads are read at a time, and eight may wait. */
const readersAtOnce = 2;
const readersWaiting = 8;

/** Makes the service. */
export function fundService({ programme, store, site }: FundServiceOptions): FundService {
  const context: FundContext = {
    programme,
    store,
    now: store.now,
    readers: limiter(readersAtOnce, readersWaiting),
    published: (tx, published) => decisions.published(tx, published),
  };
  const decisions = decisionService({ ...context, sources: decisionSources, site });
  const { database } = store;
  const imports = importService(context);
  const reviews = reviewService(context);
  const view = async (fundId: string) => {
    const fund = requireFund(context, fundId);
    const rounds = await listRounds(database, { page: 1, pageSize: roundsOfFund, fundId });
    return fundView(fund, rounds.items, context.now());
  };
  return {
    calls: callService(context),
    personalData: fundPersonalData,
    decisions,
    instruments: programme.funds.map((fund) => fundInstrument(store, fund)),
    grants: grantService(store),
    tasks: taskService(store),
    list: () => Promise.all(programme.funds.map(({ id }) => view(id))),
    get: view,
    rounds: (query) => roundPage(database, query),
    register: (sent, registeredBy) => registerRound(context, sent, registeredBy),
    registerExample: (wanted) => registerExample(context, wanted),
    round: (roundId) => roundView(database, programme, roundId),
    roundScope: (roundId) => roundScope(store, roundId),
    jobScope: (jobId) => jobScope(store, jobId),
    roundDocument: (roundId) => roundDocument(database, roundId),
    applications: (roundId, query) => applicationPage(database, roundId, query),
    application: (roundId, applicationId) => applicationView(database, roundId, applicationId),
    applicationsCsv: (roundId) => applicationsCsv(database, roundId),
    decide: (roundId, options) => requestDecision(context, roundId, options),
    job: (jobId) => requireJob(context, jobId),
    cancelJob: (jobId) => cancelJob(context, jobId),
    decisionDocument: (roundId) => decisionDocument(database, roundId),
    decisionSummary: (roundId) => decisionSummary(database, roundId),
    explain: (about) => requestExplanation(context, about),
    explanationDocument: (about) => explanationDocument(database, about),
    explanationSummary: (roundId) => explanationSummary(database, roundId),
    applicationExplanation: (roundId, applicationId) =>
      applicationExplanation(context, roundId, applicationId),
    publicRegister: registerService(context),
    archives: archiveService(context),
    exports: exportService(context),
    imports,
    reviews,
    grantApplications: applicationService(context),
    async work() {
      await imports.work();
      await store.jobs.work(decideJobKind, decideHandler(context));
      await store.jobs.work(explainJobKind, explainHandler(context));
      // A database that does not answer now is no reason not to start: the next decision asks for what is missing.
      await requestMissingExplanations(context).catch(() => {});
      await decisions.resume().catch(() => {});
    },
    publishCalls: () => publishProgrammeCalls(context),
    makeFirstExamples: (signal) => makeFirstExamples(context, signal),
  };
}

function fundInstrument(
  { database, now }: Pick<Store, "database" | "now">,
  fund: FundDefinition,
): Instrument {
  return {
    kind: "fund",
    status: async (clauseId) => (clauseId === fund.clause ? fundStatus(database, fund, now()) : null),
    opportunities: (organisation, now) => fundOpportunities(database, fund, organisation, now),
  };
}
