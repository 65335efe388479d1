/**
 * The published formats read once more, as literally and as slowly as possible: every row is a function of a
 * selection, every question is answered by trying everything. Shares no code with the verifier.
 */
import { createHash } from "node:crypto";

/** JSON of a document under test; tests reach into it freely. */
// biome-ignore lint/suspicious/noExplicitAny: documents in tests are built and damaged at any depth
export type Loose = any;

export interface Pick {
  readonly application: string;
  readonly option: string | null;
  readonly score: number;
  readonly amounts: Record<string, number>;
}

export interface NaiveRow {
  readonly id: string;
  readonly walked: boolean;
  /** b - a·x: not negative when the row holds. Linear in the selection. */
  slack(selection: readonly Pick[]): bigint;
  readonly figure?: (selection: readonly Pick[]) => { value: bigint; of: bigint };
}

const total = (amounts: Record<string, number>): number => Object.values(amounts).reduce((a, b) => a + b, 0);

export const worth = (selection: readonly Pick[]): number =>
  selection.reduce((sum, { score }) => sum + score, 0);

/** What an application may be awarded: its full award first, then its options by id. */
export function picks(application: Loose): Pick[] {
  const full = "score" in application ? [{ ...application, id: null }] : [];
  return [...full, ...(application.options ?? [])].map(({ id, score, amounts }) => ({
    application: application.id,
    option: id,
    score,
    amounts,
  }));
}

export function rows(round: Loose): NaiveRow[] {
  const result: NaiveRow[] = [];
  const tagsOf = new Map<string, Loose>(round.applications.map(({ id, tags }: Loose) => [id, tags]));
  for (const { id, amount } of round.budgets) {
    const spent = (s: readonly Pick[]): bigint => BigInt(s.reduce((sum, p) => sum + (p.amounts[id] ?? 0), 0));
    result.push({
      id: `budget/${id}`,
      walked: true,
      slack: (s) => BigInt(amount) - spent(s),
      figure: (s) => ({ value: spent(s), of: BigInt(amount) }),
    });
  }
  for (const [k, c] of round.constraints.entries()) {
    if (c.kind === "at-most-one") {
      const named = (s: readonly Pick[]): number =>
        s.filter((p) => c.applications.includes(p.application)).length;
      result.push({ id: `exclusive/${k}`, walked: true, slack: (s) => 1n - BigInt(named(s)) });
      continue;
    }
    if (c.kind === "requires") {
      const has = (s: readonly Pick[], id: string): number => s.filter((p) => p.application === id).length;
      const slack = (s: readonly Pick[]): bigint => BigInt(has(s, c.needs) - has(s, c.application));
      result.push({ id: `requires/${k}`, walked: true, slack });
      continue;
    }
    const measure = (p: Pick): number =>
      c.kind === "count" ? 1 : c.budget === undefined ? total(p.amounts) : (p.amounts[c.budget] ?? 0);
    const sum = (s: readonly Pick[]): bigint => BigInt(s.reduce((all, p) => all + measure(p), 0));
    const group = (s: readonly Pick[]): bigint =>
      sum(s.filter((p) => (tagsOf.get(p.application)[c.tag] ?? []).includes(c.value)));
    const available = round.budgets
      .filter(({ id }: Loose) => c.budget === undefined || id === c.budget)
      .reduce((all: bigint, { amount }: Loose) => all + BigInt(amount), 0n);
    for (const side of ["min", "max"]) {
      if (!(side in c)) continue;
      const turn = side === "max" ? 1n : -1n;
      const id = `limit/${k}/${side}`;
      if (c.kind === "share") {
        const [whole, decimals = ""] = String(c[side]).split(".");
        const q = BigInt(`1${"0".repeat(decimals.length)}`);
        const p = BigInt(whole + decimals);
        const of = c.of === "awarded" ? sum : () => available;
        result.push({
          id,
          walked: side === "max" && c.of === "budget",
          slack: (s) => turn * (p * of(s) - q * group(s)),
          figure: (s) => ({ value: group(s), of: of(s) }),
        });
      } else {
        const of = BigInt(c[side]);
        result.push({
          id,
          walked: side === "max",
          slack: (s) => turn * (of - group(s)),
          figure: (s) => ({ value: group(s), of }),
        });
      }
    }
  }
  return result;
}

