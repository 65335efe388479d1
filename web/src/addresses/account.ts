/** The addresses of signing in, of organisations and of roles. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { replacing } from "../shell/replacing.js";
import { textSearch } from "./search.js";
import { site } from "./site.js";

const signInProblems = ["expired", "refused", "unreachable"] as const;

const signIn = createRoute({
  getParentRoute: () => site,
  path: "sign-in",
  validateSearch: (search: Record<string, unknown>) =>
    replacing<{ problem?: (typeof signInProblems)[number]; return?: string }>({
      problem: signInProblems.find((problem) => problem === search.problem),
      return: textSearch(search.return),
    }),
  component: lazyRouteComponent(() => import("../pages/sign-in/SignInPage.js"), "SignInPage"),
});

const signedIn = createRoute({
  getParentRoute: () => site,
  path: "signed-in",
  component: lazyRouteComponent(() => import("../pages/sign-in/SignInPage.js"), "SignedInPage"),
});

const tryOut = createRoute({
  getParentRoute: () => site,
  path: "try-out/$uid",
  component: lazyRouteComponent(() => import("../pages/sign-in/TryOutPage.js"), "TryOutPage"),
});

const account = createRoute({
  getParentRoute: () => site,
  path: "account",
  component: lazyRouteComponent(() => import("../pages/account/AccountPage.js"), "AccountPage"),
});

const newOrganisation = createRoute({
  getParentRoute: () => site,
  path: "organisations/new",
  component: lazyRouteComponent(
    () => import("../pages/organisation/NewOrganisationPage.js"),
    "NewOrganisationPage",
  ),
});

const organisation = createRoute({
  getParentRoute: () => site,
  path: "organisations/$organisationId",
  component: lazyRouteComponent(
    () => import("../pages/organisation/OrganisationPage.js"),
    "OrganisationPage",
  ),
});

const invitation = createRoute({
  getParentRoute: () => site,
  path: "invitation",
  component: lazyRouteComponent(() => import("../pages/organisation/InvitationPage.js"), "InvitationPage"),
});

const roles = createRoute({
  getParentRoute: () => site,
  path: "roles",
  component: lazyRouteComponent(() => import("../pages/roles/RolesPage.js"), "RolesPage"),
});

/** All of them. */
export const accountAddresses = [
  signIn,
  signedIn,
  tryOut,
  account,
  newOrganisation,
  organisation,
  invitation,
  roles,
] as const;
