/** Words and figures for people, in Dutch and English. */
import type { Text } from "./refusal.js";
import type { Row } from "./rows.js";
import type { Constraint, Dropped, GroupLimit, Round } from "./types.js";

/** A whole number with its thousands apart: 1.234 in Dutch, 1,234 in English. */
export const number = {
  nl: (value: number | bigint): string => grouped(value, "."),
  en: (value: number | bigint): string => grouped(value, ","),
};

/** A number of applications with its noun. */
export function applicationCount(value: number): Text {
  const one = value === 1;
  return {
    nl: `${number.nl(value)} ${one ? "aanvraag" : "aanvragen"}`,
    en: `${number.en(value)} ${one ? "application" : "applications"}`,
  };
}

/** An amount in units of the round; where a unit is a cent of a euro in euros, with cents where there are any. */
export function amount(unit: string, value: number | bigint): Text {
  if (unit !== "EUR-cent") return { nl: `${number.nl(value)} ${unit}`, en: `${number.en(value)} ${unit}` };
  const size = BigInt(value) < 0n ? -BigInt(value) : BigInt(value);
  const sign = BigInt(value) < 0n ? "-" : "";
  const cents = String(size % 100n).padStart(2, "0");
  const whole = cents === "00";
  return {
    nl: `€ ${sign}${number.nl(size / 100n)}${whole ? "" : `,${cents}`}`,
    en: `€${sign}${number.en(size / 100n)}${whole ? "" : `.${cents}`}`,
  };
}

/** A number of score units as points, of which one is `scale` units. */
export function points(scale: number, value: number | bigint): Text {
  const decimals = String(scale).length - 1;
  const size = String(BigInt(value) < 0n ? -BigInt(value) : BigInt(value)).padStart(decimals + 1, "0");
  const whole = BigInt(size.slice(0, size.length - decimals));
  const rest = size.slice(size.length - decimals);
  const sign = BigInt(value) < 0n ? "-" : "";
  return {
    nl: `${sign}${number.nl(whole)}${decimals === 0 ? "" : `,${rest}`}`,
    en: `${sign}${number.en(whole)}${decimals === 0 ? "" : `.${rest}`}`,
  };
}

function grouped(value: number | bigint, separator: string): string {
  return String(value).replace(/(?<=[0-9])(?=(?:[0-9]{3})+$)/g, separator);
}

/** So many limits are named; of more, how many more there are. */
const NAMED = 12;

/** Rows as limits in words, each with its id. */
export function limits(round: Round, rows: readonly Pick<Row, "id">[]): Text {
  const named = rows.slice(0, NAMED).map(({ id }) => limit(round, id));
  const more = rows.length - named.length;
  return {
    nl: `${named.map(({ nl }) => nl).join("; ")}${more > 0 ? `; en nog ${number.nl(more)}` : ""}`,
    en: `${named.map(({ en }) => en).join("; ")}${more > 0 ? `; and ${number.en(more)} more` : ""}`,
  };
}

/** A row as a limit in words, with its id. */
export function limit(round: Round, id: string): Text {
  const [kind = "", which = "", side] = id.split("/");
  const constraint = round.constraints[Number(which)];
  const words =
    kind === "budget"
      ? budgetWords(round, id.slice("budget/".length))
      : constraint === undefined || constraint.kind === "dropped" || kind === "award"
        ? { nl: "een extra grens", en: "an extra limit" }
        : constraintWords(round, constraint, side === "min" ? "min" : "max");
  return { nl: `${words.nl} (${id})`, en: `${words.en} (${id})` };
}

function budgetWords(round: Round, id: string): Text {
  const budget = round.budgets.find((other) => other.id === id);
  const most = amount(round.unit, budget?.amount ?? 0);
  return { nl: `hoogstens ${most.nl} in budget ${id}`, en: `at most ${most.en} in budget ${id}` };
}

function constraintWords(round: Round, constraint: Exclude<Constraint, Dropped>, side: "min" | "max"): Text {
  if (constraint.kind === "requires") {
    const { application, needs } = constraint;
    return { nl: `${application} alleen met ${needs}`, en: `${application} only with ${needs}` };
  }
  if (constraint.kind === "at-most-one") {
    const names = constraint.applications.slice(0, 4).join(", ");
    const dots = constraint.applications.length > 4 ? ", …" : "";
    return { nl: `hoogstens een van ${names}${dots}`, en: `at most one of ${names}${dots}` };
  }
  const least = side === "min" ? { nl: "minstens", en: "at least" } : { nl: "hoogstens", en: "at most" };
  const how = measure(round, constraint, side);
  const { tag, value } = constraint;
  return {
    nl: `${least.nl} ${how.nl} voor ${tag} ${value}`,
    en: `${least.en} ${how.en} for ${tag} ${value}`,
  };
}

function measure(round: Round, constraint: GroupLimit, side: "min" | "max"): Text {
  const bound = constraint[side]!;
  if (constraint.kind === "share") {
    const percent = percentOf(String(bound));
    const of =
      constraint.of === "budget" ? ["van het budget", "of the budget"] : ["van het geld", "of the money"];
    return { nl: `${percent.replace(".", ",")}% ${of[0]}`, en: `${percent}% ${of[1]}` };
  }
  if (constraint.kind === "amount") return amount(round.unit, Number(bound));
  return applicationCount(Number(bound));
}

/** A share as a percentage: "0.125" is "12.5". */
function percentOf(share: string): string {
  const [whole = "0", decimals = ""] = share.split(".");
  const digits = decimals.padEnd(2, "0");
  const rest = digits.slice(2);
  return `${BigInt(whole + digits.slice(0, 2))}${rest === "" ? "" : `.${rest}`}`;
}
