/**
 * What anyone can see without solving anything: awarding nothing, and the rules that walk down a list. A claim that one
 * of these already disproves is refused, whatever its level.
 */
import { type Compiled, type Selection, sumsOf, worthOf } from "./compile.js";
import { refuse, type Text } from "./refusal.js";
import { holds } from "./rows.js";
import { RULE_NAMES, type Rules, WALKS } from "./rules.js";
import { number } from "./words.js";

interface Known {
  readonly name: Text;
  readonly sums: Float64Array;
  readonly objective: number;
}

function knownOutcomes(compiled: Compiled, rules: Rules): readonly Known[] {
  const known = (name: Text, awarded: Selection): Known => ({
    name,
    sums: sumsOf(compiled, awarded),
    objective: worthOf(awarded),
  });
  return [
    known({ nl: "Niets toekennen", en: "Awarding nothing" }, []),
    ...WALKS.flatMap((rule) => {
      const walked = rules.walk(rule);
      return walked === undefined ? [] : [known(RULE_NAMES[rule], walked.awarded)];
    }),
  ];
}

/** Refuses a conflict of which a known outcome meets every row. */
export function refuseMetConflict(
  compiled: Compiled,
  rules: Rules,
  conflict: readonly string[],
  where: string,
): void {
  const named = new Set(conflict);
  const rows = compiled.rows.filter(({ id }) => named.has(id));
  for (const { name, sums } of knownOutcomes(compiled, rules))
    if (rows.every((row) => holds(row, sums)))
      refuse(where, `${name.nl} voldoet aan al deze grenzen.`, `${name.en} meets all these limits.`);
}

/** Refuses an optimum that a known outcome beats within all limits. */
export function refuseBeaten(compiled: Compiled, rules: Rules, objective: number, where: string): void {
  for (const { name, sums, objective: worth } of knownOutcomes(compiled, rules))
    if (worth > objective && compiled.rows.every((row) => holds(row, sums)))
      refuse(
        where,
        `${name.nl} blijft binnen alle grenzen en is meer waard: ${number.nl(worth)}.`,
        `${name.en} stays within all limits and is worth more: ${number.en(worth)}.`,
      );
}
