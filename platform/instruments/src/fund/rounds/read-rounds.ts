/** Rounds as pages show them. */
import type { Round } from "@voorsprong/allocation";
import type { Programme } from "@voorsprong/programme";
import type { Queryable } from "@voorsprong/store";
import { Refusal } from "../../kernel/refusal.js";
import { limitViews, titlesOf } from "./limits.js";
import {
  type ApplicationQuery,
  getRound,
  getRoundDocument,
  listApplications,
  listRounds,
  type RoundRecord,
  requestedByBudget,
} from "./store/index.js";
import type { ApplicationPage, RoundPage, RoundView } from "./views.js";

/** A text that is kept byte for byte, with its hash. */
export interface KeptDocument {
  readonly text: string;
  readonly hash: string;
}

/** A page of rounds, newest first. */
export async function roundPage(
  from: Queryable,
  query: { readonly page: number; readonly pageSize: number; readonly fundId?: string | undefined },
): Promise<RoundPage> {
  const { items, page, pageSize, total } = await listRounds(from, query);
  return { items: [...items], page, pageSize, total };
}

/** @throws Refusal when there is no such round */
export async function requireRound(from: Queryable, id: string): Promise<RoundRecord> {
  const round = await getRound(from, id);
  if (round === null) throw new Refusal("not-found", `There is no round ${id}.`);
  return round;
}

/** A registered round without its applications, in the form of a round. */
export function termsOf(record: RoundRecord): Round {
  return {
    round: record.title,
    unit: record.unit,
    scoreScale: record.scoreScale,
    budgets: record.budgets,
    applications: [],
    constraints: record.constraints,
    tieBreak: record.tieBreak,
    ranking: { misfit: record.misfit },
  };
}

/** One round with its limits in words. @throws Refusal when there is no such round */
export async function roundView(
  from: Queryable,
  { funds }: Pick<Programme, "funds">,
  id: string,
): Promise<RoundView> {
  const round = await requireRound(from, id);
  const requested = await requestedByBudget(from, id);
  const { constraints: _constraints, misfit: _misfit, tieBreak, drawEntry, ...record } = round;
  const { seed, money, draw } = tieBreak;
  const fund = funds.find((each) => each.id === round.fundId) ?? null;
  return {
    ...record,
    budgets: record.budgets.map((budget) => ({ ...budget, requested: requested[budget.id] ?? 0 })),
    limits: limitViews(termsOf(round), titlesOf(fund)),
    tieBreakSeed: seed,
    tieBreakMoneyStep: money?.step ?? null,
    draw:
      draw === undefined
        ? null
        : {
            commitment: draw.commitment,
            entry: draw.entry ?? drawEntry,
            secret: draw.secret ?? null,
          },
  };
}

/** The canonical round. @throws Refusal when there is no such round */
export async function roundDocument(from: Queryable, id: string): Promise<KeptDocument> {
  const { roundHash } = await requireRound(from, id);
  return { text: (await getRoundDocument(from, id)) ?? "", hash: roundHash };
}

/** A page of a round's applications. @throws Refusal when there is no such round */
export async function applicationPage(
  from: Queryable,
  id: string,
  query: ApplicationQuery,
): Promise<ApplicationPage> {
  await requireRound(from, id);
  const { items, page, pageSize, total } = await listApplications(from, id, query);
  return { items: [...items], page, pageSize, total };
}
