/** The addresses of calls. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { PARTS, type Part } from "../pages/call/edit/parts.js";
import { replacing } from "../shell/replacing.js";
import { site } from "./site.js";

const calls = createRoute({
  getParentRoute: () => site,
  path: "calls",
  component: lazyRouteComponent(() => import("../pages/call/CallsPage.js"), "CallsPage"),
});

const newCall = createRoute({
  getParentRoute: () => site,
  path: "calls/new",
  component: lazyRouteComponent(() => import("../pages/call/NewCallPage.js"), "NewCallPage"),
});

const call = createRoute({
  getParentRoute: () => site,
  path: "calls/$callId",
  component: lazyRouteComponent(() => import("../pages/call/CallPage.js"), "CallPage"),
});

const editCall = createRoute({
  getParentRoute: () => site,
  path: "calls/$callId/edit",
  validateSearch: (search: Record<string, unknown>): { part?: Part } =>
    replacing<{ part?: Part }>({ part: PARTS.find((part) => part === search.part) }),
  component: lazyRouteComponent(() => import("../pages/call/edit/EditCallPage.js"), "EditCallPage"),
});

/** All of them. */
export const callsAddresses = [calls, newCall, call, editCall] as const;
