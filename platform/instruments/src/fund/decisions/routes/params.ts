/** Whom the routes of deciding are for, and what is said of what does not exist. */
import type { ScopedRequest } from "@voorsprong/access";
import type { DecisionService } from "../service.js";

/** Scope and words per kind of thing in the path. */
export function guards(decisions: DecisionService) {
  return {
    ofCall: {
      scope: ({ params }: ScopedRequest) => decisions.callScope(params.callId ?? ""),
      missing: ({ params }: ScopedRequest) => `There is no call ${params.callId}.`,
    },
    ofProposal: {
      scope: ({ params }: ScopedRequest) =>
        decisions.proposalScope(params.callId ?? "", Number(params.number)),
      missing: ({ params }: ScopedRequest) => `Call ${params.callId} has no proposal ${params.number}.`,
    },
    ofApplication: {
      scope: ({ params }: ScopedRequest) => decisions.applicationScope(params.applicationId ?? ""),
      missing: ({ params }: ScopedRequest) => `There is no application ${params.applicationId}.`,
    },
    ofLetter: {
      scope: ({ params }: ScopedRequest) => decisions.letterScope(params.letterId ?? ""),
      missing: ({ params }: ScopedRequest) => `There is no letter ${params.letterId}.`,
    },
    ofObjection: {
      scope: ({ params }: ScopedRequest) => decisions.objectionScope(params.objectionId ?? ""),
      missing: ({ params }: ScopedRequest) => `There is no objection ${params.objectionId}.`,
    },
  };
}
