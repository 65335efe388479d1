/** The addresses of funds. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { pageSearch } from "./search.js";
import { site } from "./site.js";

const funds = createRoute({
  getParentRoute: () => site,
  path: "funds",
  component: lazyRouteComponent(() => import("../pages/fund/FundsPage.js"), "FundsPage"),
});

const fund = createRoute({
  getParentRoute: () => site,
  path: "funds/$fundId",
  component: lazyRouteComponent(() => import("../pages/fund/FundPage.js"), "FundPage"),
});

const fundMoney = createRoute({
  getParentRoute: () => site,
  path: "funds/$fundId/money",
  validateSearch: (search: Record<string, unknown>) => pageSearch(search),
  component: lazyRouteComponent(() => import("../pages/grant/FundMoneyPage.js"), "FundMoneyPage"),
});

/** All of them. */
export const fundsAddresses = [funds, fund, fundMoney] as const;
