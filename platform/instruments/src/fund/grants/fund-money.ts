/** The money of a fund's grants with every movement and its ledger entry: what a clause's figures rest on. */
import { publicName } from "@voorsprong/access";
import type { Queryable } from "@voorsprong/store";
import { moneyOfFund } from "./money.js";
import type { FundMoneyView } from "./views/grant.js";

/** Which page of which fund's movements, newest first. */
export interface FundMoneyQuery {
  readonly page: number;
  readonly pageSize: number;
  /** Whether of examples; what is real and what is an example is never in one list. */
  readonly example: boolean;
}

/** Totals and movements of a fund. */
export async function fundMoney(
  from: Queryable,
  fundId: string,
  { page, pageSize, example }: FundMoneyQuery,
): Promise<FundMoneyView> {
  const [count] = await from.query<{ total: number }>(
    "SELECT count(*) AS total FROM grant_money WHERE fund_id = $1 AND example = $2",
    [fundId, example],
  );
  type Row = Omit<FundMoneyView["items"][number], "at" | "organisation"> & {
    readonly at: Date;
    readonly organisationId: string;
    readonly name: string;
    readonly organisationKind: string;
  };
  const rows = await from.query<Row>(
    `SELECT m.ledger_seq AS seq, m.kind, m.cents, m.on_day AS "onDay", m.at, g.dossier, o.id AS "organisationId", o.name,
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
    total: count!.total,
  };
}
