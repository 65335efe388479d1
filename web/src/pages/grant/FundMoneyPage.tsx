/** The money of a fund from the ledger: what the figures of a clause rest on. */
import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import type { FundMoneyView } from "@voorsprong/server/contract";
import { fundMoneyQuery } from "../../api/grants.js";
import { fundQuery } from "../../api/queries.js";
import { ExampleBadge } from "../../components/Badge.js";
import { Figure } from "../../components/Figure.js";
import { LoadedPage } from "../../components/LoadedPage.js";
import { Page } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { Pagination } from "../../components/Pagination.js";
import { Table } from "../../components/Table.js";
import "../../charts/charts.css";
import { useFormat } from "../../i18n/format.js";
import { useGrantTexts } from "../../i18n/grant.js";
import { useShellTexts } from "../../i18n/shell.js";
import { useLocalised } from "../../i18n/texts.js";
import "./grant.css";

/** The page. */
export function FundMoneyPage() {
  const { fundId } = useParams({ from: "/$lang/funds/$fundId/money" });
  const { page = 1 } = useSearch({ from: "/$lang/funds/$fundId/money" });
  return (
    <LoadedPage query={useQuery(fundMoneyQuery(fundId, page))}>
      {(money) => <FundMoney money={money} />}
    </LoadedPage>
  );
}

function FundMoney({ money }: { money: FundMoneyView }) {
  const { fund: t, money: words } = useGrantTexts();
  const shell = useShellTexts();
  const f = useFormat();
  const l = useLocalised();
  const fund = useQuery(fundQuery(money.fundId)).data;
  const title = fund === undefined ? money.fundId : l(fund.title);
  return (
    <Page
      title={t.title(title)}
      crumbs={[
        { path: "/funds", label: shell.nav.funds },
        { path: `/funds/${money.fundId}`, label: title },
      ]}
      marks={money.example && <ExampleBadge />}
      intro={<p>{t.intro}</p>}
    >
      {money.total === 0 ? (
        <p>{t.none}</p>
      ) : (
        <>
          <Totals money={money} />
          <Pagination
            path={`/funds/${money.fundId}/money`}
            page={money.page}
            pageSize={money.pageSize}
            total={money.total}
          >
            <Table
              caption={t.caption}
              stacked
              columns={[
                { id: "what", header: t.columns.what, cell: (row) => words.kinds[row.kind], rowHeader: true },
                { id: "day", header: t.columns.day, cell: (row) => f.date(row.onDay) },
                { id: "dossier", header: t.columns.dossier, cell: (row) => row.dossier },
                { id: "organisation", header: t.columns.organisation, cell: (row) => row.organisation },
                { id: "amount", header: t.columns.amount, cell: (row) => f.money(row.cents), numeric: true },
                {
                  id: "entry",
                  header: t.columns.entry,
                  cell: (row) => (
                    <PageLink path="/ledger" search={{ subject: row.subject }}>
                      {words.entry(f.number(row.seq))}
                    </PageLink>
                  ),
                  numeric: true,
                },
              ]}
              rows={money.items}
              rowKey={(row) => String(row.seq)}
            />
          </Pagination>
          <p>
            <PageLink path="/ledger">{shell.nav.ledger}</PageLink>
          </p>
        </>
      )}
    </Page>
  );
}

function Totals({ money }: { money: FundMoneyView }) {
  const { fund: t, figures } = useGrantTexts();
  const f = useFormat();
  const { granted, paid, settled, recoveryOrdered, recovered } = money.totals;
  const rows = [
    { id: "granted", label: figures.granted, cents: granted },
    { id: "paid", label: figures.paid, cents: paid },
    { id: "settled", label: figures.settled, cents: settled ?? 0 },
    { id: "recoveryOrdered", label: t.ordered, cents: recoveryOrdered },
    { id: "recovered", label: t.recovered, cents: recovered },
  ];
  const most = Math.max(1, ...rows.map(({ cents }) => cents));
  return (
    <Figure
      name={`money-${money.fundId}`}
      title={t.picture}
      titleHidden
      columns={[
        { id: "what", header: t.columns.what, value: (row) => row.id, show: (row) => row.label },
        {
          id: "cents",
          header: t.columns.amount,
          value: (row) => row.cents,
          show: (row) => f.money(row.cents),
          numeric: true,
        },
      ]}
      rows={rows}
      rowKey={(row) => row.id}
    >
      <dl className="grant-totals">
        {rows.map(({ id, label, cents }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>
              <svg aria-hidden="true" width="100%" height="18">
                <rect className="chart-asked" width="100%" height="18" rx="4" />
                <rect className="chart-main" width={`${(100 * cents) / most}%`} height="18" rx="4" />
              </svg>
              <span className="number">{f.money(cents)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Figure>
  );
}
