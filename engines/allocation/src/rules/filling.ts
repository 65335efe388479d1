/**
 * Progressive filling (Bertsekas and Gallager, Data Networks, 2nd edition, section 6.5.2): the part of everyone rises
 * alike until a limit is full; who is under that limit stays there, and the others rise on. The result is max-min fair:
 * nobody's part can be raised without lowering one that is as low or lower.
 *
 * Parts are whole numbers of 1/`WHOLE`, each step rounded down, so that no limit is passed and everything is exact.
 */

/** The part that is everything: twelve decimals. */
export const WHOLE = 10n ** 12n;

/** One limit: `sum of coefficients * part <= capacity`, with coefficients above zero. */
export interface Vessel {
  readonly capacity: bigint;
  readonly members: readonly { readonly index: number; readonly coefficient: bigint }[];
}

/** A limit while it is filled. */
interface Filling extends Vessel {
  /** Sum of the coefficients of the members that still rise. */
  rising: bigint;
  /** What the settled members hold, times `WHOLE`. */
  held: bigint;
}

/** The part of each of `count` members, in 1/`WHOLE`, from 0 to `WHOLE`. */
export function fill(count: number, vessels: readonly Vessel[]): readonly bigint[] {
  const parts: (bigint | null)[] = new Array(count).fill(null);
  const fillings = vessels.map((vessel): Filling => {
    const rising = vessel.members.reduce((sum, { coefficient }) => sum + coefficient, 0n);
    return { ...vessel, rising, held: 0n };
  });
  const under: (readonly [Filling, bigint])[][] = parts.map(() => []);
  for (const filling of fillings)
    for (const { index, coefficient } of filling.members) under[index]!.push([filling, coefficient]);
  for (;;) {
    const open = fillings.filter(({ rising }) => rising > 0n);
    const levels = open.map(({ capacity, held, rising }) => (capacity * WHOLE - held) / rising);
    const level = levels.reduce((least, each) => (each < least ? each : least), WHOLE);
    if (level === WHOLE) return parts.map((part) => part ?? WHOLE);
    // Which limits are full is settled before any member is: settling changes the sums of the others.
    const full = open.filter((_, k) => levels[k] === level);
    for (const { index } of full.flatMap(({ members }) => members)) {
      if (parts[index] !== null) continue;
      parts[index] = level;
      for (const [filling, coefficient] of under[index]!) {
        filling.rising -= coefficient;
        filling.held += coefficient * level;
      }
    }
  }
}
