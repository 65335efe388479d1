/** The addresses of the site. Every page is loaded when it is first needed. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { Loading } from "./components/Loading.js";
import { isLanguage, type Language } from "./i18n/language.js";
import { readApplicationsSearch, readStepSearch } from "./pages/application/search.js";
import { PARTS, type Part } from "./pages/call/edit/parts.js";
import { readImportSearch } from "./pages/exchange/search.js";
import { readGrantsSearch, readPaymentsSearch } from "./pages/grant/search.js";
import { readRegisterSearch } from "./pages/register/search.js";
import { readAssignmentSearch, readOwnSearch, readPanelSearch } from "./pages/review/search.js";
import { readRoundSearch } from "./pages/round/search.js";
import { NotFound } from "./shell/NotFound.js";
import { RouteError } from "./shell/RouteError.js";
import { replacing } from "./shell/replacing.js";
import { Shell } from "./shell/Shell.js";

const root = createRootRoute({ component: Outlet });

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/$lang", params: { lang: "nl" }, replace: true });
  },
});

/** Everything below a language. An address without one, as the API writes it, goes to the Dutch page. */
const site = createRoute({
  getParentRoute: () => root,
  path: "$lang",
  beforeLoad: ({ params, location }) => {
    if (!isLanguage(params.lang)) throw redirect({ href: `/nl${location.href}`, replace: true });
  },
  component: function Site() {
    return <Shell language={site.useParams().lang as Language} />;
  },
});

const accord = createRoute({
  getParentRoute: () => site,
  path: "/",
  component: lazyRouteComponent(() => import("./pages/accord/AccordPage.js"), "AccordPage"),
});

const clause = createRoute({
  getParentRoute: () => site,
  path: "clauses/$clauseId",
  component: lazyRouteComponent(() => import("./pages/clause/ClausePage.js"), "ClausePage"),
});

const funds = createRoute({
  getParentRoute: () => site,
  path: "funds",
  component: lazyRouteComponent(() => import("./pages/fund/FundsPage.js"), "FundsPage"),
});

const fund = createRoute({
  getParentRoute: () => site,
  path: "funds/$fundId",
  component: lazyRouteComponent(() => import("./pages/fund/FundPage.js"), "FundPage"),
});

const calls = createRoute({
  getParentRoute: () => site,
  path: "calls",
  component: lazyRouteComponent(() => import("./pages/call/CallsPage.js"), "CallsPage"),
});

const call = createRoute({
  getParentRoute: () => site,
  path: "calls/$callId",
  component: lazyRouteComponent(() => import("./pages/call/CallPage.js"), "CallPage"),
});

const callApplications = createRoute({
  getParentRoute: () => site,
  path: "calls/$callId/applications",
  validateSearch: readApplicationsSearch,
  component: lazyRouteComponent(
    () => import("./pages/application/CallApplicationsPage.js"),
    "CallApplicationsPage",
  ),
});

const application = createRoute({
  getParentRoute: () => site,
  path: "applications/$applicationId",
  validateSearch: readStepSearch,
  component: lazyRouteComponent(() => import("./pages/application/ApplicationPage.js"), "ApplicationPage"),
});

const partnerInvitation = createRoute({
  getParentRoute: () => site,
  path: "applications/$applicationId/invitation/$partner",
  component: lazyRouteComponent(() => import("./pages/application/InvitationPage.js"), "InvitationPage"),
});

const my = createRoute({
  getParentRoute: () => site,
  path: "my",
  validateSearch: (search: Record<string, unknown>) =>
    replacing<{ page?: number; call?: string }>({
      page: pageSearch(search).page,
      call: typeof search.call === "string" && search.call !== "" ? search.call : undefined,
    }),
  component: lazyRouteComponent(() => import("./pages/my/MyPage.js"), "MyPage"),
});

const fundMoney = createRoute({
  getParentRoute: () => site,
  path: "funds/$fundId/money",
  validateSearch: (search: Record<string, unknown>) => pageSearch(search),
  component: lazyRouteComponent(() => import("./pages/grant/FundMoneyPage.js"), "FundMoneyPage"),
});

