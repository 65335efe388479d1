/** Changes to a grant: sent, shown on the page, read out. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { GrantView } from "@voorsprong/server/contract";
import { sendJson } from "../../api/client.js";
import { grantQuery } from "../../api/grants.js";
import { useAnnounce } from "../../shell/Announcer.js";

/** One change. */
export interface Change {
  readonly method?: "POST" | "PUT" | "DELETE";
  /** Below the grant, for instance `/reports`. */
  readonly path: string;
  readonly body?: unknown;
  /** What is read out when it is done. */
  readonly done: string;
}

/** Sends changes to one grant; every answer is the grant as it then is. */
export function useGrantChange(applicationId: string) {
  const client = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: ({ method = "POST", path, body }: Change) =>
      sendJson<GrantView>(method, `/grants/${encodeURIComponent(applicationId)}${path}`, body),
    onSuccess: async (grant, { done }) => {
      client.setQueryData(grantQuery(applicationId).queryKey, grant);
      announce(done);
      for (const key of ["tasks", "grants", "payments", "fund-money"])
        await client.invalidateQueries({ queryKey: [key] });
    },
  });
}
