/** The published documents of a round, read by the page for pictures, what-if and the check. */
import { queryOptions } from "@tanstack/react-query";
import type { Decision, Round } from "@voorsprong/allocation";
import { getJson, getText } from "../../api/client.js";

const path = (roundId: string) => `/rounds/${encodeURIComponent(roundId)}`;

/** The canonical round. It never changes once registered. */
export const roundDocumentQuery = (roundId: string) =>
  queryOptions({
    queryKey: ["round-document", roundId],
    queryFn: ({ signal }) => getJson<Round>(`${path(roundId)}/document`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The decision, byte for byte. It never changes once published. */
export const decisionTextQuery = (roundId: string) =>
  queryOptions({
    queryKey: ["decision-text", roundId],
    queryFn: ({ signal }) => getText(`${path(roundId)}/decision`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Reads a decision that the server published. Not for checking: the verifier reads the text itself. */
export function decisionOf(text: string): Decision {
  return JSON.parse(text) as Decision;
}