const grants = createRoute({
  getParentRoute: () => site,
  path: "grants",
  validateSearch: readGrantsSearch,
  component: lazyRouteComponent(() => import("./pages/grant/GrantsPage.js"), "GrantsPage"),
});

const grant = createRoute({
  getParentRoute: () => site,
  path: "grants/$applicationId",
  component: lazyRouteComponent(() => import("./pages/grant/GrantPage.js"), "GrantPage"),
});

const payments = createRoute({
  getParentRoute: () => site,
  path: "payments",
  validateSearch: readPaymentsSearch,
  component: lazyRouteComponent(() => import("./pages/grant/PaymentsPage.js"), "PaymentsPage"),
});

const tasks = createRoute({
  getParentRoute: () => site,
  path: "tasks",
  validateSearch: (search: Record<string, unknown>): { whose?: "mine" | "fund" } =>
    replacing<{ whose?: "mine" | "fund" }>({ whose: search.whose === "fund" ? "fund" : undefined }),
  component: lazyRouteComponent(() => import("./pages/tasks/TasksPage.js"), "TasksPage"),
});

const newCall = createRoute({
  getParentRoute: () => site,
  path: "calls/new",
  component: lazyRouteComponent(() => import("./pages/call/NewCallPage.js"), "NewCallPage"),
});

const editCall = createRoute({
  getParentRoute: () => site,
  path: "calls/$callId/edit",
  validateSearch: (search: Record<string, unknown>): { part?: Part } =>
    replacing<{ part?: Part }>({ part: PARTS.find((part) => part === search.part) }),
  component: lazyRouteComponent(() => import("./pages/call/edit/EditCallPage.js"), "EditCallPage"),
});

/** State of a list in pages: absent means the first page. */
function pageSearch(search: Record<string, unknown>): { page?: number } {
  const page = Number(search.page);
  return replacing<{ page?: number }>({ page: Number.isSafeInteger(page) && page > 1 ? page : undefined });
}

const rounds = createRoute({
  getParentRoute: () => site,
  path: "rounds",
  validateSearch: pageSearch,
  component: lazyRouteComponent(() => import("./pages/rounds/RoundsPage.js"), "RoundsPage"),
});

const newRound = createRoute({
  getParentRoute: () => site,
  path: "rounds/new",
  validateSearch: (search: Record<string, unknown>): { fund?: string } =>
    replacing<{ fund?: string }>({ fund: typeof search.fund === "string" ? search.fund : undefined }),
  component: lazyRouteComponent(() => import("./pages/round/NewRoundPage.js"), "NewRoundPage"),
});

const round = createRoute({
  getParentRoute: () => site,
  path: "rounds/$roundId",
  validateSearch: readRoundSearch,
  component: lazyRouteComponent(() => import("./pages/round/RoundPage.js"), "RoundPage"),
});

const myReviews = createRoute({
  getParentRoute: () => site,
  path: "reviews",
  validateSearch: readOwnSearch,
  component: lazyRouteComponent(() => import("./pages/review/own/MyReviewsPage.js"), "MyReviewsPage"),
});

const ownReview = createRoute({
  getParentRoute: () => site,
  path: "reviews/$applicationId",
  component: lazyRouteComponent(() => import("./pages/review/own/ReviewPage.js"), "ReviewPage"),
});

const callReview = createRoute({
  getParentRoute: () => site,
  path: "calls/$callId/review",
  validateSearch: readAssignmentSearch,
  component: lazyRouteComponent(() => import("./pages/review/manage/CallReviewPage.js"), "CallReviewPage"),
});

const callPanel = createRoute({
  getParentRoute: () => site,
  path: "calls/$callId/panel",
  validateSearch: readPanelSearch,
  component: lazyRouteComponent(() => import("./pages/review/panel/PanelPage.js"), "PanelPage"),
});

