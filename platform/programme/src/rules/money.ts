/**
 * Money is promised once and adds up: envelopes of one clause and scope do not share a year; the budgets of the funds
 * that draw on an envelope, with its reserve, come to exactly its amount and in no year to more than its maximum.
 */
import type { FundFile } from "../assemble.js";
import type { Problem } from "../problem.js";
import { broken } from "../read/lenient.js";
import {
  clausesOf,
  entries,
  envelopesOf,
  euros,
  type Found,
  type LenientEnvelope,
  type Part,
  type Parts,
  problemAt,
  quoted,
} from "./parts.js";

/** The sum of amounts; null when one of them is unknown. */
function sum(amounts: readonly (number | undefined)[]): bigint | null {
  let total = 0n;
  for (const amount of amounts) {
    if (amount === undefined) return null;
    total += BigInt(amount);
  }
  return total;
}

/** The period, the yearly maxima and the reserve of one envelope. */
function insideEnvelope({ document, path, value }: Found<LenientEnvelope>): Problem[] {
  const problems: Problem[] = [];
  const { amount, from, to, reserve, years } = value;
  if (from !== undefined && to !== undefined && from > to) {
    problems.push(
      problemAt(
        { document, path: [...path, "to"] },
        `the period ends in ${to}, before it begins in ${from}`,
        `${from} or later`,
      ),
    );
  }
  if (amount !== undefined && reserve !== undefined && reserve > amount) {
    const message = `the reserve of ${euros(reserve)} is more than the envelope`;
    problems.push(problemAt({ document, path: [...path, "reserve"] }, message, `at most ${euros(amount)}`));
  }
  if (years === undefined) return problems;
  const seen = new Set<number>();
  for (const found of entries(document, [...path, "years"], years)) {
    const { year } = found.value;
    if (year === undefined) continue;
    const place = { document, path: [...found.path, "year"] };
    if (seen.has(year)) problems.push(problemAt(place, `the year ${year} is there twice`, "each year once"));
    seen.add(year);
    if (from !== undefined && to !== undefined && from <= to && (year < from || year > to)) {
      problems.push(
        problemAt(place, `the year ${year} is outside the envelope`, `a year from ${from} to ${to}`),
      );
    }
  }
  const total = sum(years.map((each) => each?.amount));
  if (amount !== undefined && total !== null && total !== BigInt(amount)) {
    const message = `the years come to ${euros(total)} and the envelope to ${euros(amount)}`;
    problems.push(
      problemAt({ document, path: [...path, "years"] }, message, `amounts that add up to ${euros(amount)}`),
    );
  }
  return problems;
}

/** Envelopes of one clause that promise for the same part in the same year: the money would be counted twice. */
function overlaps(parts: Parts): Problem[] {
  return clausesOf(parts).flatMap(({ document, path, value }) => {
    const all = entries(document, [...path, "envelopes"], value.envelopes);
    return all.flatMap((later, index) => {
      const { from, to, scope } = later.value;
      if (from === undefined || to === undefined || from > to || broken(later.value, "scope")) return [];
      const earlier = all.slice(0, index).find((other) => {
        if (broken(other.value, "scope") || other.value.from === undefined || other.value.to === undefined)
          return false;
        const sameScope =
          scope === undefined || other.value.scope === undefined || scope === other.value.scope;
        return sameScope && from <= other.value.to && other.value.from <= to;
      });
      if (earlier === undefined) return [];
      const message = `the envelopes \`${earlier.value.id ?? ""}\` and \`${later.value.id ?? ""}\` overlap in period and scope`;
      return [
        problemAt(
          { document, path: [...later.path, "from"] },
          message,
          "periods without a common year, or a different `scope` for each",
        ),
      ];
    });
  });
}

type Fund = Part<FundFile>;
type FoundEnvelope = ReturnType<typeof envelopesOf>[number];

