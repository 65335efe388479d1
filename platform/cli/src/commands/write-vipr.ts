/** The proof of a decision in the format VIPR, for `voorsprong verify --vipr`. */
import type { Decision } from "@voorsprong/allocation";
import { UnusableInput } from "../failure.js";
import type { Destination } from "../files.js";

/**
 * Writes the proof of a decision that the verifier found valid. The engine is loaded only here, so that a check alone
 * starts quickly.
 *
 * @param name of the decision's file, for messages
 * @throws UnusableInput when the decision has no proof to write
 */
export async function writeVipr(name: string, decision: unknown, write: Destination): Promise<void> {
  const { CutTooLongError, NotProvenError, viprOf } = await import("@voorsprong/allocation");
  let proof: Iterable<string>;
  try {
    proof = viprOf(decision as Decision);
  } catch (error) {
    if (error instanceof NotProvenError || error instanceof CutTooLongError)
      throw new UnusableInput(`${name}: ${error.message}`);
    throw error;
  }
  await write(proof);
}
