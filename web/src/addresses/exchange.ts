/** The addresses of lists and archives that come in. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readImportSearch } from "../pages/exchange/search.js";
import { replacing } from "../shell/replacing.js";
import { pageSearch, textSearch } from "./search.js";
import { site } from "./site.js";

const exchange = createRoute({
  getParentRoute: () => site,
  path: "exchange",
  validateSearch: (search: Record<string, unknown>) =>
    replacing<{ call?: string }>({ call: textSearch(search.call) }),
  component: lazyRouteComponent(() => import("../pages/exchange/ExchangePage.js"), "ExchangePage"),
});

const importPage = createRoute({
  getParentRoute: () => site,
  path: "exchange/imports/$importId",
  validateSearch: readImportSearch,
  component: lazyRouteComponent(() => import("../pages/exchange/ImportPage.js"), "ImportPage"),
});

const archive = createRoute({
  getParentRoute: () => site,
  path: "exchange/archives/$hash",
  validateSearch: pageSearch,
  component: lazyRouteComponent(() => import("../pages/exchange/ArchivePage.js"), "ArchivePage"),
});

/** All of them. */
export const exchangeAddresses = [exchange, importPage, archive] as const;
