/** The addresses of applications. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readApplicationsSearch, readStepSearch } from "../pages/application/search.js";
import { replacing } from "../shell/replacing.js";
import { pageSearch } from "./search.js";
import { site } from "./site.js";

const callApplications = createRoute({
  getParentRoute: () => site,
  path: "calls/$callId/applications",
  validateSearch: readApplicationsSearch,
  component: lazyRouteComponent(
    () => import("../pages/application/CallApplicationsPage.js"),
    "CallApplicationsPage",
  ),
});

const application = createRoute({
  getParentRoute: () => site,
  path: "applications/$applicationId",
  validateSearch: readStepSearch,
  component: lazyRouteComponent(() => import("../pages/application/ApplicationPage.js"), "ApplicationPage"),
});

const partnerInvitation = createRoute({
  getParentRoute: () => site,
  path: "applications/$applicationId/invitation/$partner",
  component: lazyRouteComponent(() => import("../pages/application/InvitationPage.js"), "InvitationPage"),
});

const my = createRoute({
  getParentRoute: () => site,
  path: "my",
  validateSearch: (search: Record<string, unknown>) =>
    replacing<{ page?: number; call?: string }>({
      page: pageSearch(search).page,
      call: typeof search.call === "string" && search.call !== "" ? search.call : undefined,
    }),
  component: lazyRouteComponent(() => import("../pages/my/MyPage.js"), "MyPage"),
});

/** All of them. */
export const applicationsAddresses = [callApplications, application, partnerInvitation, my] as const;
