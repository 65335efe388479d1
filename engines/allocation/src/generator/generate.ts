/**
 * Seeded example rounds: what the product shows as example data, and what the benchmark measures.
 *
 * Costs are lognormal per size of company (sigma 0.8, rounded to EUR 100), scores 0 to 100 and correlated with the
 * logarithm of the cost, 1 to 3 years of spending, budgets a quarter of the demand. Consortium lists (4 % of n, two
 * to four members, at most one awarded) and dependencies (1 % of n).
 */
import type { Application, Budget, Constraint, Round } from "../model/round.js";
import { parseRound } from "../reading/parse-round.js";
import { PROVINCES, SIZES, THEMES } from "./netherlands.js";
import { type RandomSource, randomSource } from "./prng.js";

/**
 * How hard a round is, which depends on the number of limits that bind:
 * `simple` one budget and loose shares; `loose` three yearly budgets and loose shares; `tight` three yearly budgets,
 * shares of provinces within 0.85 to 1.3 times and of themes within 0.9 to 1.1 times the reference;
 * `strong` as `simple`, but the score is an affine function of the cost, which no method orders.
 */
export type RoundClass = "simple" | "loose" | "tight" | "strong";

/** What a generated round is made of. */
export interface GeneratorOptions {
  /** Number of applications, from 1. */
  readonly n: number;
  readonly class: RoundClass;
  readonly seed: string;
  /** Budgets instead of a quarter of the demand: one for `simple` and `strong`, three for the other classes. */
  readonly budgets?: readonly Budget[];
  /** Name of the round. */
  readonly name?: string;
  /** When applications could be handed in, as ISO 8601 moments; default six weeks in the autumn before the first year. */
  readonly window?: { readonly opens: string; readonly closes: string };
}

const WINDOW = { opens: "2026-09-07T07:00:00Z", closes: "2026-10-16T15:00:00Z" };
const HUNDRED_EUROS = 10_000;
const SIGMA = 0.8;
const BUDGET_PART = 0.25;
/** In smaller groups one application is more than the whole share, so that a limit would only be a contradiction. */
const FEWEST_MEMBERS = 12;
/** Budget years of the call; `simple` and `strong` have the first only. */
const YEARS = ["2027", "2028", "2029"] as const;

/** Makes a round; the same options give the same round. */
export function generateRound(options: GeneratorOptions): Round {
  if (!Number.isSafeInteger(options.n) || options.n < 1) throw new RangeError("n is a whole number from 1");
  const random = randomSource(`${options.class} ${options.n} ${options.seed}`);
  const isYearly = options.class === "loose" || options.class === "tight";
  const years = options.budgets?.map(({ id }) => id) ?? (isYearly ? YEARS : YEARS.slice(0, 1));
  const width = Math.max(4, String(options.n).length);
  // A source of its own: the other numbers of a seed stay what they are without it.
  const receipt = receiptsIn(options.window ?? WINDOW, randomSource(`received ${options.n} ${options.seed}`));
  const applications = Array.from({ length: options.n }, (_, k) => ({
    ...drawApplication(`A${String(k + 1).padStart(width, "0")}`, years, options.class, random),
    received: receipt(),
  }));
  const budgets = options.budgets ?? years.map((id) => quarterOfDemand(id, applications));
  return parseRound({
    round: options.name ?? `example-${options.class}-${options.n}-${options.seed}`,
    budgets,
    applications,
    constraints: [
      ...shares(applications, options.class),
      ...consortia(applications, random),
      ...dependencies(applications, random),
    ],
    tieBreak: { seed: `example ${options.seed}` },
  });
}

function drawApplication(
  id: string,
  years: readonly string[],
  roundClass: RoundClass,
  random: RandomSource,
): Application {
  const province = PROVINCES[random.weighted(PROVINCES.map(([, weight]) => weight))]![0];
  const theme = THEMES[random.weighted(THEMES.map(([, weight]) => weight))]![0];
  const [size, , median] = SIZES[random.weighted(SIZES.map(([, weight]) => weight))]!;
  const deviation = random.normal();
  const hundreds = Math.max(50, Math.round((median * Math.exp(SIGMA * deviation)) / 100));
  const logarithm = Math.log(hundreds * 100);
  const drawn = Math.round(55 + 12 * ((logarithm - Math.log(120_000)) / SIGMA) * 0.5 + 15 * random.normal());
  const score = roundClass === "strong" ? Math.round(hundreds / 10) + 100 : Math.min(100, Math.max(0, drawn));
  const tags = { region: [province], theme: [theme], size: [size] };
  return { id, score, amounts: spread(hundreds, years, random), tags };
}

