/** Whether an application meets the conditions of its call, rule by rule. */
import type { ApplicationContent } from "./definition/application-content.js";
import type { CallDefinition, EligibilityRule } from "./definition/call-definition.js";
import type { Localised } from "./definition/localised.js";
import type { Looked } from "./expression/check-expression.js";
import { evaluate, type LookedValue } from "./expression/evaluate.js";
import { askedOf } from "./form/visible.js";

/** `eligible`: met. `refused`: not met. `flagged`: not met, an officer looks at it. `unknown`: not to be told yet. */
export type EligibilityState = "eligible" | "refused" | "flagged" | "unknown";

/** What one rule says of an application. */
export interface RuleOutcome {
  readonly rule: string;
  readonly state: EligibilityState;
  /** The rule's own reason when it is not met; otherwise what was found or what is still missing. */
  readonly reason: Localised;
  /** What has to be filled in before it can be told. */
  readonly missing: readonly Looked[];
  readonly lookedAt: readonly LookedValue[];
}

/** What all rules say together. */
export interface Eligibility {
  /** The worst of the rules: refused before unknown, unknown before flagged, flagged before eligible. */
  readonly state: EligibilityState;
  readonly rules: readonly RuleOutcome[];
}

const ORDER = ["eligible", "flagged", "unknown", "refused"] as const;

const MET: Localised = {
  nl: "De aanvraag voldoet aan deze voorwaarde.",
  en: "The application meets this condition.",
};

function listed(missing: readonly Looked[], language: keyof Localised): string {
  return missing.map(({ title }) => title[language]).join(language === "nl" ? " en " : " and ");
}

function unknownReason(missing: readonly Looked[], fault: Localised | undefined): Localised {
  if (missing.length === 0)
    return {
      nl: `Dit kan niet worden beoordeeld. ${fault?.nl ?? ""}`.trim(),
      en: `This cannot be judged. ${fault?.en ?? ""}`.trim(),
    };
  return {
    nl: `Dit kan nog niet worden beoordeeld. Vul eerst in: ${listed(missing, "nl")}.`,
    en: `This cannot be judged yet. First fill in: ${listed(missing, "en")}.`,
  };
}

function outcomeOf(rule: EligibilityRule, evaluated: ReturnType<typeof evaluate>): RuleOutcome {
  const { lookedAt } = evaluated;
  if (!evaluated.told) {
    const { missing, fault } = evaluated;
    return { rule: rule.id, state: "unknown", reason: unknownReason(missing, fault), missing, lookedAt };
  }
  if (evaluated.value) return { rule: rule.id, state: "eligible", reason: MET, missing: [], lookedAt };
  const state = rule.effect === "refuse" ? "refused" : "flagged";
  return { rule: rule.id, state, reason: rule.reason, missing: [], lookedAt };
}

/** Evaluates every eligibility rule of a call on an application or a draft of one. */
export function evaluateEligibility(call: CallDefinition, application: ApplicationContent): Eligibility {
  const { facts } = askedOf(call, application);
  const rules = call.eligibility.map((rule) => outcomeOf(rule, evaluate(call.form, rule.expression, facts)));
  const worst = Math.max(0, ...rules.map(({ state }) => ORDER.indexOf(state)));
  return { state: ORDER[worst] ?? "eligible", rules };
}
