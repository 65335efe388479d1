/** What the routes of reviews are about, for who may use them. */
import type { Actor, ScopedRequest } from "@voorsprong/access";
import type { ReviewService } from "../service.js";
import { noCall } from "../terms.js";

/** Routes below /calls/{callId}: the call's fund. Calls are public, so that one exists is no secret. */
export function ofCall(reviews: ReviewService) {
  return {
    scope: ({ params }: ScopedRequest) => reviews.callScope(params.callId!),
    missing: ({ params }: ScopedRequest) => noCall(params.callId!),
  };
}

/** Routes below /reviews/{applicationId}: the reviewers it is assigned to who have no conflict. */
export function ofReview(reviews: ReviewService) {
  return {
    scope: ({ params }: ScopedRequest) => reviews.reviewScope(params.applicationId!),
    missing: ({ params }: ScopedRequest) => reviews.noReview(params.applicationId!),
  };
}

/** What is said of an application that is not there. */
export const noApplication = (applicationId: string): string => `There is no application ${applicationId}.`;

/** Routes below /applications/{applicationId} for those who run the fund. */
export function ofApplication(reviews: ReviewService) {
  return {
    scope: ({ params }: ScopedRequest) => reviews.reviewScope(params.applicationId!),
    missing: ({ params }: ScopedRequest) => noApplication(params.applicationId!),
  };
}

/** The person who asks; the permission has made sure that there is one. */
export function personOf({ actor }: { readonly actor: Actor }): string {
  if (actor.personId === null) throw new Error("a route that needs a person let a visitor through");
  return actor.personId;
}
