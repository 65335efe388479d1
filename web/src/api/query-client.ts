/** The cache of answers. */
import { QueryClient } from "@tanstack/react-query";
import { isContactLost } from "./client.js";

/** Makes a cache. A refusal is shown at once; only a server that could not be reached or failed is asked again. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && isContactLost(error),
      },
    },
  });
}
