/** The addresses of reviewing. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readAssignmentSearch, readOwnSearch, readPanelSearch } from "../pages/review/search.js";
import { site } from "./site.js";

const myReviews = createRoute({
  getParentRoute: () => site,
  path: "reviews",
  validateSearch: readOwnSearch,
  component: lazyRouteComponent(() => import("../pages/review/own/MyReviewsPage.js"), "MyReviewsPage"),
});

const ownReview = createRoute({
  getParentRoute: () => site,
  path: "reviews/$applicationId",
  component: lazyRouteComponent(() => import("../pages/review/own/ReviewPage.js"), "ReviewPage"),
});

const callReview = createRoute({
  getParentRoute: () => site,
  path: "calls/$callId/review",
  validateSearch: readAssignmentSearch,
  component: lazyRouteComponent(() => import("../pages/review/manage/CallReviewPage.js"), "CallReviewPage"),
});

const callPanel = createRoute({
  getParentRoute: () => site,
  path: "calls/$callId/panel",
  validateSearch: readPanelSearch,
  component: lazyRouteComponent(() => import("../pages/review/panel/PanelPage.js"), "PanelPage"),
});

const deliberation = createRoute({
  getParentRoute: () => site,
  path: "calls/$callId/panel/$applicationId",
  component: lazyRouteComponent(
    () => import("../pages/review/panel/DeliberationPage.js"),
    "DeliberationPage",
  ),
});

/** All of them. */
export const reviewsAddresses = [myReviews, ownReview, callReview, callPanel, deliberation] as const;
