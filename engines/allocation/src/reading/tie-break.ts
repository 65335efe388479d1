/** How ties are broken: the seed of the lots, the step of money, and the draw; docs/formats/round.md. */
import { commitmentOf, drawnSeed } from "../canonical/draw.js";
import type { Draw, TieBreak } from "../model/round.js";
import type { Checker } from "./checker.js";

const HASH = /^sha256:[0-9a-f]{64}$/;
const AT = "/tieBreak";

/** Reads the tie-break in canonical form; null when an issue was noted. */
export function readTieBreak(value: unknown, checker: Checker): TieBreak | null {
  if (value === undefined) return { seed: "" };
  const fields = checker.object(value, AT, ["seed", "money", "draw"]);
  if (fields === null) return null;
  const money = fields.money === undefined ? undefined : readMoney(fields.money, checker);
  const draw = fields.draw === undefined ? undefined : readDraw(fields.draw, checker);
  const given = fields.seed === undefined ? undefined : checker.text(fields.seed, `${AT}/seed`);
  if (money === null || draw === null || given === null) return null;
  const follows = seedOf(draw);
  if (draw !== undefined && given !== undefined && given !== follows)
    return checker.note(
      `${AT}/seed`,
      `is not the seed of this draw`,
      follows === "" ? "an empty seed before the draw" : `"${follows}", or no seed`,
    );
  return {
    seed: given ?? follows,
    ...(money === undefined ? {} : { money }),
    ...(draw === undefined ? {} : { draw }),
  };
}

/** The seed that a draw gives: none before it is made. */
function seedOf(draw: Draw | undefined): string {
  return draw?.secret === undefined || draw.entry === undefined ? "" : drawnSeed(draw.secret, draw.entry);
}

function readMoney(value: unknown, checker: Checker): TieBreak["money"] | null {
  const fields = checker.object(value, `${AT}/money`, ["step"]);
  const step = fields && checker.whole(fields.step, `${AT}/money/step`, 1);
  return step === null ? null : { step };
}

function readDraw(value: unknown, checker: Checker): Draw | null {
  const at = `${AT}/draw`;
  const fields = checker.object(value, at, ["commitment", "secret", "entry"]);
  if (fields === null) return null;
  const commitment = readHash(fields.commitment, `${at}/commitment`, checker);
  if (fields.secret === undefined && fields.entry === undefined)
    return commitment === null ? null : { commitment };
  const secret = checker.text(fields.secret, `${at}/secret`);
  const entry = readHash(fields.entry, `${at}/entry`, checker);
  if (commitment === null || secret === null || entry === null) return null;
  if (commitmentOf(secret) !== commitment)
    return checker.note(`${at}/commitment`, "is not the hash of the secret", `"${commitmentOf(secret)}"`);
  return { commitment, secret, entry };
}

function readHash(value: unknown, path: string, checker: Checker): string | null {
  const text = checker.text(value, path);
  if (text === null || HASH.test(text)) return text;
  return checker.note(path, `is ${JSON.stringify(text)}`, "sha256: and 64 small hexadecimal digits");
}