const deliberation = createRoute({
  getParentRoute: () => site,
  path: "calls/$callId/panel/$applicationId",
  component: lazyRouteComponent(() => import("./pages/review/panel/DeliberationPage.js"), "DeliberationPage"),
});

const ledger = createRoute({
  getParentRoute: () => site,
  path: "ledger",
  validateSearch: (search: Record<string, unknown>) =>
    replacing<{ page?: number; subject?: string }>({
      page: pageSearch(search).page,
      subject: typeof search.subject === "string" && search.subject !== "" ? search.subject : undefined,
    }),
  component: lazyRouteComponent(() => import("./pages/ledger/LedgerPage.js"), "LedgerPage"),
});

const verify = createRoute({
  getParentRoute: () => site,
  path: "verify",
  component: lazyRouteComponent(() => import("./pages/verify/VerifyPage.js"), "VerifyPage"),
});

/** The short Dutch address of the verify page, as decisions and letters name it. */
const controleer = createRoute({
  getParentRoute: () => site,
  path: "controleer",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/$lang/verify", params, replace: true });
  },
});

const about = createRoute({
  getParentRoute: () => site,
  path: "about",
  component: lazyRouteComponent(() => import("./pages/about/AboutPage.js"), "AboutPage"),
});

/** A short text of the query string; absent when it is none. */
const textSearch = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

const signInProblems = ["expired", "refused", "unreachable"] as const;

const signIn = createRoute({
  getParentRoute: () => site,
  path: "sign-in",
  validateSearch: (search: Record<string, unknown>) =>
    replacing<{ problem?: (typeof signInProblems)[number]; return?: string }>({
      problem: signInProblems.find((problem) => problem === search.problem),
      return: textSearch(search.return),
    }),
  component: lazyRouteComponent(() => import("./pages/sign-in/SignInPage.js"), "SignInPage"),
});

const signedIn = createRoute({
  getParentRoute: () => site,
  path: "signed-in",
  component: lazyRouteComponent(() => import("./pages/sign-in/SignInPage.js"), "SignedInPage"),
});

const tryOut = createRoute({
  getParentRoute: () => site,
  path: "try-out/$uid",
  component: lazyRouteComponent(() => import("./pages/sign-in/TryOutPage.js"), "TryOutPage"),
});

const account = createRoute({
  getParentRoute: () => site,
  path: "account",
  component: lazyRouteComponent(() => import("./pages/account/AccountPage.js"), "AccountPage"),
});

const newOrganisation = createRoute({
  getParentRoute: () => site,
  path: "organisations/new",
  component: lazyRouteComponent(
    () => import("./pages/organisation/NewOrganisationPage.js"),
    "NewOrganisationPage",
  ),
});

const organisation = createRoute({
  getParentRoute: () => site,
  path: "organisations/$organisationId",
  component: lazyRouteComponent(() => import("./pages/organisation/OrganisationPage.js"), "OrganisationPage"),
});

const invitation = createRoute({
  getParentRoute: () => site,
  path: "invitation",
  component: lazyRouteComponent(() => import("./pages/organisation/InvitationPage.js"), "InvitationPage"),
});

const roles = createRoute({
  getParentRoute: () => site,
  path: "roles",
  component: lazyRouteComponent(() => import("./pages/roles/RolesPage.js"), "RolesPage"),
});

const register = createRoute({
  getParentRoute: () => site,
  path: "register",
  validateSearch: readRegisterSearch,
  component: lazyRouteComponent(() => import("./pages/register/RegisterPage.js"), "RegisterPage"),
});

const award = createRoute({
  getParentRoute: () => site,
  path: "register/awards/$awardId",
  component: lazyRouteComponent(() => import("./pages/register/AwardPage.js"), "AwardPage"),
});

/** The address of a call in open data: its page is the call's own. */
const registerCall = createRoute({
  getParentRoute: () => site,
  path: "register/calls/$callId",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/$lang/calls/$callId", params, replace: true });
  },
});