/** Every selection with at most one choice per application. */
export function selections(round: Loose): Pick[][] {
  let all: Pick[][] = [[]];
  for (const application of round.applications)
    all = all.flatMap((selection) => [selection, ...picks(application).map((pick) => [...selection, pick])]);
  return all;
}

/** U by its definition, with A_j found as the change of each row's slack by choice j alone. */
export function bound(
  round: Loose,
  y: Record<string, bigint>,
  scores = true,
): { u: bigint; best: Map<string, bigint> } {
  const used = rows(round).filter(({ id }) => id in y);
  let u = used.reduce((sum, row) => sum + y[row.id]! * row.slack([]), 0n);
  const best = new Map<string, bigint>();
  for (const application of round.applications) {
    const ds = picks(application).map((pick) =>
      used.reduce(
        (d, row) => d - y[row.id]! * (row.slack([]) - row.slack([pick])),
        scores ? 2n ** 60n * BigInt(pick.score) : 0n,
      ),
    );
    const largest = ds.reduce((a, b) => (a > b ? a : b));
    best.set(application.id, largest);
    if (largest > 0n) u += largest;
  }
  return { u, best };
}

export function floor(numerator: bigint, denominator = 2n ** 60n): bigint {
  const rest = ((numerator % denominator) + denominator) % denominator;
  return (numerator - rest) / denominator;
}

/** The choice that ranks an application. */
export function lead(application: Loose): Pick {
  return ranked(application)[0]!;
}

function ranked(application: Loose): Pick[] {
  const order = (a: Pick, b: Pick): number =>
    Number(b.option === null) - Number(a.option === null) ||
    b.score - a.score ||
    total(a.amounts) - total(b.amounts) ||
    ((a.option ?? "") < (b.option ?? "") ? -1 : 1);
  return picks(application).sort(order);
}

/** The lot of an application. */
export function lotOf(round: Loose, id: string): string {
  return createHash("sha256").update(`${round.tieBreak.seed}\n${id}`).digest("hex");
}

/** Whether a round can be decided by a rule that anyone can carry out. */
export function canDecide(round: Loose, rule: string): boolean {
  const { draw } = round.tieBreak;
  if (rule === "lottery") return draw === undefined || draw.secret !== undefined;
  return rule !== "first-come" || round.applications.every((a: Loose) => a.received !== undefined);
}

export interface NaiveWalk {
  readonly selection: Pick[];
  readonly blockedBy: Map<string, string[]>;
}

/** Walks the ranking, with extra points for one application. */
export function ranking(round: Loose, extra: Record<string, number> = {}): NaiveWalk {
  return walkBy(round, "ranking", extra);
}

