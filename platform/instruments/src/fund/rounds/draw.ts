/**
 * Lotteries are drawn by the ledger (docs/formats/round.md): a secret is made when the round is registered and kept
 * with it; the ledger entry of that registration completes the seed. Both are fixed from then on, so whoever decides,
 * and however often a job is taken up again, draws the same lots.
 */
import { randomBytes } from "node:crypto";
import { commitmentOf, hashRound, type Round, type Rule, type TieBreak } from "@voorsprong/allocation";

/** How a round that is to be decided by lottery gets its draw. */
export interface DrawWish {
  /** `sha256:` and the hex digest of a new secret. */
  readonly commitment: string;
  /** Whether a seed that the round brings stays its seed; only a trial may be drawn beforehand. */
  readonly keepsSeed: boolean;
}

/** A round that waits for its draw. */
export interface Committed {
  readonly round: Round;
  /** Hash of the round without seed and draw: that of every registration of the same round. */
  readonly sourceHash: string;
}

/** A wish for a draw, and the secret that it is committed to: 32 random bytes in hexadecimal. Null for other rules. */
export function newDraw(
  rule: Rule,
  trial: boolean,
): { readonly wish: DrawWish; readonly secret: string } | null {
  if (rule !== "lottery") return null;
  const secret = randomBytes(32).toString("hex");
  return { wish: { commitment: commitmentOf(secret), keepsSeed: trial }, secret };
}

/** A tie-break without what the lots come from. */
export function withoutLots({ seed: _seed, draw: _draw, ...rest }: TieBreak): TieBreak {
  return { ...rest, seed: "" };
}

/** The round with a draw to come in place of its seed; null where its own seed stays. */
export function committed(round: Round, { commitment, keepsSeed }: DrawWish): Committed | null {
  if (keepsSeed && round.tieBreak.seed !== "") return null;
  const tieBreak = withoutLots(round.tieBreak);
  return {
    round: { ...round, tieBreak: { ...tieBreak, draw: { commitment } } },
    sourceHash: hashRound({ ...round, tieBreak }),
  };
}
