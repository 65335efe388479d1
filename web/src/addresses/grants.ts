/** The addresses of grants, payments and running terms. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readGrantsSearch, readPaymentsSearch } from "../pages/grant/search.js";
import { replacing } from "../shell/replacing.js";
import { site } from "./site.js";

const grants = createRoute({
  getParentRoute: () => site,
  path: "grants",
  validateSearch: readGrantsSearch,
  component: lazyRouteComponent(() => import("../pages/grant/GrantsPage.js"), "GrantsPage"),
});

const grant = createRoute({
  getParentRoute: () => site,
  path: "grants/$applicationId",
  component: lazyRouteComponent(() => import("../pages/grant/GrantPage.js"), "GrantPage"),
});

const payments = createRoute({
  getParentRoute: () => site,
  path: "payments",
  validateSearch: readPaymentsSearch,
  component: lazyRouteComponent(() => import("../pages/grant/PaymentsPage.js"), "PaymentsPage"),
});

const tasks = createRoute({
  getParentRoute: () => site,
  path: "tasks",
  validateSearch: (search: Record<string, unknown>): { whose?: "mine" | "fund" } =>
    replacing<{ whose?: "mine" | "fund" }>({ whose: search.whose === "fund" ? "fund" : undefined }),
  component: lazyRouteComponent(() => import("../pages/tasks/TasksPage.js"), "TasksPage"),
});

/** All of them. */
export const grantsAddresses = [grants, grant, payments, tasks] as const;
