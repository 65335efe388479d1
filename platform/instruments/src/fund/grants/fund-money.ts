/** The money of a fund's grants with every movement and its ledger entry: what a clause's figures rest on. */
import { publicName } from "@voorsprong/access";
import type { Queryable } from "@voorsprong/store";
import { moneyOfFund } from "./money.js";
import type { FundMoneyView } from "./views/grant.js";

/** Which page of which fund's movements, newest first. */
export interface FundMoneyQuery {
  readonly page: number;
  readonly pageSize: number;
  /**
   * Whether of examples; what is real and what is an example is never in one list. Absent: what is real, or examples
   * where nothing is.
   */
  readonly example?: boolean | undefined;
}

/** Totals and movements of a fund. */
export async function fundMoney(
  from: Queryable,
  fundId: string,
  { page, pageSize, example: wanted }: FundMoneyQuery,
): Promise<FundMoneyView> {
  const [count] = await from.query<{ real: number; examples: number }>(
    `SELECT count(*) FILTER (WHERE NOT example) AS real, count(*) FILTER (WHERE example) AS examples FROM grant_money
     WHERE fund_id = $1`,
    [fundId],
  );
  const { real, examples } = count!;
  const example = wanted ?? (real === 0 && examples > 0);
  type Row = Omit<FundMoneyView["items"][number], "at" | "organisation"> & {
    readonly at: Date;
    readonly organisationId: string;
    readonly name: string;
    readonly organisationKind: string;
  };
  const rows = await from.query<Row>(
    `SELECT m.ledger_seq AS seq, m.kind, m.cents, m.on_day AS "onDay", m.at, m.application_id AS subject, g.dossier, o.id AS "organisationId", o.name,
       o.kind AS "organisationKind"
     FROM grant_money m JOIN grants g ON g.application_id = m.application_id
     JOIN organisations o ON o.id = g.organisation_id
     WHERE m.fund_id = $1 AND m.example = $2 ORDER BY m.ledger_seq DESC LIMIT $3::int OFFSET $4::bigint`,
    [fundId, example, pageSize, (page - 1) * pageSize],
  );
  return {
    fundId,
    example,
    totals: await moneyOfFund(from, fundId, example),
    items: rows.map(({ at, organisationId, name, organisationKind, ...row }) => ({
      ...row,
      organisation: publicName({ id: organisationId, name, kind: organisationKind }),
      at: at.toISOString(),
    })),
    page,
    pageSize,
    total: example ? examples : real,
  };
}

/** Money of a fund that no round tells of. */
export interface BesideRounds {
  /** Budgets of calls that have opened and have no round yet. */
  readonly opened: number;
  /**
   * What grants come to beyond the newest decided round of their call: from the reserve list, and kept from an earlier
   * round when an objection succeeded.
   */
  readonly granted: number;
}

/** What a fund committed and decided beside its rounds. @param example whether of examples or of what is real */
export async function besideRounds(
  from: Queryable,
  fundId: string,
  example: boolean,
  now: Date,
): Promise<BesideRounds> {
  const [row] = await from.query<BesideRounds>(
    `SELECT
       (SELECT coalesce(sum((b->>'amount')::bigint), 0)::bigint
        FROM calls c CROSS JOIN LATERAL jsonb_array_elements(c.definition->'budgets') b
        WHERE c.fund_id = $1 AND c.example = $2 AND c.state = 'published' AND c.opens <= $3 AND NOT EXISTS (
          SELECT 1 FROM rounds r WHERE r.fund_id = $1 AND r.example = $2 AND NOT r.trial AND r.terms->>'round' = c.id))
         AS opened,
       (SELECT coalesce(sum(m.cents), 0)::bigint FROM grant_money m
        WHERE m.fund_id = $1 AND m.example = $2 AND m.kind = 'grant.awarded')
       - (SELECT coalesce(sum(newest.awarded), 0)::bigint FROM (
            SELECT DISTINCT ON (r.terms->>'round') r.terms->>'round' AS call_id, d.awarded
            FROM rounds r JOIN decisions d ON d.round_id = r.id
            WHERE r.fund_id = $1 AND r.example = $2 AND NOT r.trial
            ORDER BY r.terms->>'round', r.ledger_seq DESC) newest
          WHERE EXISTS (SELECT 1 FROM grants g WHERE g.fund_id = $1 AND g.example = $2 AND g.call_id = newest.call_id))
         AS granted`,
    [fundId, example, now],
  );
  return row!;
}
