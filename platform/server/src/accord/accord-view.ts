/** The accord and its clauses, each with how it stands. */
import type { ClauseStatus, InstrumentRegistry } from "@voorsprong/instruments";
import type { Clause, Point, Programme } from "@voorsprong/programme";
import type { AccordView, ClauseSummary, ClauseView } from "../contract/index.js";
import { figureView, sourceTitle, targetView } from "./figures.js";
import { nothingRunsYet } from "./words.js";

/** The accord with every point and clause. */
export async function accordView(programme: Programme, registry: InstrumentRegistry): Promise<AccordView> {
  const points = await Promise.all(
    programme.points.map(async (point) => ({
      id: point.id,
      title: point.title,
      summary: point.summary,
      clauses: await Promise.all(point.clauses.map((clause) => clauseSummary(programme, registry, clause))),
    })),
  );
  return {
    id: programme.id,
    title: programme.title,
    summary: programme.summary,
    source: programme.sources[0]?.title.nl ?? programme.title.nl,
    figures: programme.coalition.figures.map((figure) => figureView(programme, figure)),
    points,
    example: points.some((point) => point.clauses.some((clause) => restsOnExample(clause.status))),
  };
}

/** One clause with everything its page shows; null when the programme has no such clause. */
export async function clauseView(
  programme: Programme,
  registry: InstrumentRegistry,
  clauseId: string,
): Promise<ClauseView | null> {
  const found = findClause(programme, clauseId);
  if (found === null) return null;
  const { point, clause } = found;
  return {
    ...(await clauseSummary(programme, registry, clause)),
    text: clause.text,
    source: clauseSource(programme, clause),
    point: { id: point.id, title: point.title },
    envelopes: clause.envelopes.map((envelope) => ({
      id: envelope.id,
      title: envelope.title,
      cents: envelope.amount,
      from: envelope.from,
      until: envelope.to,
    })),
    assumptions: clause.envelopes.flatMap((envelope) => envelope.assumptions.map(({ text }) => text)),
  };
}

async function clauseSummary(
  programme: Programme,
  registry: InstrumentRegistry,
  clause: Clause,
): Promise<ClauseSummary> {
  return {
    id: clause.id,
    title: clause.title,
    planned: clause.planned === true ? nothingRunsYet : clause.planned === false ? null : clause.planned,
    instruments: clause.instruments.map(({ kind, id }) => ({
      kind,
      id,
      title: programme.funds.find((fund) => fund.id === id)?.title ?? { nl: id, en: id },
      path: `/funds/${id}`,
    })),
    targets: clause.targets.map((target) => targetView(programme, target)),
    status: await registry.status(clause),
  };
}

function findClause(programme: Programme, clauseId: string): { point: Point; clause: Clause } | null {
  for (const point of programme.points) {
    const clause = point.clauses.find(({ id }) => id === clauseId);
    if (clause !== undefined) return { point, clause };
  }
  return null;
}

/** Where the clause's money, aims or figures were stated; else the accord itself, the programme's first source. */
function clauseSource(programme: Programme, clause: Clause): string {
  const stated = [...clause.envelopes, ...clause.targets, ...clause.figures][0]?.source;
  return sourceTitle(programme, stated ?? programme.sources[0]?.id ?? programme.id);
}

function restsOnExample(status: ClauseStatus): boolean {
  const { money, lastDecision } = status;
  return (
    [money.committed, money.decided, money.paid, money.settled].some((figure) => figure.example) ||
    (lastDecision?.example ?? false)
  );
}
