/** A submitted application to a call, as the rooms before the grant leave it: rows written straight into the tables. */
import { canonicalText, hashOf } from "@voorsprong/allocation";
import type { GrantTerms } from "@voorsprong/call-form";
import type { Store } from "@voorsprong/store";

/** The fund that fixtures belong to. */
export const grantFund = "research";

const text = (nl: string) => ({ nl, en: nl });

/** What may differ. */
export interface AppliedOptions {
  readonly organisationId: string;
  readonly personId: string;
  readonly number: number;
  readonly example?: boolean;
  readonly terms?: GrantTerms;
  readonly content?: Record<string, unknown>;
}

/** An advance of half at the award, another fifth half a year after the start, reports each half year. */
export const usualTerms: GrantTerms = {
  advances: [
    { percent: 5_000, when: { after: "award", months: 0 } },
    { percent: 2_000, when: { after: "start", months: 6 } },
  ],
  reportEveryMonths: 6,
};

/** EUR 300,000 of costs in two years, by the lead and a school. */
export const usualContent = {
  format: "voorsprong-application/1",
  title: "Slimme las",
  project: { theme: "digital", region: "Groningen", start: "2027-01-01", end: "2028-12-31" },
  partners: [{ id: "school", name: "Voorbeeldschool" }],
  costs: [
    { workPackage: "wp1", year: 2027, category: "personnel", cents: 120_000_00 },
    { workPackage: "wp1", year: 2028, category: "personnel", cents: 80_000_00 },
    { workPackage: "wp2", partner: "school", year: 2027, category: "equipment", cents: 100_000_00 },
  ],
};

/** Writes an application and gives its id. */
export async function applied(store: Store, options: AppliedOptions): Promise<string> {
  const {
    organisationId,
    personId,
    number,
    example = false,
    terms = usualTerms,
    content = usualContent,
  } = options;
  const callId = `grants-${example ? "example" : "real"}-${hashOf(terms).slice(7, 13)}`;
  const definition = {
    format: "voorsprong-call/1",
    id: callId,
    fund: grantFund,
    grant: terms,
    budgets: [],
    objectionWeeks: 6,
    decisionWeeks: 13,
  };
  const id = `A${String(number).padStart(12, "0")}`;
  await store.database.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO calls (id, fund_id, state, version, definition, title, opens, closes, origin, example, created_at, changed_at)
       VALUES ($1, $2, 'published', 1, $3::jsonb, $4::jsonb, '2026-01-01', '2026-06-01', 'pages', $5, now(), now())
       ON CONFLICT (id) DO NOTHING`,
      [callId, grantFund, JSON.stringify(definition), JSON.stringify(text("Oproep")), example],
    );
    // What is granted was decided: the call's own term has ended.
    await tx.query(
      `INSERT INTO proposals (id, call_id, fund_id, number, kind, state, document, hash, summary, proposed_by, proposed_at,
         answered_at, decided_at)
       VALUES (gen_random_uuid(), $1, $2, 1, 'call', 'decided', '{}', $3, '{}', $4, now(), now(), now())
       ON CONFLICT DO NOTHING`,
      [callId, grantFund, hashOf({}), personId],
    );
    await tx.query(
      `INSERT INTO grant_applications (id, call_id, fund_id, organisation_id, state, number, version, document, title,
         requested, received_at, complete_at, search, created_by, created_at, changed_at)
       VALUES ($1, $2, $3, $4, 'submitted', $5, 1, $6::jsonb, 'Slimme las', 0, now(), now(), 'slimme las', $7, now(), now())`,
      [id, callId, grantFund, organisationId, number, JSON.stringify(content), personId],
    );
    const hash = hashOf(content);
    const entry = await store.ledger.append(tx, {
      kind: "application.submitted",
      subject: id,
      body: { hash },
    });
    await tx.query(
      `INSERT INTO grant_application_versions (application_id, version, call_version, document, hash, receipt,
         submitted_by, submitted_at, ledger_seq) VALUES ($1, 1, 1, $2, $3, '', $4, now(), $5)`,
      [id, canonicalText(content), hash, personId, entry.seq],
    );
  });
  return id;
}
