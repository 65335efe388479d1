/** A panel as the people who run the fund see it. */
import { DISCUSSION_RULE, SCORE_MAX } from "@voorsprong/review";
import type { Queryable } from "@voorsprong/store";
import { foldForSearch } from "../../../kernel/fold.js";
import { Refusal } from "../../../kernel/refusal.js";
import { dossierOf } from "../../applications/record.js";
import type { FundContext } from "../../context.js";
import { categoriesOf } from "../categories.js";
import { criteriaView } from "../read-own.js";
import { eventsOf } from "../store/events.js";
import { frozenSet } from "../store/frozen.js";
import { namesOfReviewers } from "../store/panel-input.js";
import { consensusOf } from "../store/panels.js";
import { submittedReviews } from "../store/reviews.js";
import { type ReviewedCall, requireCall } from "../terms.js";
import type { DeliberationView, PanelPage, PanelRowView, PanelView } from "../views/index.js";
import { discussionRuleText, discussionText, methodText, outcomeText, warningText } from "../words.js";
import type { Panel, PanelRow } from "./compute.js";
import type { LoadedPanel, PanelLoader } from "./load.js";

/** Width of a bar in the distribution of scores, in hundredths of a point. */
const barWidth = 500;

/** A panel in figures. */
export async function panelView(
  { store, now }: FundContext,
  load: PanelLoader,
  callId: string,
): Promise<PanelView> {
  const { database } = store;
  const call = await requireCall(database, callId, now());
  const { record, panel } = await load(database, call);
  const frozen = await frozenSet(database, callId);
  const names = await namesOfReviewers(database, callId);
  const rule = record?.rule ?? DISCUSSION_RULE;
  const { method, minimumReviews, warnings, reviewers } = panel.normalisation;
  return {
    callId,
    fundId: call.record.fundId,
    title: call.record.title,
    state: stateOf(record, frozen),
    openedAt: record?.openedAt.toISOString() ?? null,
    reason: record?.reason ?? null,
    criteria: criteriaView(call),
    threshold: call.threshold,
    needed: call.definition.review.reviewers,
    rule: { range: rule.range, text: discussionRuleText(rule) },
    normalisation: {
      method,
      minimumReviews,
      text: methodText[method],
      warnings: warnings.map((warning) => ({ kind: warning.kind, text: warningText(warning) })),
      reviewers: reviewers.map(({ reviewerId, ...each }) => ({
        alias: reviewerId,
        name: names.get(reviewerId) ?? null,
        ...each,
      })),
    },
    agreement: { total: panel.agreement, criteria: Object.fromEntries(panel.agreementByCriterion) },
    ...figuresOf(panel, call),
    frozen:
      frozen === null
        ? null
        : {
            hash: frozen.hash,
            at: frozen.frozenAt.toISOString(),
            ledgerSeq: frozen.ledgerSeq,
            reason: frozen.reason,
          },
  };
}

function stateOf(record: LoadedPanel["record"], frozen: unknown): PanelView["state"] {
  if (frozen !== null) return "frozen";
  return record === null ? "closed" : "open";
}

/** Counts and distribution, worked out once per panel. */
function figuresOf(panel: Panel, call: ReviewedCall): Pick<PanelView, "counts" | "histogram"> {
  const known = figures.get(panel);
  if (known !== undefined) return known;
  const made = {
    counts: countsOf(panel, call),
    histogram: {
      width: barWidth,
      raw: histogram(panel.rows.map(({ raw }) => raw)),
      normalised: histogram(panel.rows.map(({ normalised }) => normalised)),
    },
  };
  figures.set(panel, made);
  return made;
}

const figures = new WeakMap<Panel, Pick<PanelView, "counts" | "histogram">>();

function countsOf({ rows }: Panel, { definition }: ReviewedCall): PanelView["counts"] {
  const count = (holds: (row: PanelRow) => boolean) => rows.filter(holds).length;
  return {
    applications: rows.length,
    reviewed: count(({ reviews }) => reviews.length > 0),
    discuss: count(isToDiscuss),
    passed: count(({ outcome }) => outcome.passed),
    consensus: count(({ consensus }) => consensus !== null),
    missingReviews: count(({ reviews }) => reviews.length < definition.review.reviewers),
  };
}

const isToDiscuss = ({ discussion, consensus }: PanelRow) => discussion.length > 0 && consensus === null;

/** Scores per bar; what lies outside the scale counts in the bar at its end. */
function histogram(scores: readonly (number | null)[]): number[] {
  const bars = Array.from({ length: SCORE_MAX / barWidth }, () => 0);
  for (const score of scores)
    if (score !== null) {
      const bar = Math.min(Math.max(Math.floor(score / barWidth), 0), bars.length - 1);
      bars[bar] = bars[bar]! + 1;
    }
  return bars;
}

/** Which applications of a panel. */
export interface PanelQuery {
  readonly page: number;
  readonly pageSize: number;
  /** `discuss`: to be discussed and not settled; `failed`: below a threshold. */
  readonly filter: "all" | "discuss" | "failed" | "consensus";
  readonly search?: string | undefined;
  readonly sort: "rank" | "rawRank" | "-range" | "-change" | "number";
}

