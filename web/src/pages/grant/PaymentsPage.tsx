/** Payments of all grants: for finance, with files to the payer and confirmations back. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { paymentsQuery } from "../../api/grants.js";
import { fundsQuery } from "../../api/queries.js";
import { Field, Select } from "../../components/Field.js";
import { Loaded } from "../../components/Loading.js";
import { Page, Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { Pagination } from "../../components/Pagination.js";
import { Table } from "../../components/Table.js";
import { useFormat } from "../../i18n/format.js";
import { useGrantTexts } from "../../i18n/grant.js";
import { holds, usePerson } from "../../shell/session.js";
import { Batches } from "./Batches.js";
import "./grant.css";
import { PaymentState, usePurpose } from "./Payments.js";
import { paymentStates } from "./search.js";

/** The page. */
export function PaymentsPage() {
  const t = useGrantTexts();
  const f = useFormat();
  const purpose = usePurpose();
  const search = useSearch({ from: "/$lang/payments" });
  const navigate = useNavigate({ from: "/$lang/payments" });
  const { page = 1, state } = search;
  const payments = useQuery(paymentsQuery(search));
  const funds = useQuery(fundsQuery()).data?.items ?? [];
  const person = usePerson();
  const mine = person == null ? [] : funds.filter(({ id }) => holds(person, ["finance"], id));
  return (
    <Page
      title={t.finance.title}
      crumbs={[{ path: "/grants", label: t.list.title }]}
      intro={<p>{t.finance.intro}</p>}
    >
      <div className="screen-only">
        <Field label={t.payments.columns.state}>
          {(control) => (
            <Select
              control={control}
              value={state ?? ""}
              onChange={(value) =>
                void navigate({
                  search: value === "" ? {} : { state: value as (typeof paymentStates)[number] },
                  replace: true,
                })
              }
              options={[
                { value: "", label: t.finance.anyState },
                ...paymentStates.map((value) => ({ value, label: t.payments.states[value] })),
              ]}
            />
          )}
        </Field>
      </div>
      <Loaded query={payments}>
        {({ items, pageSize, total }) => (
          <Pagination
            path="/payments"
            search={state === undefined ? {} : { state }}
            page={page}
            pageSize={pageSize}
            total={total}
          >
            <Table
              caption={t.finance.caption}
              captionHidden
              stacked
              empty={t.finance.none}
              columns={[
                {
                  id: "reference",
                  header: t.payments.columns.reference,
                  rowHeader: true,
                  cell: (row) => (
                    <PageLink path={`/grants/${row.applicationId}`} hash="payments">
                      {row.reference}
                    </PageLink>
                  ),
                },
                { id: "organisation", header: t.finance.organisation, cell: (row) => row.organisation },
                { id: "what", header: t.payments.columns.what, cell: purpose },
                {
                  id: "amount",
                  header: t.payments.columns.amount,
                  cell: (row) => f.money(row.cents),
                  numeric: true,
                },
                {
                  id: "state",
                  header: t.payments.columns.state,
                  cell: (row) => <PaymentState state={row.state} />,
                },
              ]}
              rows={items}
              rowKey={(row) => row.id}
            />
          </Pagination>
        )}
      </Loaded>
      {mine.length > 0 && (
        <Section title={t.finance.batches} id="batches" intro={t.finance.batchesIntro}>
          {mine.map((fund) => (
            <Batches key={fund.id} fund={fund} />
          ))}
        </Section>
      )}
    </Page>
  );
}