/** Draws moments in whole seconds: half of them in the first quarter of the window, as calls by order of receipt see. */
function receiptsIn(window: NonNullable<GeneratorOptions["window"]>, random: RandomSource): () => string {
  const [opens, closes] = [Date.parse(window.opens), Date.parse(window.closes)];
  const seconds = Math.floor((closes - opens) / 1000);
  return () => new Date(opens + Math.floor(seconds * random.uniform() ** 2) * 1000).toISOString();
}

/** Divides a cost, in hundreds of euros, over one to three consecutive years in whole hundreds. */
function spread(hundreds: number, years: readonly string[], random: RandomSource): Record<string, number> {
  const length = 1 + random.below(years.length);
  const first = random.below(years.length - length + 1);
  const amounts: Record<string, number> = {};
  let rest = hundreds;
  for (let k = 0; k < length; k += 1) {
    const part = k === length - 1 ? rest : Math.round((rest / (length - k)) * (0.7 + 0.6 * random.uniform()));
    const taken = Math.min(rest, part);
    if (taken > 0) amounts[years[first + k]!] = taken * HUNDRED_EUROS;
    rest -= taken;
  }
  return amounts;
}

function quarterOfDemand(id: string, applications: readonly Application[]): Budget {
  const demand = applications.reduce((sum, { amounts }) => sum + (amounts?.[id] ?? 0), 0);
  return { id, amount: Math.floor((demand * BUDGET_PART) / HUNDRED_EUROS) * HUNDRED_EUROS };
}

/** Limits around each value's share of the demand, of the budget. */
function shares(applications: readonly Application[], roundClass: RoundClass): readonly Constraint[] {
  const around: Readonly<Record<"region" | "theme" | "size", readonly [number, number]>> =
    roundClass === "tight"
      ? { region: [0.85, 1.3], theme: [0.9, 1.1], size: [0.7, 1.4] }
      : { region: [0.5, 1.6], theme: [0.5, 1.6], size: [0.5, 1.6] };
  const costOf = ({ amounts = {} }: Application) =>
    Object.values(amounts).reduce((sum, amount) => sum + amount, 0);
  const demand = applications.reduce((sum, application) => sum + costOf(application), 0);
  return (["region", "theme", "size"] as const).flatMap((tag) => {
    const values = [...new Set(applications.map(({ tags }) => tags[tag]![0]!))].sort();
    return values.flatMap((value): Constraint[] => {
      const members = applications.filter(({ tags }) => tags[tag]![0] === value);
      if (members.length < FEWEST_MEMBERS) return [];
      const reference = members.reduce((sum, application) => sum + costOf(application), 0) / demand;
      const [low, high] = around[tag];
      return [
        {
          kind: "share",
          tag,
          value,
          min: Math.min(1, reference * low).toFixed(4),
          max: Math.min(1, reference * high).toFixed(4),
          of: "budget",
        },
      ];
    });
  });
}

function consortia(applications: readonly Application[], random: RandomSource): readonly Constraint[] {
  const count = Math.floor(applications.length * 0.04);
  return Array.from({ length: count }, (): Constraint => {
    const members = Array.from({ length: 2 + random.below(3) }, () => random.below(applications.length));
    return {
      kind: "at-most-one",
      applications: [...new Set(members)].map((index) => applications[index]!.id),
    };
  });
}

function dependencies(applications: readonly Application[], random: RandomSource): readonly Constraint[] {
  const count = Math.floor(applications.length * 0.01);
  return Array.from({ length: count }, (): Constraint => {
    const application = random.below(applications.length);
    // Another one: an offset of at least 1 round the list.
    const needs = (application + 1 + random.below(applications.length - 1)) % applications.length;
    return { kind: "requires", application: applications[application]!.id, needs: applications[needs]!.id };
  });
}
