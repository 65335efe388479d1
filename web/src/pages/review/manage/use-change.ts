/** A change to the review of a call: sent, said, and everything that shows it read again. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sendJson } from "../../../api/client.js";
import { proposalQuery, reviewProgressQuery } from "../../../api/reviews.js";
import { useAnnounce } from "../../../shell/Announcer.js";

/** What is sent. */
export interface Change {
  readonly method: "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below the call, for instance `reminders`. */
  readonly part: string;
  readonly body?: unknown;
}

/**
 * Sends changes of a call's review.
 * @param done what is read out after it, from the answer
 */
export function useChange<Answer = unknown>(callId: string, done: (answer: Answer) => string) {
  const client = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: ({ method, part, body }: Change) =>
      sendJson<Answer>(method, `/calls/${encodeURIComponent(callId)}/${part}`, body),
    async onSuccess(answer) {
      announce(done(answer));
      const progress = await client.fetchQuery({ ...reviewProgressQuery(callId), staleTime: 0 });
      const [, , proposal] = proposalQuery(callId).queryKey;
      await client.invalidateQueries({
        queryKey: ["call-review", callId],
        // A proposal that is gone is not asked for again.
        predicate: ({ queryKey }) => queryKey[2] !== proposal || progress.hasProposal,
      });
    },
  });
}
