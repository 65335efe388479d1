/** What the rules give: the one that decided, and the others beside it (docs/formats/decision.md). */
import { type Compiled, type Selection, worthOf } from "./compile.js";
import { refuseBeaten, refuseMetConflict } from "./known.js";
import { recompute } from "./outcome.js";
import { checkRowList } from "./proof.js";
import { refuse, type Text } from "./refusal.js";
import { RULE_NAMES, type Rules } from "./rules.js";
import { type Decision, type Outcome, RULES, type Rule } from "./types.js";
import { points } from "./words.js";

/** Under `optimal` no limit is broken and no known outcome is better; the awards of any other rule are carried out again. */
export function checkRule(
  compiled: Compiled,
  rules: Rules,
  rule: Rule,
  awarded: Selection,
  breaches: readonly string[],
  where: string,
): Text {
  if (rule === "optimal") {
    if (breaches.length > 0)
      refuse(
        `${where}/breaches`,
        "Het optimum mag geen grens breken.",
        "The optimum must not break a limit.",
      );
    refuseBeaten(compiled, rules, worthOf(awarded), `${where}/objective`);
    return {
      nl: "Zoals de regel zegt breekt de uitkomst geen grens; wat ieder kan nagaan geeft binnen de grenzen niet meer.",
      en: "As the rule says, the outcome breaks no limit; what anyone can work out gives no more within the limits.",
    };
  }
  const { nl, en } = RULE_NAMES[rule];
  const expected = rules.awarded(rule);
  if (expected === undefined)
    return refuse(
      where,
      `${nl}: daarmee is deze ronde niet te beslissen.`,
      `${en}: this round cannot be decided that way.`,
    );
  for (const [i, choice] of expected.entries())
    if (choice !== awarded[i]) {
      const { id } = compiled.round.applications[i]!;
      refuse(
        `${where}/awards`,
        `${nl} geeft iets anders voor "${id}".`,
        `${en} gives something else for "${id}".`,
      );
    }
  return {
    nl: `${nl}, opnieuw uitgevoerd, geeft deze uitkomst.`,
    en: `${en}, carried out again, gives this outcome.`,
  };
}

/**
 * What the other rules would have given: recomputed and, for all but the optimum, carried out again. No rule is left out
 * that anyone can carry out on this round; the optimum is, where none is known.
 */
export function checkComparisons(
  compiled: Compiled,
  rules: Rules,
  { rule: own, comparisons }: Decision,
): Text {
  const expected = RULES.filter((rule) => rule !== own && (rule === "optimal" || rules.canDecide(rule)));
  const stated = comparisons.map(({ rule }) => rule);
  const names = stated[0] === "optimal" ? expected : expected.filter((rule) => rule !== "optimal");
  for (let k = 0; k < Math.max(names.length, stated.length); k++)
    if (names[k] !== stated[k])
      refuse(
        `/comparisons/${k}`,
        `Hier hoort de vergelijking met: ${names[k] ?? "niets meer"}.`,
        `This should be the comparison with: ${names[k] ?? "nothing more"}.`,
      );
  const worths = comparisons.map(({ rule, outcome }, k) =>
    checkComparison(compiled, rules, rule, outcome, `/comparisons/${k}/outcome`),
  );
  return {
    nl: `De andere regels, nagerekend: ${worths.map(({ nl }) => nl).join("; ")}.`,
    en: `The other rules, recomputed: ${worths.map(({ en }) => en).join("; ")}.`,
  };
}

function checkComparison(
  compiled: Compiled,
  rules: Rules,
  rule: Rule,
  outcome: Outcome,
  where: string,
): Text {
  const { nl, en } = RULE_NAMES[rule];
  if (outcome.status === "infeasible") {
    if (rule !== "optimal") refuseNoOutcome(rule, where);
    checkRowList(compiled, outcome.conflict, `${where}/conflict`);
    refuseMetConflict(compiled, rules, outcome.conflict, `${where}/conflict`);
    return { nl: `${nl} bestaat volgens de maker niet`, en: `${en} does not exist according to its maker` };
  }
  const filling = rule === "pro-rata" ? rules.filling() : undefined;
  const { awarded, breaches, objective } = recompute(compiled, outcome, filling, where);
  checkRule(compiled, rules, rule, awarded, breaches, where);
  const worth = points(compiled.round.scoreScale, objective);
  return { nl: `${nl} ${worth.nl} punten`, en: `${en} ${worth.en} points` };
}

/** Refuses that a rule that always gives an outcome gives none. */
export function refuseNoOutcome(rule: Rule, where: string): never {
  const { nl, en } = RULE_NAMES[rule];
  return refuse(`${where}/status`, `${nl} geeft altijd een uitkomst.`, `${en} always gives an outcome.`);
}