/** Applications of a panel, in pages. */
export async function panelPage(
  { store, now }: FundContext,
  load: PanelLoader,
  callId: string,
  { page, pageSize, filter, search, sort }: PanelQuery,
): Promise<PanelPage> {
  const call = await requireCall(store.database, callId, now());
  const { panel } = await load(store.database, call);
  const wanted = search === undefined ? "" : foldForSearch(search);
  const chosen = selected(panel, filter, sort);
  const rows =
    wanted === "" ? chosen : chosen.filter(({ application }) => application.search.includes(wanted));
  return {
    items: rows.slice((page - 1) * pageSize, page * pageSize).map((row) => rowView(call, row)),
    page,
    pageSize,
    total: rows.length,
  };
}

/** The rows of a filter in order, worked out once per panel. */
function selected(panel: Panel, filter: PanelQuery["filter"], sort: PanelQuery["sort"]): readonly PanelRow[] {
  const kept = selections.get(panel) ?? new Map<string, readonly PanelRow[]>();
  selections.set(panel, kept);
  const name = `${filter} ${sort}`;
  const known = kept.get(name);
  if (known !== undefined) return known;
  const rows = panel.rows.filter(filters[filter]);
  if (sort !== "rank") rows.sort((one, other) => keys[sort](one) - keys[sort](other));
  kept.set(name, rows);
  return rows;
}

const selections = new WeakMap<Panel, Map<string, readonly PanelRow[]>>();

const filters: Record<PanelQuery["filter"], (row: PanelRow) => boolean> = {
  all: () => true,
  discuss: isToDiscuss,
  failed: ({ outcome }) => !outcome.passed,
  consensus: ({ consensus }) => consensus !== null,
};

const keys: Record<Exclude<PanelQuery["sort"], "rank">, (row: PanelRow) => number> = {
  rawRank: ({ rawRank }) => rawRank,
  number: ({ application }) => application.number,
  "-range": ({ spread }) => -(spread?.range ?? -1),
  "-change": ({ raw, normalised }) => -Math.abs((normalised ?? 0) - (raw ?? 0)),
};

function rowView(call: ReviewedCall, row: PanelRow): PanelRowView {
  const { application, reviews, raw, normalised, outcome, spread } = row;
  return {
    applicationId: application.id,
    dossier: dossierOf({ callId: call.record.id, number: application.number })!,
    title: application.title,
    organisation: application.organisation,
    reviews: reviews.length,
    raw,
    normalised,
    change: raw === null || normalised === null ? null : normalised - raw,
    score: outcome.score,
    source: outcome.source,
    passed: outcome.passed,
    reasons: outcome.reasons.map((reason) => outcomeText(call, reason)),
    rawRank: row.rawRank,
    rank: row.rank,
    totals: reviews.map(({ total }) => total),
    range: spread?.range ?? null,
    deviation: spread?.deviation ?? null,
    discussion: row.discussion.map((reason) => ({ kind: reason.kind, text: discussionText(call, reason) })),
  };
}

/** One application before the panel. @param missing what is said when it is not there */
export async function deliberationView(
  { store, now }: FundContext,
  load: PanelLoader,
  applicationId: string,
  missing: string,
): Promise<DeliberationView> {
  const { database } = store;
  const callId = await callOf(database, applicationId);
  if (callId === null) throw new Refusal("not-found", missing);
  const call = await requireCall(database, callId, now());
  const { record, panel } = await load(database, call);
  const row = panel.rows.find(({ application }) => application.id === applicationId);
  if (row === undefined) throw new Refusal("not-found", missing);
  const names = await namesOfReviewers(database, callId);
  const normalised = new Map(
    panel.normalisation.reviews
      .filter((review) => review.applicationId === applicationId)
      .map((review) => [review.reviewerId, review.normalised]),
  );
  const counted = new Set(row.reviews.map(({ alias }) => alias));
  return {
    callId,
    fundId: call.record.fundId,
    callTitle: call.record.title,
    categories: [...categoriesOf(call)],
    row: rowView(call, row),
    criteria: criteriaView(call),
    panel: stateOf(record, await frozenSet(database, callId)),
    reviews: (await submittedReviews(database, applicationId)).map((review) => ({
      personId: review.personId,
      alias: review.alias,
      name: names.get(review.alias) ?? null,
      counts: counted.has(review.alias),
      scores: { ...review.scores },
      reasons: { ...review.reasons },
      classes: { ...review.classes },
      total: review.total!,
      normalised: normalised.get(review.alias) ?? null,
      submittedAt: review.submittedAt!.toISOString(),
    })),
    consensus: (await consensusOf(database, applicationId)).map(
      ({ applicationId: _, recordedAt, present, scores, classes, ...agreed }) => ({
        ...agreed,
        scores: { ...scores },
        classes: { ...classes },
        present: present.map(({ role, count }) => ({ role, count })),
        recordedAt: recordedAt.toISOString(),
      }),
    ),
    events: (await eventsOf(database, applicationId)).map(({ at, ...event }) => ({
      ...event,
      at: at.toISOString(),
    })),
  };
}

/** The call of a submitted application, or null. */
async function callOf(from: Queryable, applicationId: string): Promise<string | null> {
  const [row] = await from.query<{ callId: string }>(
    `SELECT call_id AS "callId" FROM grant_applications WHERE id = $1 AND state = 'submitted'`,
    [applicationId],
  );
  return row?.callId ?? null;
}
