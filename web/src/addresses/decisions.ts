/** The addresses of decisions, letters and objections. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { pageSearch } from "./search.js";
import { site } from "./site.js";

const callDecision = createRoute({
  getParentRoute: () => site,
  path: "calls/$callId/decision",
  validateSearch: pageSearch,
  component: lazyRouteComponent(() => import("../pages/decision/CallDecisionPage.js"), "CallDecisionPage"),
});

const applicationDecision = createRoute({
  getParentRoute: () => site,
  path: "decision/$applicationId",
  component: lazyRouteComponent(
    () => import("../pages/decision/ApplicationDecisionPage.js"),
    "ApplicationDecisionPage",
  ),
});

const letter = createRoute({
  getParentRoute: () => site,
  path: "letters/$letterId",
  component: lazyRouteComponent(() => import("../pages/decision/LetterPage.js"), "LetterPage"),
});

const fileObjection = createRoute({
  getParentRoute: () => site,
  path: "objection/$applicationId",
  component: lazyRouteComponent(() => import("../pages/objection/FileObjectionPage.js"), "FileObjectionPage"),
});

const objections = createRoute({
  getParentRoute: () => site,
  path: "objections",
  component: lazyRouteComponent(() => import("../pages/objection/ObjectionsPage.js"), "ObjectionsPage"),
});

const objection = createRoute({
  getParentRoute: () => site,
  path: "objections/$objectionId",
  component: lazyRouteComponent(() => import("../pages/objection/ObjectionPage.js"), "ObjectionPage"),
});

/** All of them. */
export const decisionsAddresses = [
  callDecision,
  applicationDecision,
  letter,
  fileObjection,
  objections,
  objection,
] as const;
