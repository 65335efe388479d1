/** Inversions and groups of an outcome, worked out anew (docs/formats/explanation.md). */
import type { Choice } from "./compile.js";
import type { Checked } from "./decision.js";
import type { Group, Inversion } from "./explanation-types.js";
import { compareText } from "./lines.js";
import { refuse, type Text } from "./refusal.js";
import { brokenBySwap } from "./swap.js";
import { applicationCount, number } from "./words.js";

/** Checks that the inversions are all there are, each with its figures and the rows in its way. */
export function checkInversions(checked: Checked, stated: readonly Inversion[]): Text {
  same(inversionsOf(checked), stated, "/inversions");
  const { nl, en } = applicationCount(stated.length);
  const one = stated.length === 1;
  return {
    nl: `${nl} ${one ? "scoort" : "scoren"} hoger dan een toegekende; telkens klopt wat in de weg staat.`,
    en: `${en} ${one ? "scores" : "score"} higher than one awarded; what is in the way is right each time.`,
  };
}

function inversionsOf({ compiled, rules, outcome }: Checked): Inversion[] {
  const awards = outcome.awarded.filter((choice): choice is Choice => choice !== undefined);
  const scores = Float64Array.from(awards, ({ score }) => score).sort();
  const lowest = awards.find(({ score }) => score === scores[0]);
  if (lowest === undefined) return [];
  const idOf = ({ application }: Choice): string => compiled.round.applications[application]!.id;
  return rules.line.ranked.flatMap(([first]) => {
    const choice = first!;
    if (outcome.awarded[choice.application] !== undefined || choice.score <= lowest.score) return [];
    const broken = brokenBySwap(compiled, outcome.sums, [lowest], [choice]);
    return [
      {
        application: idOf(choice),
        count: countBelow(scores, choice.score),
        over: idOf(lowest),
        rows: broken.map(({ id }) => id),
      },
    ];
  });
}

/** How many of these ascending numbers are below a value. */
function countBelow(numbers: Float64Array, value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Checks that the groups are all there are, each with its figures. */
export function checkGroups(checked: Checked, stated: readonly Group[]): Text {
  same(groupsOf(checked), stated, "/groups");
  return {
    nl: `De cijfers van ${number.nl(stated.length)} ${stated.length === 1 ? "groep" : "groepen"} kloppen.`,
    en: `The figures of ${number.en(stated.length)} ${stated.length === 1 ? "group" : "groups"} are right.`,
  };
}

function groupsOf({ compiled, rules, outcome }: Checked): Group[] {
  type Figures = { applications: number; awarded: number; asked: number; spent: number };
  const tags = new Map<string, Map<string, Figures>>();
  for (const [i, { tags: own }] of compiled.round.applications.entries())
    for (const tag of Object.keys(own))
      for (const value of own[tag]!) {
        const values = tags.get(tag) ?? new Map<string, Figures>();
        tags.set(tag, values);
        const figures = values.get(value) ?? { applications: 0, awarded: 0, asked: 0, spent: 0 };
        values.set(value, figures);
        const award = outcome.awarded[i];
        figures.applications++;
        figures.asked += rules.line.ranked[i]![0]!.total;
        if (award === undefined) continue;
        figures.awarded++;
        figures.spent += award.total;
      }
  return [...tags]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([tag, values]) =>
      [...values]
        .sort(([a], [b]) => compareText(a, b))
        .map(([value, figures]) => ({ tag, value, ...figures })),
    );
}

/** Refuses the first item that is not what it should be. */
function same<T extends Inversion | Group>(
  expected: readonly T[],
  stated: readonly T[],
  where: string,
): void {
  const text = (item: T | undefined): string =>
    item === undefined ? "" : JSON.stringify(Object.entries(item).sort(([a], [b]) => compareText(a, b)));
  for (let k = 0; k < Math.max(expected.length, stated.length); k++) {
    if (text(expected[k]) === text(stated[k])) continue;
    const found = JSON.stringify(expected[k]);
    refuse(
      `${where}/${k}`,
      found === undefined ? "Dit hoort er niet te staan." : `Hier hoort te staan: ${found}.`,
      found === undefined ? "This should not be here." : `This should be: ${found}.`,
    );
  }
}
