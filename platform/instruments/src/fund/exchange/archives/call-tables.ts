/** The tables whose rows about a call go into its archive, each as one kind of record. */
import type { ArchiveKind } from "../archive/index.js";

/** One table, the condition that finds a call's rows (`$1` is the call), and the columns that put them in order. */
export interface CallTable {
  readonly table: string;
  readonly kind: ArchiveKind;
  readonly where: string;
  readonly order: string;
}

const ofCall = "t.call_id = $1";
const ofApplication = "t.application_id IN (SELECT id FROM grant_applications WHERE call_id = $1)";
const ofObjection = "t.objection_id IN (SELECT id FROM objections WHERE call_id = $1)";
const ofRecovery = `t.recovery_id IN (SELECT r.id FROM recoveries r JOIN grant_applications a ON a.id = r.application_id
  WHERE a.call_id = $1)`;

/** In the order of the life of a call. People stand in these rows by their id only. */
export const callTables: readonly CallTable[] = [
  {
    table: "grant_application_partners",
    kind: "record",
    where: ofApplication,
    order: "application_id, partner",
  },
  { table: "grant_application_flags", kind: "record", where: ofApplication, order: "id" },
  { table: "correction_requests", kind: "record", where: ofApplication, order: "id" },
  { table: "application_references", kind: "record", where: ofCall, order: "reference" },
  { table: "reviewers", kind: "review", where: ofCall, order: "person_id" },
  { table: "reviews", kind: "review", where: ofCall, order: "id" },
  { table: "review_events", kind: "review", where: ofCall, order: "id" },
  { table: "review_conflicts", kind: "review", where: ofApplication, order: "application_id, person_id" },
  { table: "review_panels", kind: "review", where: ofCall, order: "call_id" },
  { table: "review_consensus", kind: "review", where: ofCall, order: "application_id, version" },
  { table: "frozen_score_sets", kind: "review", where: ofCall, order: "call_id" },
  { table: "frozen_scores", kind: "review", where: ofCall, order: "application_id" },
  { table: "proposals", kind: "decision", where: ofCall, order: "id" },
  { table: "outcomes", kind: "decision", where: ofCall, order: "id" },
  { table: "letters", kind: "letter", where: ofCall, order: "id" },
  { table: "objections", kind: "objection", where: ofCall, order: "id" },
  { table: "objection_events", kind: "objection", where: ofObjection, order: "id" },
  { table: "objection_decisions", kind: "objection", where: ofObjection, order: "objection_id, version" },
  { table: "grants", kind: "grant", where: ofCall, order: "application_id" },
  { table: "grant_agreements", kind: "grant", where: ofApplication, order: "application_id, version" },
  { table: "grant_money", kind: "grant", where: ofApplication, order: "ledger_seq" },
  { table: "grant_milestone_marks", kind: "grant", where: ofApplication, order: "id" },
  { table: "payment_orders", kind: "grant", where: ofApplication, order: "id" },
  { table: "payment_suspensions", kind: "grant", where: ofApplication, order: "id" },
  { table: "grant_reports", kind: "grant", where: ofApplication, order: "id" },
  { table: "grant_changes", kind: "grant", where: ofApplication, order: "id" },
  { table: "settlement_requests", kind: "grant", where: ofApplication, order: "id" },
  { table: "grant_proposals", kind: "grant", where: ofApplication, order: "id" },
  { table: "recoveries", kind: "grant", where: ofApplication, order: "id" },
  { table: "recovery_plans", kind: "grant", where: ofRecovery, order: "id" },
  { table: "recovery_receipts", kind: "grant", where: ofRecovery, order: "ledger_seq" },
];
