/** What is known of an application, as expressions look at it. */
import type { ApplicationContent, CostLine, Organisation } from "../definition/application-content.js";
import type { CallDefinition } from "../definition/call-definition.js";

/** Values by variable; what is not known yet is absent. Whole numbers are bigint, as the language wants them. */
export type Facts = Readonly<Record<string, unknown>>;

const known = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const text = (value: string | null | undefined): string | undefined =>
  value === null || value === undefined || value.trim() === "" ? undefined : value;

const whole = (value: number | null | undefined): bigint | undefined =>
  typeof value === "number" && Number.isSafeInteger(value) ? BigInt(value) : undefined;

/** Sums by key; lines without the key or the amount count for nothing. */
function sumBy<Line>(
  lines: readonly Line[],
  key: (line: Line) => string | undefined,
  cents: (line: Line) => number | null | undefined,
): Record<string, bigint> {
  const sums: Record<string, bigint> = {};
  for (const line of lines) {
    const name = key(line);
    if (name !== undefined) sums[name] = (sums[name] ?? 0n) + (whole(cents(line)) ?? 0n);
  }
  return sums;
}

const total = (amounts: readonly (number | null | undefined)[]): bigint =>
  amounts.reduce<bigint>((sum, cents) => sum + (whole(cents) ?? 0n), 0n);

const DAY = 86_400_000;

/** A day that exists as the milliseconds of its midnight in UTC; null for anything else. */
function dayOf(written: string | null | undefined): number | null {
  const time = Date.parse(`${written}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === written ? time : null;
}

/** Whole calendar months from the first day to the last, both included; undefined when either is no date. */
export function wholeMonths(
  start: string | null | undefined,
  end: string | null | undefined,
): number | undefined {
  const from = dayOf(start);
  const last = dayOf(end);
  if (from === null || last === null) return undefined;
  const first = new Date(from);
  const after = new Date(last + DAY);
  const months =
    (after.getUTCFullYear() - first.getUTCFullYear()) * 12 + after.getUTCMonth() - first.getUTCMonth();
  return after.getUTCDate() >= first.getUTCDate() ? months : months - 1;
}

function organisationFacts(organisation: Organisation, costs: bigint | undefined): Record<string, unknown> {
  return known({
    name: text(organisation.name),
    kind: text(organisation.kind),
    region: text(organisation.region),
    size: text(organisation.size),
    employees: whole(organisation.employees),
    costs,
  });
}

const costsOf = (lines: readonly CostLine[], mine: (line: CostLine) => boolean): bigint | undefined =>
  lines.length === 0 ? undefined : total(lines.filter(mine).map(({ cents }) => cents));

/** The call itself as expressions look at it; days are those in the offset in which the moment was written. */
function callFacts(call: CallDefinition): Record<string, unknown> {
  return {
    id: call.id,
    opens: call.opens.slice(0, 10),
    closes: call.closes.slice(0, 10),
    budget: total(call.budgets.map(({ amount }) => amount)),
  };
}

/** Everything but the answers. */
export function factsWithoutAnswers(call: CallDefinition, application: ApplicationContent): Facts {
  const { lead, project } = application;
  const costs = application.costs ?? [];
  const requested = Object.entries(application.requested ?? {});
  const funding = application.funding;
  const start = dayOf(project?.start) === null ? undefined : text(project?.start);
  const end = dayOf(project?.end) === null ? undefined : text(project?.end);
  return {
    call: callFacts(call),
    applicant: organisationFacts(
      lead ?? {},
      costsOf(costs, ({ partner }) => partner === undefined || partner === null),
    ),
    project: known({
      title: text(application.title),
      theme: text(project?.theme),
      region: text(project?.region),
      start,
      end,
      months: whole(wholeMonths(start, end)),
    }),
    costs: known({
      total: costs.length === 0 ? undefined : total(costs.map(({ cents }) => cents)),
      byCategory: sumBy(
        costs,
        ({ category }) => text(category),
        ({ cents }) => cents,
      ),
      byYear: sumBy(
        costs,
        ({ year }) => (typeof year === "number" ? String(year) : undefined),
        ({ cents }) => cents,
      ),
    }),
    requested: known({
      total: requested.some(([, cents]) => typeof cents === "number")
        ? total(requested.map(([, cents]) => cents))
        : undefined,
      byBudget: sumBy(
        requested,
        ([budget]) => budget,
        ([, cents]) => cents,
      ),
    }),
    funding: known({
      total: funding === undefined ? undefined : total(funding.map(({ cents }) => cents)),
      byKind: sumBy(
        funding ?? [],
        ({ kind }) => text(kind),
        ({ cents }) => cents,
      ),
    }),
    partners: (application.partners ?? []).map((partner) =>
      organisationFacts(
        partner,
        costsOf(costs, (line) => line.partner === partner.id),
      ),
    ),
    workPackages: (application.workPackages ?? []).map((workPackage) =>
      known({
        title: text(workPackage.title),
        category: text(workPackage.category),
        costs: costsOf(costs, (line) => line.workPackage === workPackage.id),
      }),
    ),
  };
}
