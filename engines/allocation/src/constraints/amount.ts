/** `amount`: the awarded amount of one tag value is at least or at most so many units. */
import type { AmountLimit } from "../model/round.js";
import { formatAmount, groupName, within } from "../words/phrases.js";
import { readBounds, readBudget, readGroup } from "./bounds.js";
import { addFixedSides } from "./fixed-sides.js";
import type { ConstraintKind } from "./kind.js";

export const amount: ConstraintKind<AmountLimit> = {
  read(fields, path, checker, names) {
    const group = readGroup(fields, path, checker);
    const readValue = (value: unknown, at: string) => checker.whole(value, at, 0);
    const bounds = readBounds(fields, path, checker, readValue, (a, b) => a > b);
    const budget = readBudget(fields, path, checker, names.budgets);
    return group && bounds && budget ? { kind: "amount", ...group, ...bounds, ...budget } : null;
  },

  compile(limit, index, rows) {
    const vector = rows.amounts(limit, limit.budget ?? null);
    addFixedSides(rows, vector, index, limit);
  },

  describe(limit, side, round, language, titles) {
    const group = groupName(limit, language, titles);
    const figure = formatAmount((side === "min" ? limit.min : limit.max) ?? 0, round.unit, language);
    const budget = within(limit.budget, language);
    if (language === "nl")
      return `${group} krijgt samen ${side === "min" ? "minstens" : "hoogstens"} ${figure}${budget}`;
    return `${group} together gets ${side === "min" ? "at least" : "at most"} ${figure}${budget}`;
  },
};
