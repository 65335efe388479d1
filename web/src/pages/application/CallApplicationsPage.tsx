/** The applications to a call, for the fund: filtered, sorted, searched, counted. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { grantApplicationsQuery } from "../../api/application-queries.js";
import { callQuery, fundQuery, sessionQuery } from "../../api/queries.js";
import { Button } from "../../components/Button.js";
import { Field, Input, Select } from "../../components/Field.js";
import { Check } from "../../components/form/Options.js";
import { LoadedPage } from "../../components/LoadedPage.js";
import { Loaded } from "../../components/Loading.js";
import { Page } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { Pagination } from "../../components/Pagination.js";
import { useApplicationTexts } from "../../i18n/application.js";
import { useFormat } from "../../i18n/format.js";
import { useLanguage } from "../../i18n/language.js";
import { useLocalised } from "../../i18n/texts.js";
import { SignInFirst } from "../../shell/SignInFirst.js";
import { ApplicationsTable } from "./ApplicationsTable.js";
import "./application.css";
import { useSizes, useTags } from "./editor/parts.js";
import type { ApplicationsSearch } from "./search.js";

const PAGE_SIZE = 50;
const STATES = ["submitted", "returned", "withdrawn"] as const;

/** The officer's list. */
export function CallApplicationsPage() {
  const { callId } = useParams({ from: "/$lang/calls/$callId/applications" });
  const search = useSearch({ from: "/$lang/calls/$callId/applications" });
  const { list: t, state } = useApplicationTexts();
  const f = useFormat();
  const l = useLocalised();
  const session = useQuery(sessionQuery());
  const call = useQuery(callQuery(callId));
  const fund = useQuery({ ...fundQuery(call.data?.fundId ?? ""), enabled: call.data !== undefined });
  const { page = 1, sort = "number", ...filter } = search;
  const applications = useQuery({
    ...grantApplicationsQuery({ as: "officer", callId, sort, page, pageSize: PAGE_SIZE, ...filter }),
    enabled: session.data?.person != null,
  });
  const path = `/calls/${callId}/applications`;
  if (session.data?.person === null) return <SignInFirst />;
  return (
    <LoadedPage query={call}>
      {({ title }) => (
        <Page
          title={t.title(l(title))}
          crumbs={[{ path: `/calls/${callId}`, label: l(title) }]}
          intro={<p>{t.intro}</p>}
        >
          <Filters key={JSON.stringify(search)} callId={callId} fundId={call.data?.fundId} search={search} />
          <Loaded query={applications}>
            {({ items, total, states }) => (
              <div className="stack">
                <nav aria-label={t.states} className="row">
                  {STATES.map((each) => (
                    <PageLink
                      key={each}
                      path={path}
                      search={{ ...search, page: undefined, state: each }}
                      exact
                    >
                      {state[each]}: {f.number(states[each])}
                    </PageLink>
                  ))}
                </nav>
                <p>
                  <strong data-total={total}>{t.total(f.number(total))}</strong>
                </p>
                <Pagination path={path} search={{ ...search }} page={page} pageSize={PAGE_SIZE} total={total}>
                  <ApplicationsTable
                    officer
                    rows={items}
                    caption={t.title(l(title))}
                    empty={t.empty}
                    fund={fund.data}
                  />
                </Pagination>
              </div>
            )}
          </Loaded>
        </Page>
      )}
    </LoadedPage>
  );
}

function Filters(props: { callId: string; fundId: string | undefined; search: ApplicationsSearch }) {
  const { list: t, state } = useApplicationTexts();
  const lang = useLanguage();
  const navigate = useNavigate();
  const fund = useQuery({ ...fundQuery(props.fundId ?? ""), enabled: props.fundId !== undefined });
  const { themes, regions } = useTags(fund.data);
  const sizes = useSizes();
  const [chosen, setChosen] = useState(props.search);
  const any = { value: "", label: t.all };
  const choose = (name: keyof ApplicationsSearch) => (value: string) =>
    setChosen((before) => ({ ...before, [name]: value === "" ? undefined : value }));
  function show(event: FormEvent) {
    event.preventDefault();
    const { page: _, ...search } = chosen;
    void navigate({
      to: "/$lang/calls/$callId/applications",
      params: { lang, callId: props.callId },
      search,
      resetScroll: false,
    });
  }
  const lists = [
    {
      name: "state",
      label: t.columns.state,
      options: STATES.map((value) => ({ value, label: state[value] })),
    },
    { name: "theme", label: t.columns.theme, options: themes },
    { name: "region", label: t.columns.region, options: regions },
    { name: "size", label: t.columns.size, options: sizes },
  ] as const;
  return (
    <form className="application-filters screen-only" onSubmit={show}>
      <Field label={t.search} hint={t.searchHint}>
        {(control) => (
          <Input
            {...control}
            type="search"
            maxLength={200}
            value={chosen.search ?? ""}
            onChange={(event) => choose("search")(event.target.value)}
          />
        )}
      </Field>
      {lists.map(({ name, label, options }) => (
        <Field key={name} label={label}>
          {(control) => (
            <Select
              control={control}
              value={chosen[name] ?? ""}
              onChange={choose(name)}
              options={[any, ...options]}
            />
          )}
        </Field>
      ))}
      <Field label={t.sort}>
        {(control) => (
          <Select
            control={control}
            value={chosen.sort ?? "number"}
            onChange={choose("sort")}
            options={Object.entries(t.sorts).map(([value, label]) => ({ value, label }))}
          />
        )}
      </Field>
      <Check
        control={{ id: "flagged" }}
        label={t.flagged}
        checked={chosen.flagged === "true"}
        onChange={() => choose("flagged")(chosen.flagged === "true" ? "" : "true")}
      />
      <div>
        <Button type="submit">{t.apply}</Button>
      </div>
    </form>
  );
}
