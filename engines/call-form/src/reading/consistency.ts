/** What the parts of a call have to say together. */
import type { CallDefinition, Criterion } from "../definition/call-definition.js";
import type { Localised } from "../definition/localised.js";
import { basisPointWords } from "../words.js";
import { checkExpressionAt } from "./expression-at.js";
import { checkFormTogether } from "./form-consistency.js";
import { type Place, report, within } from "./kit.js";

/** Reports entries that have the id of an earlier one. */
function unique(entries: readonly { readonly id: string }[], at: Place): void {
  const seen = new Set<string>();
  for (const [index, { id }] of entries.entries()) {
    if (seen.has(id))
      report(within(within(at, index), "id"), "twice", {
        nl: `“${id}” staat er twee keer in. Geef elk een eigen naam.`,
        en: `“${id}” is in it twice. Give each a name of its own.`,
      });
    seen.add(id);
  }
}

function checkCriteria(criteria: readonly Criterion[], at: Place): void {
  const sum = criteria.reduce((total, { weight }) => total + weight, 0);
  if (criteria.length > 0 && sum !== 10_000) {
    const said: Localised = basisPointWords(sum);
    report(at, "weights", {
      nl: `De gewichten zijn samen ${said.nl}; dat moet 100% zijn.`,
      en: `The weights add up to ${said.en}; this has to be 100%.`,
    });
  }
  for (const [index, { anchors, max, threshold }] of criteria.entries()) {
    const place = within(at, index);
    if (threshold !== undefined && threshold > max)
      report(within(place, "threshold"), "bounds", {
        nl: `De drempel is hoger dan het hoogste aantal punten (${max}).`,
        en: `The threshold is higher than the most points (${max}).`,
      });
    const points = anchors.map((anchor) => anchor.points);
    const ascending = points.every((value, i) => i === 0 || value > (points[i - 1] as number));
    if (!ascending || points[0] !== 0 || points.at(-1) !== max)
      report(within(place, "anchors"), "anchors", {
        nl: `Beschrijf wat punten betekenen van laag naar hoog, met 0 als eerste en ${max} als laatste.`,
        en: `Describe what points mean from low to high, with 0 as the first and ${max} as the last.`,
      });
  }
}

function checkRule(call: CallDefinition, at: Place): void {
  const drawn = call.tieBreak.seed === "drawn-by-ledger";
  if (drawn !== (call.rule === "lottery"))
    report(within(within(at, "tieBreak"), "seed"), "seed", {
      nl: "Alleen bij een loting, en daar altijd, komt de startwaarde uit het logboek (drawn-by-ledger).",
      en: "Only with a lottery, and there always, the seed comes from the ledger (drawn-by-ledger).",
    });
  if (call.tieBreak.money !== undefined && call.rule !== "optimal")
    report(within(within(at, "tieBreak"), "money"), "money", {
      nl: "Minder geld gaat alleen voor bij de regel optimal.",
      en: "Less money goes first only under the rule optimal.",
    });
  const scored = call.rule === "optimal" || call.rule === "ranking";
  if (scored && call.criteria.length === 0)
    report(within(at, "criteria"), "criteria", {
      nl: "Deze verdeelregel kijkt naar scores. Voeg ten minste één criterium toe.",
      en: "This rule of division looks at scores. Add at least one criterion.",
    });
  if (call.criteria.length > 0 && call.review.reviewers === 0)
    report(within(within(at, "review"), "reviewers"), "reviewers", {
      nl: "Er zijn criteria, dus er is ten minste één beoordelaar per aanvraag nodig.",
      en: "There are criteria, so each application needs at least one reviewer.",
    });
}

function checkLimits(call: CallDefinition, at: Place): void {
  const budgets = new Set(call.budgets.map(({ id }) => id));
  for (const [index, limit] of call.limits.entries()) {
    const place = within(within(at, "limits"), index);
    if (limit.min === undefined && limit.max === undefined)
      report(place, "bounds", {
        nl: "Een grens heeft een min, een max of beide.",
        en: "A limit has a min, a max or both.",
      });
    if (limit.min !== undefined && limit.max !== undefined && Number(limit.min) > Number(limit.max))
      report(within(place, "max"), "bounds", {
        nl: "De bovengrens ligt onder de ondergrens.",
        en: "The upper bound is below the lower bound.",
      });
    if (limit.kind !== "count" && limit.budget !== undefined && !budgets.has(limit.budget))
      report(within(place, "budget"), "unknown", {
        nl: `De openstelling heeft geen budget “${limit.budget}”.`,
        en: `The call has no budget “${limit.budget}”.`,
      });
  }
}

function checkGrant({ grant }: CallDefinition, at: Place): void {
  const place = within(at, "grant");
  if (grant.minimum !== undefined && grant.maximum !== undefined && grant.minimum > grant.maximum)
    report(within(place, "maximum"), "bounds", {
      nl: "Het hoogste bedrag is lager dan het laagste bedrag.",
      en: "The greatest amount is less than the least amount.",
    });
  const advances = grant.advances.reduce((sum, { percent }) => sum + percent, 0);
  if (advances > 10_000)
    report(within(place, "advances"), "advances", {
      nl: `De voorschotten zijn samen ${basisPointWords(advances).nl}; meer dan 100% kan niet.`,
      en: `The advances add up to ${basisPointWords(advances).en}; more than 100% is not possible.`,
    });
}

/** Reports what does not fit together in a call whose shape is right. */
export function checkTogether(call: CallDefinition, at: Place): void {
  if (Date.parse(call.closes) <= Date.parse(call.opens))
    report(within(at, "closes"), "period", {
      nl: "De sluiting moet na de opening liggen.",
      en: "The closing has to be after the opening.",
    });
  unique(call.budgets, within(at, "budgets"));
  unique(call.eligibility, within(at, "eligibility"));
  unique(call.criteria, within(at, "criteria"));
  checkCriteria(call.criteria, within(at, "criteria"));
  checkRule(call, at);
  checkLimits(call, at);
  checkGrant(call, at);
  checkFormTogether(call.form, within(at, "form"));
  for (const [index, { expression }] of call.eligibility.entries())
    checkExpressionAt(call.form, expression, within(within(within(at, "eligibility"), index), "expression"));
}
