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

/** What the other rules would have given: recomputed and, for all but the optimum, carried out again. */
export function checkComparisons(
  compiled: Compiled,
  rules: Rules,
  { rule: own, comparisons }: Decision,
): Text {
  let last = -1;
  const worths: Text[] = [];
  for (const [k, { rule, outcome }] of comparisons.entries()) {
    const place = `/comparisons/${k}`;
    if (rule === own)
      refuse(`${place}/rule`, "Vergelijk met de andere regels.", "The comparison is with the other rules.");
    if (RULES.indexOf(rule) <= last)
      refuse(
        `${place}/rule`,
        "Deze regel staat er dubbel of niet op volgorde.",
        "This rule is doubled or out of order.",
      );
    last = RULES.indexOf(rule);
    worths.push(checkComparison(compiled, rules, rule, outcome, `${place}/outcome`));
  }
  if (worths.length === 0) return { nl: "Er wordt niet vergeleken.", en: "There is no comparison." };
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
