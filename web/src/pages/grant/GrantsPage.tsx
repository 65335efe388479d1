/** The grants that somebody may read. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { grantsQuery } from "../../api/grants.js";
import { ExampleBadge } from "../../components/Badge.js";
import { Button, ButtonLink } from "../../components/Button.js";
import { Field, Input, Select } from "../../components/Field.js";
import { Loaded } from "../../components/Loading.js";
import { Page } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { Pagination } from "../../components/Pagination.js";
import { Table } from "../../components/Table.js";
import { useFormat } from "../../i18n/format.js";
import { useGrantTexts } from "../../i18n/grant.js";
import { holds, usePerson } from "../../shell/session.js";
import type { GrantsSearch } from "./search.js";
import "./grant.css";
import { StateBadge } from "./StateBadge.js";

const states = ["running", "settling", "settled", "withdrawn"] as const;

/** The list with its filter. */
export function GrantsPage() {
  const t = useGrantTexts();
  const f = useFormat();
  const search = useSearch({ from: "/$lang/grants" });
  const { page = 1, ...filter } = search;
  const grants = useQuery(grantsQuery(search));
  const person = usePerson();
  const pays = person != null && holds(person, ["finance", "fund-manager", "decider", "auditor"]);
  return (
    <Page
      title={t.list.title}
      intro={<p>{t.list.intro}</p>}
      actions={pays && <ButtonLink path="/payments">{t.list.payments}</ButtonLink>}
    >
      <Filter search={search} />
      <Loaded query={grants}>
        {({ items, pageSize, total }) => (
          <div className="stack">
            <Pagination path="/grants" search={filter} page={page} pageSize={pageSize} total={total}>
              <Table
                caption={t.list.caption}
                captionHidden
                stacked
                empty={t.list.empty}
                columns={[
                  {
                    id: "dossier",
                    header: t.list.columns.dossier,
                    rowHeader: true,
                    cell: (row) => (
                      <>
                        <PageLink path={`/grants/${row.applicationId}`}>{row.title}</PageLink>{" "}
                        <span className="soft small">{row.dossier}</span> {row.example && <ExampleBadge />}
                      </>
                    ),
                  },
                  {
                    id: "organisation",
                    header: t.list.columns.organisation,
                    cell: (row) => row.organisation,
                  },
                  {
                    id: "state",
                    header: t.list.columns.state,
                    cell: (row) => <StateBadge state={row.state} />,
                  },
                  {
                    id: "granted",
                    header: t.list.columns.granted,
                    cell: (row) => f.money(row.granted),
                    numeric: true,
                  },
                  {
                    id: "paid",
                    header: t.list.columns.paid,
                    cell: (row) => f.money(row.paid),
                    numeric: true,
                  },
                  {
                    id: "settled",
                    header: t.list.columns.settled,
                    cell: (row) => row.settled !== null && f.money(row.settled),
                    numeric: true,
                  },
                  {
                    id: "waiting",
                    header: t.list.columns.waiting,
                    cell: (row) => f.list(row.waiting.map((what) => t.list.waiting[what])),
                  },
                ]}
                rows={items}
                rowKey={(row) => row.applicationId}
              />
            </Pagination>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Filter({ search }: { search: GrantsSearch }) {
  const t = useGrantTexts();
  const navigate = useNavigate({ from: "/$lang/grants" });
  const [text, setText] = useState(search.search ?? "");
  const show = (next: GrantsSearch) => void navigate({ search: next, replace: true });
  const keep = (state: string) => (state === "" ? {} : { state: state as (typeof states)[number] });
  return (
    <search>
      <form
        className="row grant-filter screen-only"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          show({ ...keep(search.state ?? ""), ...(text.trim() === "" ? {} : { search: text.trim() }) });
        }}
      >
        <Field label={t.list.search}>
          {(control) => (
            <Input
              {...control}
              type="search"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <Field label={t.list.state}>
          {(control) => (
            <Select
              control={control}
              value={search.state ?? ""}
              onChange={(state) =>
                show({ ...keep(state), ...(search.search === undefined ? {} : { search: search.search }) })
              }
              options={[
                { value: "", label: t.list.anyState },
                ...states.map((state) => ({ value: state, label: t.state[state] })),
              ]}
            />
          )}
        </Field>
        <Button type="submit">{t.list.find}</Button>
      </form>
    </search>
  );
}
