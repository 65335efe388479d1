/** How an instrument says no. The server turns a refusal into a problem document, the command line into a message. */
import { z } from "zod";

/** One thing that is wrong with what was sent. */
export const InputError = z
  .object({
    in: z.enum(["body", "query", "path"]),
    location: z.object({
      pointer: z.string().optional(),
      line: z.int().optional(),
      column: z.int().optional(),
    }),
    code: z.string(),
    detail: z.string(),
  })
  .meta({ id: "InputError" });
export type InputError = z.infer<typeof InputError>;

/**
 * `not-found`: there is no such thing. `conflict`: not in its present state. `unusable`: what was sent was understood
 * and cannot be used. `busy`: later, nothing is wrong with the request. `signed-out`: somebody has to sign in for this.
 * `forbidden`: who is signed in may not do this.
 */
export type RefusalKind = "not-found" | "conflict" | "unusable" | "busy" | "signed-out" | "forbidden";

/** Thrown by services when what is asked cannot be done; `message` says what, where and what to do. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  /**
   * @param errors what is wrong with what was sent, each with its place; empty when nothing was
   */
  constructor(
    readonly kind: RefusalKind,
    message: string,
    readonly errors: readonly InputError[] = [],
  ) {
    super(message);
  }
}
