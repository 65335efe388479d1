/** The addresses of the accord, of the ledger and of checking. */
import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { replacing } from "../shell/replacing.js";
import { pageSearch } from "./search.js";
import { site } from "./site.js";

const accord = createRoute({
  getParentRoute: () => site,
  path: "/",
  component: lazyRouteComponent(() => import("../pages/accord/AccordPage.js"), "AccordPage"),
});

const clause = createRoute({
  getParentRoute: () => site,
  path: "clauses/$clauseId",
  component: lazyRouteComponent(() => import("../pages/clause/ClausePage.js"), "ClausePage"),
});

const ledger = createRoute({
  getParentRoute: () => site,
  path: "ledger",
  validateSearch: (search: Record<string, unknown>) =>
    replacing<{ page?: number; subject?: string }>({
      page: pageSearch(search).page,
      subject: typeof search.subject === "string" && search.subject !== "" ? search.subject : undefined,
    }),
  component: lazyRouteComponent(() => import("../pages/ledger/LedgerPage.js"), "LedgerPage"),
});

const verify = createRoute({
  getParentRoute: () => site,
  path: "verify",
  component: lazyRouteComponent(() => import("../pages/verify/VerifyPage.js"), "VerifyPage"),
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
  component: lazyRouteComponent(() => import("../pages/about/AboutPage.js"), "AboutPage"),
});

/** All of them. */
export const accordAddresses = [accord, clause, ledger, verify, controleer, about] as const;
