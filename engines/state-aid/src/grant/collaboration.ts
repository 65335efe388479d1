import type { Localised } from "../model/common.js";
import { isSme } from "../model/common.js";
import { atLeastShare, atMostShare, sumOf } from "../model/exact.js";
import { euro, fill } from "../model/words.js";
import { type Cell, undertakingOf } from "./cells.js";
import type { Participant } from "./project.js";
import { GRANT_TEXTS } from "./texts.js";

/** Whether a condition holds, with the numbers it was tested on. */
export interface Outcome {
  readonly holds: boolean;
  readonly text: Localised;
}

/** No single undertaking may bear more than this (Art. 25(6)(b)(i)), in basis points. */
const HIGHEST_SHARE = 7_000;
/** Research organisations must bear at least this (Art. 25(6)(b)(i)). */
const RESEARCH_SHARE = 1_000;
/** SMEs that a large enterprise works with must bear at least this (Art. 29(2)). */
const SME_SHARE = 3_000;

/** EEA: the Member States of the Union with Iceland, Liechtenstein and Norway. */
const EEA = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split(" "),
);

/** In how many Member States or EEA States the participants work. */
export function statesOf(participants: readonly Participant[]): number {
  return new Set(participants.map(({ country }) => country).filter((country) => EEA.has(country))).size;
}

interface Borne {
  readonly participants: readonly Participant[];
  readonly cents: number;
}

function borneBy(cells: readonly Cell[]): readonly Borne[] {
  const shares = new Map<string, { participants: Set<Participant>; cents: number }>();
  for (const { participant, eligible } of cells) {
    const key = undertakingOf(participant);
    const share = shares.get(key) ?? { participants: new Set<Participant>(), cents: 0 };
    share.participants.add(participant);
    share.cents = sumOf([share.cents, eligible]);
    shares.set(key, share);
  }
  return [...shares.values()].map(({ participants, cents }) => ({ participants: [...participants], cents }));
}

function isUndertaking(borne: Borne): boolean {
  return borne.participants.some(({ kind, nonEconomic }) => kind === "enterprise" && nonEconomic !== true);
}

function maySpread(borne: Borne): boolean {
  return borne.participants.some(({ kind, mayPublish }) => kind === "research" && mayPublish === true);
}

/**
 * Effective collaboration on the shares of the R&D costs that the participants really bear (Art. 25(6)(b)(i)).
 * Contract research is no collaboration: it is a cost of who buys it, so it counts for nobody else.
 */
export function effectiveCollaboration(cells: readonly Cell[]): Outcome {
  const shares = borneBy(cells);
  const total = sumOf(shares.map(({ cents }) => cents));
  const undertakings = shares.filter(isUndertaking);
  const highest = Math.max(0, ...undertakings.map(({ cents }) => cents));
  const research = sumOf(shares.filter(maySpread).map(({ cents }) => cents));
  const everyone = shares.flatMap(({ participants }) => participants);
  const sme = undertakings.some(({ participants }) => participants.every(({ size }) => isSme(size)));
  const values = { total: euro(total), highest: euro(highest), research: euro(research) };
  if (total === 0) return { holds: false, text: GRANT_TEXTS.noCollaboration };
  if (undertakings.length >= 1 && research > 0 && atLeastShare(research, total, RESEARCH_SHARE))
    return { holds: true, text: fill(GRANT_TEXTS.withResearch, values) };
  if (undertakings.length < 2 || !(sme || statesOf(everyone) >= 2))
    return {
      holds: false,
      text: research > 0 ? fill(GRANT_TEXTS.researchTooLittle, values) : GRANT_TEXTS.noCollaboration,
    };
  return atMostShare(highest, total, HIGHEST_SHARE)
    ? { holds: true, text: fill(GRANT_TEXTS.amongUndertakings, values) }
    : { holds: false, text: fill(GRANT_TEXTS.oneTooHigh, values) };
}

/** Whether SMEs bear enough for large enterprises to get aid for process innovation (Art. 29(2)). */
export function collaboratesWithSmes(cells: readonly Cell[]): Outcome {
  const shares = borneBy(cells);
  const total = sumOf(shares.map(({ cents }) => cents));
  const smes = sumOf(
    shares
      .filter((borne) => isUndertaking(borne) && borne.participants.every(({ size }) => isSme(size)))
      .map(({ cents }) => cents),
  );
  const holds = smes > 0 && atLeastShare(smes, total, SME_SHARE);
  return {
    holds,
    text: fill(holds ? GRANT_TEXTS.smesBearEnough : GRANT_TEXTS.smesBearTooLittle, {
      smes: euro(smes),
      total: euro(total),
    }),
  };
}
