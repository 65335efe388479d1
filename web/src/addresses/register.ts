/** The addresses of the public register. */
import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { readRegisterSearch } from "../pages/register/search.js";
import { pageSearch } from "./search.js";
import { site } from "./site.js";

const register = createRoute({
  getParentRoute: () => site,
  path: "register",
  validateSearch: readRegisterSearch,
  component: lazyRouteComponent(() => import("../pages/register/RegisterPage.js"), "RegisterPage"),
});

const award = createRoute({
  getParentRoute: () => site,
  path: "register/awards/$awardId",
  component: lazyRouteComponent(() => import("../pages/register/AwardPage.js"), "AwardPage"),
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
    () => import("../pages/register/RegisterDecisionsPage.js"),
    "RegisterDecisionsPage",
  ),
});

const registerAbout = createRoute({
  getParentRoute: () => site,
  path: "register/about",
  validateSearch: (search: Record<string, unknown>) => ({ example: readRegisterSearch(search).example }),
  component: lazyRouteComponent(() => import("../pages/register/RegisterAboutPage.js"), "RegisterAboutPage"),
});

/** All of them. */
export const registerAddresses = [register, award, registerCall, registerDecisions, registerAbout] as const;
