/** Grants in a list, each reader's own. */
import { type Actor, fundsOf } from "@voorsprong/access";
import type { Queryable } from "@voorsprong/store";
import { foldForSearch } from "../../kernel/fold.js";
import type { GrantPage, GrantSummary } from "./views/grant.js";

/** Which page of which grants. */
export interface GrantQuery {
  readonly page: number;
  readonly pageSize: number;
  readonly fundId?: string | undefined;
  readonly state?: GrantSummary["state"] | undefined;
  readonly search?: string | undefined;
}

/** Roles on a fund that see all its grants. */
const fundReaders = ["fund-manager", "decider", "finance", "auditor"] as const;

type Row = Omit<GrantSummary, "waiting"> & {
  readonly waits: Record<GrantSummary["waiting"][number], boolean>;
};

const sums = `SELECT application_id,
    coalesce(sum(cents) FILTER (WHERE kind = 'payment.made'), 0)::bigint AS paid,
    (sum(cents) FILTER (WHERE kind = 'grant.settled'))::bigint AS settled
  FROM grant_money WHERE application_id IN (SELECT "applicationId" FROM selected) GROUP BY application_id`;

const open = (table: string, when: string) =>
  `EXISTS (SELECT 1 FROM ${table} w WHERE w.application_id = s."applicationId" AND ${when})`;

/** Grants that the actor may read: of the funds where a role says so, and of the actor's organisations. */
export async function listGrants(from: Queryable, actor: Actor, query: GrantQuery): Promise<GrantPage> {
  const { page, pageSize, fundId = null, state = null, search } = query;
  const parameters = [
    fundsOf(actor, fundReaders),
    actor.organisations.map(({ id }) => id),
    fundId,
    state,
    search === undefined ? null : `%${foldForSearch(search).replace(/[%_\\]/g, "\\$&")}%`,
  ];
  const matching = `($1::text[] IS NULL OR g.fund_id = ANY($1) OR g.organisation_id = ANY($2::text[]) OR EXISTS (
      SELECT 1 FROM grant_application_partners p WHERE p.application_id = g.application_id AND p.state <> 'declined'
        AND p.organisation_id = ANY($2)))
    AND ($3::text IS NULL OR g.fund_id = $3) AND ($4::text IS NULL OR g.state = $4)
    AND ($5::text IS NULL OR g.search LIKE $5)`;
  const [count] = await from.query<{ total: number }>(
    `SELECT count(*) AS total FROM grants g WHERE ${matching}`,
    parameters,
  );
  const rows = await from.query<Row>(
    `WITH selected AS (
       SELECT g.application_id AS "applicationId", g.dossier, g.title, g.fund_id AS "fundId", g.call_id AS "callId",
         o.name AS organisation, g.state, g.example, g.granted_on AS "grantedOn", g.granted
       FROM grants g JOIN organisations o ON o.id = g.organisation_id WHERE ${matching}
       ORDER BY g.dossier LIMIT $6::int OFFSET $7::bigint)
     SELECT s.*, coalesce(m.paid, 0) AS paid, m.settled, jsonb_build_object(
       'report', ${open("grant_reports", "w.state = 'submitted'")},
       'change', ${open("grant_changes", "w.state = 'proposed'")},
       'settlement-request', s.state = 'settling' AND NOT ${open("grant_proposals", "w.state = 'proposed'")},
       'proposal', ${open("grant_proposals", "w.state = 'proposed'")},
       'payment', ${open("payment_orders", "w.state IN ('proposed', 'approved', 'ordered')")},
       'recovery', (SELECT coalesce(sum(CASE kind WHEN 'recovery.ordered' THEN cents WHEN 'recovery.received' THEN -cents
         ELSE 0 END), 0) > 0 FROM grant_money r WHERE r.application_id = s."applicationId")) AS waits
     FROM selected s LEFT JOIN (${sums}) m ON m.application_id = s."applicationId" ORDER BY s.dossier`,
    [...parameters, pageSize, (page - 1) * pageSize],
  );
  return { items: rows.map(summaryOf), page, pageSize, total: count!.total };
}

function summaryOf({ waits, ...row }: Row): GrantSummary {
  const waiting = (Object.keys(waits) as (keyof Row["waits"])[]).filter((name) => waits[name]).sort();
  return { ...row, waiting };
}
