/** The enterprises around an applicant as rows of a table, and as the graph that the size test reads. */
import type { Row } from "@voorsprong/call-form";
import type { Holding, OwnerKind, Ownership, Party, Period } from "@voorsprong/state-aid";

/** The id of the applicant in the graph. */
export const SUBJECT = "self";

/** Figures of a period as rows hold them. */
function periodOf(row: Row): Period[] {
  const { endsOn, staff, turnover, balance } = row;
  if (![staff, turnover, balance].every((value) => typeof value === "number" && value >= 0)) return [];
  if (!/^\d{4}-\d{2}-\d{2}$/.test(String(endsOn))) return [];
  return [
    {
      endsOn: String(endsOn),
      headcount: Math.round((staff as number) * 1_000),
      turnover: turnover as number,
      balance: balance as number,
    },
  ];
}

const basisPoints = (value: unknown) =>
  typeof value === "number" ? Math.min(10_000, Math.max(0, Math.round(value * 100))) : 0;

/**
 * The graph of the rows. A row that is still being filled in counts for what is there.
 * @param figures the applicant's own periods
 * @param related one row per enterprise or owner around it, with the one holding that ties it in
 */
export function ownershipOf(
  figures: readonly Row[],
  related: readonly Row[],
  changedOwner: boolean,
): Ownership {
  const ids = related.map((_, at) => `e${at + 1}`);
  const parties: Party[] = [{ id: SUBJECT, kind: "enterprise", periods: figures.flatMap(periodOf) }];
  const holdings: Holding[] = [];
  const endsOn = figures
    .map(({ endsOn: end }) => String(end))
    .sort()
    .at(-1);
  for (const [at, row] of related.entries()) {
    const id = ids[at]!;
    const name = typeof row.name === "string" && row.name !== "" ? { name: row.name } : {};
    const periods = periodOf({ ...row, endsOn: endsOn ?? null });
    parties.push({
      id,
      ...name,
      kind: (row.kind ?? "enterprise") as OwnerKind,
      ...(periods.length > 0 && { periods }),
    });
    const toward =
      typeof row.toward === "string" && row.toward !== id && ids.includes(row.toward) ? row.toward : SUBJECT;
    const [owner, held] = row.direction === "owned" ? [toward, id] : [id, toward];
    holdings.push({ owner, in: held, capital: basisPoints(row.capital), votes: basisPoints(row.votes) });
  }
  return { subject: SUBJECT, parties, holdings, ...(changedOwner && { changedOwner }) };
}

const rowOf = (period: Period | undefined): Row => ({
  staff: period === undefined ? null : period.headcount / 1_000,
  turnover: period?.turnover ?? null,
  balance: period?.balance ?? null,
});

/** The rows of a graph that these rows made. */
export function rowsOf(ownership: Ownership | null | undefined): {
  readonly figures: readonly Row[];
  readonly related: readonly Row[];
} {
  const [self, ...others] = ownership?.parties ?? [];
  const related = others.map((party, at): Row => {
    const holding = ownership?.holdings[at];
    const owned = holding?.in === party.id;
    return {
      name: party.name ?? "",
      kind: party.kind,
      direction: owned ? "owned" : "owns",
      toward: (owned ? holding?.owner : holding?.in) ?? SUBJECT,
      capital: holding === undefined ? null : holding.capital / 100,
      votes: holding === undefined ? null : holding.votes / 100,
      ...rowOf(party.periods?.[0]),
    };
  });
  return {
    figures: (self?.periods ?? []).map((period) => ({ endsOn: period.endsOn, ...rowOf(period) })),
    related,
  };
}
