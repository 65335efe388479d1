/** A closed call with submitted applications and frozen scores, as the rooms before the decision leave it. */
import { canonicalText, hashOf } from "@voorsprong/allocation";
import type { CallDefinition } from "@voorsprong/call-form";
import type { Store } from "@voorsprong/store";
import type { TestServer } from "./harness.js";
import { publishCall, reviewDefinition, reviewFund } from "./review-fixtures.js";

/** The fund that the fixtures belong to. */
export const decisionFund = reviewFund;

/** A call with one budget of EUR 100,000 that ranks by score; what does not fit is skipped. */
export const decidedCall = (id: string, changes: Partial<CallDefinition> = {}): CallDefinition => ({
  ...reviewDefinition(id),
  budgets: [{ id: "2027", amount: 100_000_00 }],
  grant: {
    maximum: 60_000_00,
    advances: [{ percent: 8_000, when: { after: "award", months: 1 } }],
    reportEveryMonths: 12,
  },
  legalBasis: { nl: "Voorbeeldregeling onderzoek", en: "Example scheme for research" },
  assumptions: [
    { covers: ["budgets"], text: { nl: "Het budget is een aanname.", en: "The budget is assumed." } },
  ],
  ...changes,
});

/** One application of the fixture. */
export interface Applied {
  readonly number: number;
  readonly organisationId: string;
  /** Hundredths of a point. */
  readonly score: number;
  /** Cents in budget 2027. */
  readonly asks: number;
  /** Default: the threshold is reached. */
  readonly passed?: boolean;
  readonly state?: "submitted" | "returned";
  /** Totals per reviewer before and after the correction, in hundredths of a point; default none. */
  readonly reviews?: readonly {
    readonly reviewer: string;
    readonly total: number;
    readonly normalised: number;
  }[];
  /** Whether the score was agreed on together; default not. */
  readonly consensus?: boolean;
  /** Of its one work package; default industrial research. */
  readonly category?: string;
}

/** Frozen scores in the parts of voorsprong-scores/1 that deciding reads. */
function frozenDocument(
  definition: CallDefinition,
  applications: readonly Applied[],
  ids: readonly string[],
) {
  const mean = (all: readonly number[]) =>
    all.length === 0 ? null : Math.round(all.reduce((sum, each) => sum + each, 0) / all.length);
  return {
    format: "voorsprong-scores/1",
    call: definition.id,
    normalisation: { method: definition.review.normalisation, minimumReviews: 5 },
    applications: applications.map(({ score, passed = true, reviews = [], consensus = false }, at) => ({
      id: ids[at]!,
      reviews,
      raw: mean(reviews.map(({ total }) => total)),
      normalised: mean(reviews.map(({ normalised }) => normalised)),
      consensus: consensus ? 1 : null,
      source: consensus ? "consensus" : "reviews",
      score,
      passed,
    })),
  };
}

/** Writes an application and gives its id. */
async function apply(store: Store, callId: string, personId: string, each: Applied): Promise<string> {
  const id = `A${hashOf([callId, each.number]).slice(7, 19).toUpperCase()}`;
  const document = {
    format: "voorsprong-application/1",
    call: callId,
    callVersion: 1,
    salt: "c2FsdA",
    title: `Plan ${each.number}`,
    lead: { organisation: each.organisationId, name: "Voorbeeldbedrijf", kind: "company", size: "small" },
    project: { theme: "research", region: "Groningen", start: "2027-01-01", end: "2028-12-31" },
    answers: {},
    workPackages: [{ id: "wp1", title: "Onderzoek", category: each.category ?? "industrial-research" }],
    costs: [{ workPackage: "wp1", year: 2027, category: "personnel", cents: each.asks * 2 }],
    requested: { "2027": each.asks },
  };
  const now = store.now();
  await store.database.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO grant_applications (id, call_id, fund_id, organisation_id, state, number, version, document, title, theme,
         requested, received_at, complete_at, search, created_by, created_at, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, 1, $7::jsonb, $8, 'research', $9, $10, $10, 'plan', $11, $10, $10)`,
      [
        id,
        callId,
        decisionFund,
        each.organisationId,
        each.state ?? "submitted",
        each.number,
        JSON.stringify(document),
        document.title,
        each.asks,
        now,
        personId,
      ],
    );
    const hash = hashOf(document);
    const { seq } = await store.ledger.append(tx, {
      kind: "application.submitted",
      subject: id,
      body: { hash },
    });
    await tx.query(
      `INSERT INTO grant_application_versions (application_id, version, call_version, document, hash, receipt,
         submitted_by, submitted_at, ledger_seq) VALUES ($1, 1, 1, $2, $3, 'receipt', $4, $5, $6)`,
      [id, canonicalText(document), hash, personId, now, seq],
    );
  });
  return id;
}

/** Writes a call with applications and frozen scores; gives the applications' ids in order. */
export async function closedCall(
  server: TestServer,
  definition: CallDefinition,
  applications: readonly Applied[],
): Promise<string[]> {
  const { personId } = await server.as("fund-manager");
  return keepClosedCall(server.store, personId, definition, applications);
}

/** The same on a store, in the name of somebody. */
export async function keepClosedCall(
  store: Store,
  personId: string,
  definition: CallDefinition,
  applications: readonly Applied[],
): Promise<string[]> {
  await publishCall(store, definition);
  const ids: string[] = [];
  for (const each of applications) ids.push(await apply(store, definition.id, personId, each));
  if (definition.criteria.length === 0) return ids;
  await store.database.transaction(async (tx) => {
    const document = frozenDocument(definition, applications, ids);
    const hash = hashOf(document);
    const { seq } = await store.ledger.append(tx, {
      kind: "scores.frozen",
      subject: definition.id,
      body: { hash },
    });
    await tx.query(
      `INSERT INTO frozen_score_sets (call_id, document, hash, frozen_by, frozen_at, ledger_seq)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [definition.id, canonicalText(document), hash, personId, store.now(), seq],
    );
    for (const { id, score, raw, source, passed } of document.applications) {
      const reasons = passed ? [] : [{ kind: "total-threshold", score, threshold: definition.threshold }];
      await tx.query(
        `INSERT INTO frozen_scores (call_id, application_id, score, raw, passed, source, reasons)
         VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb)`,
        [definition.id, id, score, raw, passed, source, JSON.stringify(reasons)],
      );
    }
  });
  return ids;
}

/** Proposes as a manager and approves as a decider of their own; waits for the outcome. Gives the proposal. */
export async function decideCall(server: TestServer, callId: string) {
  // A session of their own each time: a test may have let days go by.
  const manager = await server.asPerson((await server.as("fund-manager", { name: "proposes" })).personId);
  const decider = await server.asPerson((await server.as("decider", { name: "approves" })).personId);
  const proposed = await manager.post(`/calls/${callId}/proposals`, { note: "Voorstel" });
  if (proposed.status !== 201) throw new Error(proposed.text);
  const approved = await decider.post(`/calls/${callId}/proposals/${proposed.body.number}/approval`);
  if (approved.status !== 200) throw new Error(approved.text);
  const job = await server.ended(approved.body.jobId);
  if (job.state !== "done") throw new Error(JSON.stringify(job));
  const list = await manager.get(`/calls/${callId}/proposals`);
  return list.body.items[0];
}
