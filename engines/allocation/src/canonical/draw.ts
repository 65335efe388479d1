/** Seeds that are drawn by the ledger; docs/formats/round.md, section "Drawn by the ledger". */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Round } from "../model/round.js";
import { lotOf } from "./canonical-text.js";

/** What is published of a secret before the draw: `sha256:` and the hex SHA-256 of its UTF-8. */
export function commitmentOf(secret: string): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(secret)))}`;
}

/** The seed of a draw: the hex SHA-256 of secret, newline, entry; the same shape as a lot. */
export function drawnSeed(secret: string, entry: string): string {
  return lotOf(secret, entry);
}

/**
 * The round as it stands before its draw: with an empty seed and only the commitment. A round without a draw comes
 * back as it is.
 */
export function undrawn(round: Round): Round {
  const { draw, ...tieBreak } = round.tieBreak;
  if (draw === undefined) return round;
  return { ...round, tieBreak: { ...tieBreak, seed: "", draw: { commitment: draw.commitment } } };
}

/**
 * The round after its draw.
 *
 * @param entry hash of the ledger entry that registered the round
 * @throws RangeError when the round has no draw that this secret belongs to
 */
export function drawn(round: Round, secret: string, entry: string): Round {
  const commitment = commitmentOf(secret);
  if (round.tieBreak.draw?.commitment !== commitment)
    throw new RangeError("the secret is not the one that the round's draw is committed to");
  const tieBreak = { ...round.tieBreak, seed: drawnSeed(secret, entry), draw: { commitment, secret, entry } };
  return { ...round, tieBreak };
}
