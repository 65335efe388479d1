/** The announced tie-break (docs/formats/round.md): the seed of the lots, and steps of money. */
import type { Json } from "./json.js";
import { without } from "./plain.js";
import { refuse } from "./refusal.js";
import { sha256 } from "./sha256.js";
import { fields, hash, natural, record, text } from "./shape.js";
import type { Draw, TieBreak } from "./types.js";

/** Reads `tieBreak` of a round. */
export function readTieBreak(value: Json, where: string): TieBreak {
  const tieBreak = fields(value, where, ["seed"], ["money", "draw"]);
  return {
    seed: tieBreak.get("seed", text),
    ...(tieBreak.has("money") ? { step: tieBreak.get("money", readStep) } : {}),
    ...tieBreak.maybe("draw", readDraw),
  };
}

function readStep(value: Json, where: string): number {
  const step = fields(value, where, ["step"]).get("step", natural);
  if (step === 0) refuse(`${where}/step`, "Een stap is groter dan nul.", "A step is above zero.");
  return step;
}

function readDraw(value: Json, where: string): Draw {
  const drawn = "secret" in record(value, where) || "entry" in record(value, where);
  const draw = fields(value, where, drawn ? ["commitment", "secret", "entry"] : ["commitment"]);
  const commitment = draw.get("commitment", hash);
  return drawn
    ? { commitment, secret: draw.get("secret", text), entry: draw.get("entry", hash) }
    : { commitment };
}

/**
 * Checks that the seed of a draw is the one that follows from it: empty before the draw; after it made of the secret
 * that was committed to and of the ledger entry that nobody could know before.
 */
export function checkTieBreak({ seed, draw }: TieBreak, where: string): void {
  if (draw === undefined) return;
  if (draw.secret !== undefined && `sha256:${sha256(draw.secret)}` !== draw.commitment)
    refuse(
      `${where}/draw/secret`,
      "Dit is niet het geheim waarvan de hash vooraf bekend was.",
      "This is not the secret whose hash was published beforehand.",
    );
  const expected = draw.secret === undefined ? "" : sha256(`${draw.secret}\n${draw.entry}`);
  if (seed !== expected)
    refuse(
      `${where}/seed`,
      expected === "" ? "Voor de loting is er nog geen lotgetal." : `Uit de loting volgt ${expected}.`,
      expected === "" ? "Before the draw there is no seed yet." : `From the draw follows ${expected}.`,
    );
}

/** Whether the lots are known: there is no draw, or it has taken place. */
export function isDrawn({ draw }: TieBreak): boolean {
  return draw === undefined || draw.secret !== undefined;
}

/** A round as it was registered before its draw: with the commitment alone, and without a seed. */
export function beforeDraw(round: { readonly [key: string]: Json }): Json {
  const tieBreak = record(round.tieBreak ?? null, "/round/tieBreak");
  const draw = record(tieBreak.draw ?? null, "/round/tieBreak/draw");
  const reduced = { ...tieBreak, seed: "", draw: without(draw, ["secret", "entry"]) };
  return { ...round, tieBreak: reduced };
}
