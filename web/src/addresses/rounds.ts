/** The addresses of rounds. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readRoundSearch } from "../pages/round/search.js";
import { replacing } from "../shell/replacing.js";
import { pageSearch } from "./search.js";
import { site } from "./site.js";

const rounds = createRoute({
  getParentRoute: () => site,
  path: "rounds",
  validateSearch: pageSearch,
  component: lazyRouteComponent(() => import("../pages/rounds/RoundsPage.js"), "RoundsPage"),
});

const newRound = createRoute({
  getParentRoute: () => site,
  path: "rounds/new",
  validateSearch: (search: Record<string, unknown>): { fund?: string } =>
    replacing<{ fund?: string }>({ fund: typeof search.fund === "string" ? search.fund : undefined }),
  component: lazyRouteComponent(() => import("../pages/round/NewRoundPage.js"), "NewRoundPage"),
});

const round = createRoute({
  getParentRoute: () => site,
  path: "rounds/$roundId",
  validateSearch: readRoundSearch,
  component: lazyRouteComponent(() => import("../pages/round/RoundPage.js"), "RoundPage"),
});

/** All of them. */
export const roundsAddresses = [rounds, newRound, round] as const;
