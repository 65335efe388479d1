/**
 * Multidimensional knapsack files of the OR-Library (J. E. Beasley): numbers in free layout. A file is one instance
 * (`n m optimum`, n profits, m rows of n weights, m capacities) or begins with the number of instances.
 */
import type { Round } from "../model/round.js";
import { type Decimal, parseDecimal, scaleDecimal } from "./decimal.js";
import { FileError, RoundError } from "./issues.js";
import { parseRound } from "./parse-round.js";
import { placeAt } from "./place.js";

/** One instance of a file. */
export interface KnapsackInstance {
  readonly round: Round;
  /** The value the file states, in points; an optimum or the best known. Null where it states none (zero). */
  readonly statedObjective: number | null;
  /** How many instances the file holds. */
  readonly instances: number;
}

interface Token {
  readonly offset: number;
  readonly value: Decimal;
}

/**
 * Reads one instance; items become applications `1`, `2`, …, rows budgets `1`, `2`, …
 *
 * @param instance from 1
 * @throws FileError with line and column
 */
export function readKnapsack(text: string, instance = 1): KnapsackInstance {
  const tokens = tokensOf(text);
  const starts = startsOf(tokens, text);
  const start = starts[instance - 1];
  if (start === undefined)
    throw failure(text, 0, `there is no instance ${instance}; the file has ${starts.length}`);
  const n = wholeAt(tokens, start, text);
  const m = wholeAt(tokens, start + 1, text);
  const stated = tokens[start + 2]!.value;
  const profits = tokens.slice(start + 3, start + 3 + n);
  const places = Math.max(0, ...profits.map(({ value }) => value.scale));
  const rows = Array.from({ length: m }, (_, i) => {
    const from = start + 3 + n * (i + 1);
    const numbers = [...tokens.slice(from, from + n), tokens[start + 3 + n * (m + 1) + i]!];
    const scale = Math.max(0, ...numbers.map(({ value }) => value.scale));
    return numbers.map((token) => toUnits(token, scale, text));
  });
  const json = {
    round: `knapsack ${instance}`,
    unit: "unit",
    scoreScale: 10 ** places,
    budgets: rows.map((row, i) => ({ id: String(i + 1), amount: row[n] })),
    applications: profits.map((profit, j) => ({
      id: String(j + 1),
      score: toUnits(profit, places, text),
      amounts: Object.fromEntries(rows.map((row, i) => [String(i + 1), row[j]])),
    })),
  };
  try {
    const statedObjective = stated.digits === 0n ? null : Number(stated.digits) / 10 ** stated.scale;
    return { round: parseRound(json), statedObjective, instances: starts.length };
  } catch (error) {
    if (!(error instanceof RoundError)) throw error;
    const at = placeAt(text, tokens[start]!.offset);
    throw new FileError(error.issues.map(({ path, message }) => ({ ...at, message: `${path}: ${message}` })));
  }
}

function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => {
    const value = parseDecimal(word);
    if (value === null) throw failure(text, index, `"${word}" is not a number`);
    return { offset: index, value };
  });
}

/** Where each instance begins. Both layouts are tried: only the right one ends exactly at the last number. */
function startsOf(tokens: readonly Token[], text: string): readonly number[] {
  if (tokens.length === 0) throw failure(text, 0, "the file is empty");
  const single = walk(tokens, 0, 1);
  if (single !== null) return single;
  const count = tokens[0]!.value.scale === 0 ? Number(tokens[0]!.value.digits) : 0;
  const many = count > 0 && count < tokens.length ? walk(tokens, 1, count) : null;
  if (many !== null) return many;
  throw failure(
    text,
    tokens.at(-1)!.offset,
    `the numbers (${tokens.length} in all) are not one instance (n, m, optimum, n profits, m rows of n weights, m capacities), nor a count and that many instances`,
  );
}

function walk(tokens: readonly Token[], from: number, count: number): readonly number[] | null {
  const starts: number[] = [];
  let at = from;
  for (let k = 0; k < count; k += 1) {
    const [n, m] = [tokens[at]?.value, tokens[at + 1]?.value];
    if (!n || !m || n.scale > 0 || m.scale > 0 || n.digits < 1n || m.digits < 1n) return null;
    if (n.digits * m.digits > BigInt(tokens.length)) return null;
    starts.push(at);
    at += 3 + Number(n.digits) * (Number(m.digits) + 1) + Number(m.digits);
  }
  return at === tokens.length ? starts : null;
}

function wholeAt(tokens: readonly Token[], index: number, text: string): number {
  return toUnits(tokens[index]!, 0, text);
}

function toUnits(token: Token, scale: number, text: string): number {
  const units = Number(scaleDecimal(token.value, scale));
  if (!Number.isSafeInteger(units))
    throw failure(text, token.offset, "the number is too large to stay exact");
  return units;
}

function failure(text: string, offset: number, message: string): FileError {
  return new FileError([{ ...placeAt(text, offset), message }]);
}