/** Budget lines outside the years of the envelope, or above its maximum of a year. */
function yearlyDraws(envelope: LenientEnvelope, funds: readonly Fund[]): Problem[] {
  const drawn = new Map<number, bigint>();
  const { from, to } = envelope;
  const lines = funds.flatMap(({ document, value }) => entries(document, ["budgets"], value.budgets));
  return lines.flatMap(({ document, path, value }) => {
    const { year, amount } = value;
    if (year === undefined) return [];
    if (from !== undefined && to !== undefined && from <= to && (year < from || year > to)) {
      const message = `the year ${year} is outside the envelope \`${envelope.id}\``;
      return [problemAt({ document, path: [...path, "year"] }, message, `a year from ${from} to ${to}`)];
    }
    const most = envelope.years?.find((each) => each?.year === year)?.amount;
    if (amount === undefined || envelope.years === undefined) return [];
    if (
      most === undefined &&
      envelope.years.some((each) => each?.year === undefined || each.amount === undefined)
    )
      return [];
    const before = drawn.get(year) ?? 0n;
    const after = before + BigInt(amount);
    drawn.set(year, after);
    const limit = BigInt(most ?? 0);
    if (after <= limit) return [];
    const message = `with this budget, ${euros(after)} is drawn on the envelope \`${envelope.id}\` in ${year}`;
    const left = limit > before ? limit - before : 0n;
    return [
      problemAt(
        { document, path: [...path, "amount"] },
        message,
        `at most ${euros(left)}: the maximum of ${year} is ${euros(limit)}`,
      ),
    ];
  });
}

/** Whether it is known which envelope every fund draws on: every fund can be read and names an envelope that exists. */
function drawsAreKnown({ funds, unread }: Parts, envelopes: readonly FoundEnvelope[]): boolean {
  const exists = (fund: Fund): boolean =>
    envelopes.some(
      ({ value, clause }) => value.id === fund.value.envelope && clause.id === fund.value.clause,
    );
  return unread.fund.length === 0 && funds.every((fund) => fund.value.envelope !== undefined && exists(fund));
}

/** An envelope of a clause that is carried out, while nothing draws on it. */
function idle({ document, path, value, clause }: FoundEnvelope): Problem[] {
  const reserved = value.reserve === value.amount || broken(value, "reserve");
  if ((clause.instruments ?? []).length === 0 || reserved) return [];
  const message = `no fund draws on the envelope \`${value.id}\``;
  const expected = "a fund that names it, or a `reserve` of its whole amount";
  return [problemAt({ document, path: [...path, "id"] }, message, expected)];
}

/** Budgets and reserve that do not come to the envelope. */
function addUp({ document, path, value }: FoundEnvelope, funds: readonly Fund[]): Problem[] {
  const budgets = funds.flatMap((fund) => fund.value.budgets?.map((each) => each?.amount) ?? [undefined]);
  const total = sum([...budgets, broken(value, "reserve") ? undefined : (value.reserve ?? 0)]);
  if (total === null || value.amount === undefined || total === BigInt(value.amount)) return [];
  const names = quoted(funds.map((fund) => fund.name));
  const reserve = value.reserve === undefined ? "" : " with the reserve";
  const message = `the budgets of ${names}${reserve} come to ${euros(total)} and the envelope \`${value.id}\` to ${euros(value.amount)}`;
  const difference = total - BigInt(value.amount);
  const expected =
    difference > 0n
      ? `budgets that are ${euros(difference)} lower`
      : `budgets that are ${euros(-difference)} higher, or this amount as \`reserve\``;
  return [problemAt({ document, path: [...path, "amount"] }, message, expected)];
}

/** What the funds draw on each envelope, per year and in all. */
function draws(parts: Parts): Problem[] {
  const envelopes = envelopesOf(parts);
  const certain = drawsAreKnown(parts, envelopes);
  return envelopes.flatMap((found) => {
    const { value, clause } = found;
    if (value.id === undefined) return [];
    const funds = parts.funds.filter(
      (fund) => fund.value.envelope === value.id && fund.value.clause === clause.id,
    );
    const yearly = yearlyDraws(value, funds);
    if (!certain) return yearly;
    return [...yearly, ...(funds.length === 0 ? idle(found) : addUp(found, funds))];
  });
}

/** Envelopes hold, do not overlap, and are drawn on for exactly what they promise. */
export function checkMoney(parts: Parts): Problem[] {
  return [...envelopesOf(parts).flatMap(insideEnvelope), ...overlaps(parts), ...draws(parts)];
}
