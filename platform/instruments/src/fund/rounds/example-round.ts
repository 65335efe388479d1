/**
 * Example rounds of a fund: the allocation engine's seeded generator makes applications, and the fund's call gives
 * them its categories, budgets, limits and lot. Nobody real is in them.
 */
import {
  type Amounts,
  type Application,
  type Constraint,
  generateRound,
  parseRound,
  type Round,
} from "@voorsprong/allocation";
import type { Call, FundDefinition, Tag } from "@voorsprong/programme";
import { callRound } from "../definition.js";
import { requestedBy } from "./requested.js";
import type { NewExampleRound } from "./views.js";

/** What an example is made of; the same options give the same round. */
export type ExampleOptions = Pick<NewExampleRound, "applications" | "seed"> & {
  readonly difficulty: "simple" | "loose" | "tight";
};

/** How many times the budgets are asked for together; Dutch innovation calls are often asked for two to four times. */
const demandPerBudget = 3n;

/** Amounts are whole hundreds of euros, as applicants write them. */
const unitOfAmounts = 10_000n;

/**
 * An example round of a call.
 *
 * `simple`: the call's limits only. `loose`: applicants in consortia and dependencies between applications beside
 * them. `tight`: also a share of the budgets for each category the call says nothing about, close to what it asks for.
 */
export function exampleRound(fund: FundDefinition, call: Call, options: ExampleOptions): Round {
  const terms = callRound(fund, call);
  const generated = generateRound({
    n: options.applications,
    class: options.difficulty === "tight" ? "tight" : "loose",
    seed: String(options.seed),
    budgets: terms.budgets,
    window: { opens: call.opens.instant, closes: call.closes.instant },
  });
  const applications = rescale(relabel(generated.applications, fund), terms);
  const between = generated.constraints.filter(({ kind }) => kind === "at-most-one" || kind === "requires");
  return parseRound({
    ...terms,
    applications,
    constraints: [
      ...terms.constraints,
      ...(options.difficulty === "tight" ? closeShares(applications, terms) : []),
      ...(options.difficulty === "simple" ? [] : between),
    ],
  });
}

/**
 * Gives each application the fund's categories in place of the generator's. The generator's values are put in order
 * (sizes by what they cost on average, others by name) and laid over the fund's values in theirs, so that small stays
 * small and neighbours stay together; where several values meet one, applications take turns.
 */
function relabel(applications: readonly Application[], fund: FundDefinition): Application[] {
  const take = {
    region: takeTurns(applications, "region", idsOf(fund.regions)),
    theme: takeTurns(applications, "theme", idsOf(fund.themes)),
    size: takeTurns(applications, "size", idsOf(fund.sizes)),
  };
  return applications.map((application) => ({
    ...application,
    tags: {
      region: [take.region(application)],
      theme: [take.theme(application)],
      size: [take.size(application)],
    },
  }));
}

const idsOf = (categories: readonly { readonly id: string }[]) => categories.map(({ id }) => id);
const categoryOf = (application: Application, tag: Tag) => application.tags[tag]?.[0] ?? "";

/** A function that gives the next application the next fund value that its generated value may become. */
function takeTurns(
  applications: readonly Application[],
  tag: Tag,
  targets: readonly string[],
): (application: Application) => string {
  const sources = inOrder(applications, tag);
  const turns = new Map<string, number>();
  return (application) => {
    const value = categoryOf(application, tag);
    const source = sources.indexOf(value);
    const overlaid = targets.filter(
      (_, target) => Math.floor((target * sources.length) / targets.length) === source,
    );
    // Fewer targets than sources: several sources share one.
    const choices =
      overlaid.length > 0
        ? overlaid
        : [targets[Math.floor((source * targets.length) / sources.length)] ?? value];
    const turn = turns.get(value) ?? 0;
    turns.set(value, turn + 1);
    return choices[turn % choices.length] ?? value;
  };
}

/** The values that occur: sizes from cheap to expensive, others by name. */
function inOrder(applications: readonly Application[], tag: Tag): string[] {
  const values = [...new Set(applications.map((application) => categoryOf(application, tag)))].sort();
  if (tag !== "size") return values;
  const mean = new Map(
    values.map((value) => {
      const totals = applications
        .filter((application) => categoryOf(application, tag) === value)
        .map((application) => requestedBy(application).total);
      return [value, totals.reduce((sum, total) => sum + total, 0) / totals.length];
    }),
  );
  return values.sort((one, other) => (mean.get(one) ?? 0) - (mean.get(other) ?? 0));
}

/** Brings amounts to a level at which each budget is asked for `demandPerBudget` times. */
function rescale(applications: readonly Application[], { budgets }: Round): Application[] {
  const demand = new Map(budgets.map(({ id }) => [id, demandOf(applications, id)]));
  const scale = (amounts: Amounts): Amounts =>
    Object.fromEntries(
      budgets.flatMap(({ id, amount }) => {
        const asked = BigInt(amounts[id] ?? 0);
        const total = demand.get(id) ?? 0n;
        if (asked === 0n || total === 0n) return [];
        const hundreds = (asked * BigInt(amount) * demandPerBudget) / (total * unitOfAmounts);
        return [[id, Number((hundreds > 0n ? hundreds : 1n) * unitOfAmounts)]];
      }),
    );
  return applications.map((application) =>
    application.amounts === undefined ? application : { ...application, amounts: scale(application.amounts) },
  );
}

function demandOf(applications: readonly Application[], budget: string): bigint {
  return applications.reduce((sum, { amounts }) => sum + BigInt(amounts?.[budget] ?? 0), 0n);
}

/** Share limits of 0.85 to 1.3 times the asked share, for the regions and themes that the call leaves free. */
function closeShares(applications: readonly Application[], terms: Round): Constraint[] {
  const total = applications.reduce((sum, application) => sum + requestedBy(application).total, 0);
  return (["region", "theme"] as const).flatMap((tag) =>
    inOrder(applications, tag)
      .filter(
        (value) =>
          !terms.constraints.some((each) => "tag" in each && each.tag === tag && each.value === value),
      )
      .map((value): Constraint => {
        const asked = applications
          .filter((application) => categoryOf(application, tag) === value)
          .reduce((sum, application) => sum + requestedBy(application).total, 0);
        return {
          kind: "share",
          tag,
          value,
          min: share((asked / total) * 0.85),
          max: share(Math.min(1, (asked / total) * 1.3)),
          of: "budget",
        };
      }),
  );
}

/** A share with four decimals, as a call would state it. */
function share(value: number): string {
  return value.toFixed(4);
}
