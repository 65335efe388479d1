/** The enterprises around an applicant as rows of a table, and as the graph that the size test reads. */
import type { Row } from "@voorsprong/call-form";
import type { Holding, OwnerKind, Ownership, Party, Period } from "@voorsprong/state-aid";

/** The id of the applicant in the graph. */
export const SUBJECT = "self";

const isEmpty = (value: unknown) => value === null || value === undefined || value === "";
const figure = (value: unknown) => (typeof value === "number" && value >= 0 ? value : null);

/** Figures of a period as rows hold them; what cannot be read is null. */
function periodOf({ endsOn, staff, turnover, balance }: Row): Period {
  const awu = figure(staff);
  return {
    endsOn: /^\d{4}-\d{2}-\d{2}$/.test(String(endsOn)) ? String(endsOn) : "",
    headcount: awu === null ? null : Math.round(awu * 1_000),
    turnover: figure(turnover),
    balance: figure(balance),
  } as Period;
}

const basisPoints = (value: unknown) =>
  typeof value === "number" ? Math.min(10_000, Math.max(0, Math.round(value * 100))) : 0;

/**
 * The graph of the rows, null when nothing stands in them. A row that is still being filled in has nulls, so that it
 * is seen to be unfinished and comes back as it was typed.
 * @param figures the applicant's own periods
 * @param related one row per enterprise or owner around it, with the one holding that ties it in
 */
export function ownershipOf(
  figures: readonly Row[],
  related: readonly Row[],
  changedOwner: boolean,
): Ownership | null {
  const begun = figures.filter((row) => !Object.values(row).every(isEmpty));
  if (begun.length === 0 && related.length === 0 && !changedOwner) return null;
  const ids = related.map((_, at) => `e${at + 1}`);
  const parties: Party[] = [{ id: SUBJECT, kind: "enterprise", periods: begun.map(periodOf) }];
  const holdings: Holding[] = [];
  const endsOn = begun
    .map((row) => periodOf(row).endsOn)
    .sort()
    .at(-1);
  for (const [at, row] of related.entries()) {
    const id = ids[at]!;
    const name = typeof row.name === "string" && row.name !== "" ? { name: row.name } : {};
    const counts = ![row.staff, row.turnover, row.balance].every(isEmpty);
    parties.push({
      id,
      ...name,
      kind: (row.kind ?? "enterprise") as OwnerKind,
      ...(counts && { periods: [periodOf({ ...row, endsOn: endsOn ?? null })] }),
    });
    const toward =
      typeof row.toward === "string" && row.toward !== id && ids.includes(row.toward) ? row.toward : SUBJECT;
    const [owner, held] = row.direction === "owned" ? [toward, id] : [id, toward];
    holdings.push({ owner, in: held, capital: basisPoints(row.capital), votes: basisPoints(row.votes) });
  }
  return { subject: SUBJECT, parties, holdings, ...(changedOwner && { changedOwner }) };
}

const rowOf = (period: Period | undefined): Row => ({
  staff: typeof period?.headcount === "number" ? period.headcount / 1_000 : null,
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
