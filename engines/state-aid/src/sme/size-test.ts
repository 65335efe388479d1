import type { Assumption, Line, Localised, SizeClass } from "../model/common.js";
import { WHOLE } from "../model/exact.js";
import { dayWords, euro, fill, percent } from "../model/words.js";
import { checkOwnership } from "./check-ownership.js";
import type { Ownership, Party } from "./enterprise.js";
import { add, classOf, latestFirst, periodFor, type ScaledTotals } from "./figures.js";
import { linkedGroups } from "./links.js";
import { type Relation, relationsOf } from "./partners.js";
import { publiclyOwned, publicShare } from "./public-ownership.js";
import { classOverYears } from "./two-years.js";
import { SIZE_NAMES, SIZE_TEXTS } from "./words.js";

/** How an enterprise counts in the totals of the applicant. */
export type Counting = "itself" | "linked" | "partner" | "linked-to-partner" | "exception" | "below";

/** One enterprise around the applicant: for how much it counts, and why. */
export interface Counted {
  readonly id: string;
  readonly how: Counting;
  /** The share of its figures that counts, in basis points. */
  readonly share: number;
  readonly article: string;
  readonly text: Localised;
}

/** The totals of one accounting period, rounded down for people; the class is found on the exact ones. */
export interface PeriodTotals {
  readonly endsOn: string;
  readonly size: SizeClass;
  /** In thousandths of an annual work unit. */
  readonly headcount: number;
  /** In cents. */
  readonly turnover: number;
  readonly balance: number;
}

/** The outcome of the size test. */
export interface SizeResult {
  readonly size: SizeClass;
  /** What decided: the figures, the two-year rule, or ownership by public bodies. */
  readonly decidedBy: "figures" | "two-years" | "public-ownership";
  readonly counted: readonly Counted[];
  /** Latest period first. */
  readonly periods: readonly PeriodTotals[];
  readonly lines: readonly Line[];
  readonly assumptions: readonly Assumption[];
}

const ARTICLES: Readonly<Record<Counting, string>> = {
  itself: "GBER Annex I, Art. 6(1)",
  linked: "GBER Annex I, Art. 3(3), 6(2)",
  partner: "GBER Annex I, Art. 3(2), 6(2)",
  "linked-to-partner": "GBER Annex I, Art. 6(3)",
  exception: "GBER Annex I, Art. 3(2)(a)-(d)",
  below: "GBER Annex I, Art. 3(1)",
};

function countedParties(ownership: Ownership): readonly Counted[] {
  const groups = linkedGroups(ownership);
  const own = groups.of(ownership.subject);
  const names = new Map(ownership.parties.map((party) => [party.id, party.name ?? party.id]));
  const count = (id: string, how: Counting, share: number, held = share): Counted => ({
    id,
    how,
    share,
    article: ARTICLES[how],
    text: fill(SIZE_TEXTS[how], { name: names.get(id)!, share: percent(held) }),
  });
  const linked = ownership.parties
    .filter(({ id }) => groups.of(id) === own)
    .map(({ id }) => count(id, id === ownership.subject ? "itself" : "linked", WHOLE));
  const around = relationsOf(ownership, groups).flatMap((relation: Relation) => {
    if (relation.how !== "partner")
      return relation.direct.map((id) => count(id, relation.how, 0, relation.share));
    return relation.members.map((id) =>
      count(id, relation.direct.includes(id) ? "partner" : "linked-to-partner", relation.share),
    );
  });
  return [...linked, ...around];
}

function totalsAt(
  endsOn: string,
  counted: readonly Counted[],
  parties: ReadonlyMap<string, Party>,
): PeriodTotals {
  const totals: ScaledTotals = { headcount: 0n, turnover: 0n, balance: 0n };
  for (const { id, share } of counted) {
    const period = periodFor(parties.get(id)!, endsOn);
    if (share > 0 && period !== undefined) add(totals, period, share);
  }
  const down = (value: bigint) => Number(value / BigInt(WHOLE));
  return {
    endsOn,
    size: classOf(totals),
    headcount: down(totals.headcount),
    turnover: down(totals.turnover),
    balance: down(totals.balance),
  };
}

function totalsLine(totals: PeriodTotals): Line {
  const staff = totals.headcount / 1_000;
  return {
    step: "size-totals",
    text: fill(SIZE_TEXTS.totals, {
      date: dayWords(totals.endsOn),
      staff: { nl: String(staff).replace(".", ","), en: String(staff) },
      turnover: euro(totals.turnover),
      balance: euro(totals.balance),
      size: SIZE_NAMES[totals.size],
    }),
    article: "GBER Annex I, Art. 2",
    mark: "K",
    result: null,
  };
}

function decide(
  ownership: Ownership,
  periods: readonly PeriodTotals[],
): Pick<SizeResult, "size" | "decidedBy"> {
  if (publiclyOwned(publicShare(ownership))) return { size: "large", decidedBy: "public-ownership" };
  const latest = periods[0]!.size;
  if (ownership.changedOwner === true) return { size: latest, decidedBy: "figures" };
  const size = classOverYears(periods.map((period) => period.size).reverse());
  return { size, decidedBy: size === latest ? "figures" : "two-years" };
}

function conclusion(result: Pick<SizeResult, "size" | "decidedBy">, ownership: Ownership): Line {
  return {
    step: "size-class",
    text: fill(SIZE_TEXTS[result.decidedBy], {
      size: SIZE_NAMES[result.size],
      share: percent(publicShare(ownership)),
    }),
    article:
      result.decidedBy === "public-ownership"
        ? "GBER Annex I, Art. 3(4)"
        : result.decidedBy === "two-years"
          ? "GBER Annex I, Art. 4(2)"
          : "GBER Annex I, Art. 2",
    mark: "K",
    result: null,
  };
}

/**
 * The class of an enterprise with all that counts with it (Recommendation 2003/361/EC, GBER Annex I).
 *
 * @throws StateAidInputError when the graph contradicts itself
 */
export function sizeOf(ownership: Ownership): SizeResult {
  checkOwnership(ownership);
  const parties = new Map(ownership.parties.map((party) => [party.id, party]));
  const counted = countedParties(ownership);
  const periods = latestFirst(parties.get(ownership.subject)!).map(({ endsOn }) =>
    totalsAt(endsOn, counted, parties),
  );
  const decided = decide(ownership, periods);
  const unknown = counted.filter(({ id, share }) => share > 0 && latestFirst(parties.get(id)!).length === 0);
  return {
    ...decided,
    counted,
    periods,
    lines: [
      ...counted.map((each) => ({
        step: `size-${each.how}`,
        participant: each.id,
        text: each.text,
        article: each.article,
        mark: each.how === "partner" ? ("V" as const) : ("K" as const),
        result: { unit: "basis-points" as const, value: each.share },
      })),
      ...periods.map(totalsLine),
      conclusion(decided, ownership),
    ],
    assumptions: [
      ...unknown.map(({ id }) => ({
        id: `figures-${id}`,
        covers: id,
        text: fill(SIZE_TEXTS.unknown, { name: parties.get(id)!.name ?? id }),
      })),
      ...(periods.length === 1 && ownership.changedOwner !== true
        ? [{ id: "one-period", covers: ownership.subject, text: SIZE_TEXTS.onePeriod }]
        : []),
    ],
  };
}