const registerDecisions = createRoute({
  getParentRoute: () => site,
  path: "register/decisions",
  validateSearch: pageSearch,
  component: lazyRouteComponent(
    () => import("./pages/register/RegisterDecisionsPage.js"),
    "RegisterDecisionsPage",
  ),
});

const registerAbout = createRoute({
  getParentRoute: () => site,
  path: "register/about",
  validateSearch: (search: Record<string, unknown>) => ({ example: readRegisterSearch(search).example }),
  component: lazyRouteComponent(() => import("./pages/register/RegisterAboutPage.js"), "RegisterAboutPage"),
});

const exchange = createRoute({
  getParentRoute: () => site,
  path: "exchange",
  validateSearch: (search: Record<string, unknown>) =>
    replacing<{ call?: string }>({ call: textSearch(search.call) }),
  component: lazyRouteComponent(() => import("./pages/exchange/ExchangePage.js"), "ExchangePage"),
});

const importPage = createRoute({
  getParentRoute: () => site,
  path: "exchange/imports/$importId",
  validateSearch: readImportSearch,
  component: lazyRouteComponent(() => import("./pages/exchange/ImportPage.js"), "ImportPage"),
});

const archive = createRoute({
  getParentRoute: () => site,
  path: "exchange/archives/$hash",
  validateSearch: pageSearch,
  component: lazyRouteComponent(() => import("./pages/exchange/ArchivePage.js"), "ArchivePage"),
});

const callDecision = createRoute({
  getParentRoute: () => site,
  path: "calls/$callId/decision",
  validateSearch: pageSearch,
  component: lazyRouteComponent(() => import("./pages/decision/CallDecisionPage.js"), "CallDecisionPage"),
});

const applicationDecision = createRoute({
  getParentRoute: () => site,
  path: "decision/$applicationId",
  component: lazyRouteComponent(
    () => import("./pages/decision/ApplicationDecisionPage.js"),
    "ApplicationDecisionPage",
  ),
});

const letter = createRoute({
  getParentRoute: () => site,
  path: "letters/$letterId",
  component: lazyRouteComponent(() => import("./pages/decision/LetterPage.js"), "LetterPage"),
});

const fileObjection = createRoute({
  getParentRoute: () => site,
  path: "objection/$applicationId",
  component: lazyRouteComponent(() => import("./pages/objection/FileObjectionPage.js"), "FileObjectionPage"),
});

const objections = createRoute({
  getParentRoute: () => site,
  path: "objections",
  component: lazyRouteComponent(() => import("./pages/objection/ObjectionsPage.js"), "ObjectionsPage"),
});

const objection = createRoute({
  getParentRoute: () => site,
  path: "objections/$objectionId",
  component: lazyRouteComponent(() => import("./pages/objection/ObjectionPage.js"), "ObjectionPage"),
});

const elsewhere = createRoute({
  getParentRoute: () => site,
  path: "$",
  beforeLoad: () => {
    throw notFound();
  },
});

const tree = root.addChildren([
  home,
  site.addChildren([
    accord,
    clause,
    funds,
    fund,
    fundMoney,
    grants,
    grant,
    payments,
    tasks,
    calls,
    newCall,
    call,
    callApplications,
    callDecision,
    applicationDecision,
    letter,
    fileObjection,
    objections,
    objection,
    application,
    partnerInvitation,
    my,
    editCall,
    rounds,
    newRound,
    round,
    myReviews,
    ownReview,
    callReview,
    callPanel,
    deliberation,
    ledger,
    verify,
    controleer,
    about,
    signIn,
    signedIn,
    tryOut,
    account,
    newOrganisation,
    organisation,
    invitation,
    roles,
    register,
    award,
    registerCall,
    registerDecisions,
    registerAbout,
    exchange,
    importPage,
    archive,
    elsewhere,
  ]),
]);

/** Makes the router of the site. */
export function makeRouter() {
  return createRouter({
    routeTree: tree,
    defaultPreload: "intent",
    defaultPendingComponent: Loading,
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: RouteError,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
