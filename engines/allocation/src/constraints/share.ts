/** `share`: the awarded amount of one tag value is at least or at most a share of all awarded, or of the budget. */
import type { Round, ShareLimit } from "../model/round.js";
import type { RowBuilder } from "../problem/row-builder.js";
import { type Checker, nameOf } from "../reading/checker.js";
import { decimalText, parseDecimal, scaleDecimal } from "../reading/decimal.js";
import { pointer } from "../reading/issues.js";
import { WrittenNumber } from "../reading/written-number.js";
import { formatShare, groupName, within } from "../words/phrases.js";
import { readBounds, readBudget, readGroup } from "./bounds.js";
import type { ConstraintKind } from "./kind.js";

const MOST_DECIMALS = 12;
const EXPECTED = `a decimal from 0 to 1 with at most ${MOST_DECIMALS} decimals`;

export const share: ConstraintKind<ShareLimit> = {
  read(fields, path, checker, names) {
    const group = readGroup(fields, path, checker);
    const readValue = (value: unknown, at: string) => readShare(value, at, checker);
    const bounds = readBounds(fields, path, checker, readValue, exceeds);
    const of =
      fields.of === undefined
        ? "awarded"
        : checker.word(fields.of, pointer(path, "of"), ["awarded", "budget"] as const);
    const budget = readBudget(fields, path, checker, names.budgets);
    return group && bounds && of && budget ? { kind: "share", ...group, ...bounds, of, ...budget } : null;
  },

  compile(limit, index, rows) {
    const budget = limit.budget ?? null;
    const group = rows.amounts(limit, budget);
    for (const side of ["min", "max"] as const) {
      const text = limit[side];
      if (text === undefined) continue;
      addSide(
        rows,
        index,
        side,
        ratio(text),
        group,
        limit.of === "awarded" ? rows.amounts(null, budget) : null,
        budget,
      );
    }
  },

  describe(limit, side, _round, language, titles) {
    const group = groupName(limit, language, titles);
    const figure = formatShare((side === "min" ? limit.min : limit.max) ?? "0", language);
    const scope = within(limit.budget, language);
    if (language === "nl") {
      const whole = limit.of === "awarded" ? "van het toegekende bedrag" : "van het budget";
      return `${group} krijgt ${side === "min" ? "minstens" : "hoogstens"} ${figure} ${whole}${scope}`;
    }
    const whole = limit.of === "awarded" ? "of the awarded amount" : "of the budget";
    return `${group} gets ${side === "min" ? "at least" : "at most"} ${figure} ${whole}${scope}`;
  },
};

/** `p/q` of a share, where q is the power of ten of its decimal string. */
interface Ratio {
  readonly p: bigint;
  readonly q: bigint;
}

function ratio(text: string): Ratio {
  const { digits, scale } = parseDecimal(text)!;
  return { p: digits, q: 10n ** BigInt(scale) };
}

function addSide(
  rows: RowBuilder,
  index: number,
  side: "min" | "max",
  { p, q }: Ratio,
  group: number,
  awarded: number | null,
  budget: string | null,
): void {
  const sign = side === "min" ? -1n : 1n;
  const common = { id: `limit/${index}/${side}`, source: { constraint: index, side } };
  const whole = wholeBudget(rows.round, budget);
  if (awarded === null)
    rows.add({
      ...common,
      terms: [{ vector: group, weight: sign * q }],
      rhs: sign * p * BigInt(whole),
      gauge: { value: group, of: { fixed: whole } },
      walkable: side === "max",
    });
  else
    rows.add({
      ...common,
      terms: [
        { vector: group, weight: sign * q },
        { vector: awarded, weight: -sign * p },
      ],
      rhs: 0n,
      gauge: { value: group, of: { vector: awarded } },
      walkable: false,
    });
}

function wholeBudget(round: Round, budget: string | null): number {
  return round.budgets.reduce(
    (sum, { id, amount }) => (budget === null || budget === id ? sum + amount : sum),
    0,
  );
}

function readShare(value: unknown, path: string, checker: Checker): string | null {
  const text = value instanceof WrittenNumber ? value.text : value;
  if (typeof text !== "number" && typeof text !== "string")
    return checker.note(path, `is ${nameOf(text)}`, EXPECTED);
  const decimal = parseDecimal(String(text));
  if (decimal === null) return checker.note(path, `${JSON.stringify(text)} is not a decimal`, EXPECTED);
  if (decimal.scale > MOST_DECIMALS) return checker.note(path, `${text} has too many decimals`, EXPECTED);
  if (decimal.digits < 0n || decimal.digits > 10n ** BigInt(decimal.scale))
    return checker.note(path, `${text} is not from 0 to 1`, EXPECTED);
  return decimalText(decimal);
}

function exceeds(a: string, b: string): boolean {
  return scaleDecimal(parseDecimal(a)!, MOST_DECIMALS)! > scaleDecimal(parseDecimal(b)!, MOST_DECIMALS)!;
}