/** Walks down the list of a rule. Moments in UTC are compared as numbers with their fraction written out. */
export function walkBy(round: Loose, rule: string, extra: Record<string, number> = {}): NaiveWalk {
  const points = (application: Loose): number => lead(application).score + (extra[application.id] ?? 0);
  const time = ({ received = "" }: Loose): string => {
    const [whole, fraction = ""] = received.replace("Z", "").split(".");
    return `${whole}.${fraction.padEnd(30, "0")}`;
  };
  const before = (a: Loose, b: Loose): number => {
    if (rule === "ranking") return points(b) - points(a);
    return rule === "first-come" && time(a) !== time(b) ? (time(a) < time(b) ? -1 : 1) : 0;
  };
  const list = [...round.applications].sort(
    (a, b) => before(a, b) || (lotOf(round, a.id) < lotOf(round, b.id) ? -1 : 1),
  );
  const walked = rows(round).filter((row) => row.walked);
  const broken = (selection: Pick[]): string[] =>
    walked.filter((row) => row.slack(selection) < 0n).map(({ id }) => id);
  let selection: Pick[] = [];
  const blockedBy = new Map<string, string[]>(list.map(({ id }) => [id, []]));
  for (const application of list) {
    const fitting = ranked(application).find((pick) => broken([...selection, pick]).length === 0);
    if (fitting !== undefined) {
      selection = [...selection, fitting];
      continue;
    }
    const inTheWay = ranked(application).flatMap((pick) => broken([...selection, pick]));
    blockedBy.set(
      application.id,
      walked.flatMap(({ id }) => (inTheWay.includes(id) ? [id] : [])),
    );
    if (round.ranking.misfit === "stop") break;
  }
  return { selection, blockedBy };
}

/** The known outcomes that meet all rows: awarding nothing, and those of the walks. */
export function knownFeasible(round: Loose): Pick[][] {
  const walks = ["ranking", "first-come", "lottery"].filter((rule) => canDecide(round, rule));
  return [[], ...walks.map((rule) => walkBy(round, rule).selection)].filter((selection) =>
    rows(round).every((row) => row.slack(selection) >= 0n),
  );
}

/** An award with its part. */
export type PartPick = Pick & { readonly part: string };

/** The rule `pro-rata`, with parts in units of 10^-12. */
export function proRata(round: Loose): PartPick[] {
  const one = 10n ** 12n;
  const asked = new Map<string, Pick>(round.applications.map((a: Loose) => [a.id, lead(a)]));
  const honoured = rows(round).filter(({ id }) => {
    const [kind, k, side] = id.split("/");
    const constraint = round.constraints[Number(k)];
    if (kind === "budget") return true;
    if (kind !== "limit" || side !== "max") return false;
    return constraint.kind === "amount" || (constraint.kind === "share" && constraint.of === "budget");
  });
  const settled = new Map<string, bigint>();
  while (settled.size < asked.size) {
    const rising = [...asked].filter(([id]) => !settled.has(id));
    const fulls = honoured.flatMap((row) => {
      const a = (pick: Pick): bigint => row.slack([]) - row.slack([pick]);
      const w = rising.reduce((sum, [, pick]) => sum + a(pick), 0n);
      const f = [...settled].reduce((sum, [id, part]) => sum + a(asked.get(id)!) * part, 0n);
      return w === 0n ? [] : [{ a, t: (row.slack([]) * one - f) / w }];
    });
    const part = fulls.reduce((least, { t }) => (t < least ? t : least), one);
    for (const [id, pick] of rising)
      if (part === one || fulls.some(({ a, t }) => t === part && a(pick) > 0n)) settled.set(id, part);
  }
  return [...asked].flatMap(([id, pick]) => {
    const part = settled.get(id)!;
    if (part === 0n) return [];
    const amounts = Object.fromEntries(
      Object.entries(pick.amounts)
        .map(([budget, amount]): [string, number] => [budget, Number((BigInt(amount) * part) / one)])
        .filter(([, amount]) => amount > 0),
    );
    const score = Number(floor(BigInt(pick.score) * part, one));
    const text = (Number(part) / 1e12).toFixed(12).replace(/\.?0+$/, "");
    return [{ ...pick, score, amounts, part: text }];
  });
}

/** The least number of extra points with which the ranking awards an application its leading choice, by trial. */
export function pointsByTrial(round: Loose, application: Loose): number | null {
  const scores = round.applications.map((other: Loose) => lead(other).score);
  const highest = Math.max(...scores) - lead(application).score + 1;
  for (let extra = 1; extra <= highest; extra++) {
    const { selection } = ranking(round, { [application.id]: extra });
    if (selection.some((p) => p.application === application.id && p.option === lead(application).option))
      return extra;
  }
  return null;
}
