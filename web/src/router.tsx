/** The addresses of the site. Every page is loaded when it is first needed. */
import { createRoute, createRouter, notFound, redirect } from "@tanstack/react-router";
import { accordAddresses } from "./addresses/accord.js";
import { accountAddresses } from "./addresses/account.js";
import { applicationsAddresses } from "./addresses/applications.js";
import { callsAddresses } from "./addresses/calls.js";
import { decisionsAddresses } from "./addresses/decisions.js";
import { exchangeAddresses } from "./addresses/exchange.js";
import { fundsAddresses } from "./addresses/funds.js";
import { grantsAddresses } from "./addresses/grants.js";
import { registerAddresses } from "./addresses/register.js";
import { reviewsAddresses } from "./addresses/reviews.js";
import { roundsAddresses } from "./addresses/rounds.js";
import { root, site } from "./addresses/site.js";
import { Loading } from "./components/Loading.js";
import { NotFound } from "./shell/NotFound.js";
import { RouteError } from "./shell/RouteError.js";

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/$lang", params: { lang: "nl" }, replace: true });
  },
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
    ...accordAddresses,
    ...fundsAddresses,
    ...callsAddresses,
    ...applicationsAddresses,
    ...roundsAddresses,
    ...reviewsAddresses,
    ...decisionsAddresses,
    ...grantsAddresses,
    ...accountAddresses,
    ...registerAddresses,
    ...exchangeAddresses,
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
