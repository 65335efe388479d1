/** The rules a round can be decided by, and in words why not by the others. */
import { obstacleTo, type Round, RULES, type Rule } from "@voorsprong/allocation";
import { useFormat } from "../../i18n/format.js";
import { useRoundTexts } from "../../i18n/round.js";
import { useShellTexts } from "../../i18n/shell.js";

/** All rules, in the order in which they are listed everywhere. */
export const RULE_NAMES: readonly Rule[] = RULES;

/** Why a rule is not possible: an application without a moment of receipt, a lot to be drawn, or no known outcome. */
export interface RuleReason {
  readonly rule: Rule;
  readonly reason: "received" | "draw" | "unknown";
}

/** The rules that a round cannot be decided by as it stands. */
export function impossibleRules(round: Round): readonly RuleReason[] {
  return RULES.flatMap((rule) =>
    obstacleTo(round, rule) === null ? [] : [{ rule, reason: rule === "lottery" ? "draw" : "received" }],
  );
}

/** Rules with their reasons as part of a sentence. */
export function useRuleObstacles(): (reasons: readonly RuleReason[]) => string {
  const t = useRoundTexts().explanation.impossible;
  const shell = useShellTexts();
  const { list } = useFormat();
  return (reasons) =>
    list(reasons.map(({ rule, reason }) => t.because(shell.rule[rule].toLocaleLowerCase(), t[reason])));
}

/** The choices of a list of rules; those that are not possible can be seen and not chosen. */
export function useRuleOptions(
  impossible: readonly RuleReason[],
): readonly { readonly value: Rule; readonly label: string; readonly disabled: boolean }[] {
  const shell = useShellTexts();
  return RULES.map((rule) => ({
    value: rule,
    label: shell.rule[rule],
    disabled: impossible.some((each) => each.rule === rule),
  }));
}
