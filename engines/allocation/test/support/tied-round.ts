/** Small random rounds in which many outcomes are worth the same. */
import { parseRound, type Round } from "@voorsprong/allocation";
import fc from "fast-check";
import { arbitraryRound } from "./arbitrary-round.js";

/** Few scores and few amounts, so that many outcomes are worth the same; half of the rounds count money in steps. */
export const tiedRound = fc
  .record({
    round: arbitraryRound(7),
    seed: fc.string({ maxLength: 3 }),
    step: fc.option(fc.integer({ min: 1, max: 12 })),
  })
  .map(({ round, seed, step }): Round => {
    const coarse = <Award extends { score?: number; amounts?: Readonly<Record<string, number>> }>(
      award: Award,
    ) => ({
      ...award,
      ...(award.score === undefined ? {} : { score: award.score > 15 ? 4 : award.score > 0 ? 2 : 0 }),
      ...(award.amounts === undefined
        ? {}
        : {
            amounts: Object.fromEntries(
              Object.entries(award.amounts).map(([id, n]) => [id, 5 * Math.ceil(n / 7)]),
            ),
          }),
    });
    return parseRound({
      ...round,
      applications: round.applications.map((application) => ({
        ...coarse(application),
        ...(application.options === undefined ? {} : { options: application.options.map(coarse) }),
      })),
      tieBreak: { seed, ...(step === null ? {} : { money: { step } }) },
    });
  });
