/** Search, filters and order of the register; everything lives in the address. */
import { useQuery } from "@tanstack/react-query";
import type { RegisterFigures } from "@voorsprong/server/contract";
import { useEffect, useState } from "react";
import { fundsQuery } from "../../api/queries.js";
import { Button } from "../../components/Button.js";
import { Field, Input, Select } from "../../components/Field.js";
import { useRegisterTexts } from "../../i18n/register.js";
import { useLocalised } from "../../i18n/texts.js";
import { SORTS, STATES, useRegisterSearch } from "./search.js";

/** How long typing must rest before the list follows, in milliseconds. */
const REST = 300;

/** The filters; a value that no grant has is offered only while it is chosen. */
export function AwardFilters({ figures }: { figures: RegisterFigures }) {
  const t = useRegisterTexts().list;
  const l = useLocalised();
  const [search, setSearch] = useRegisterSearch();
  const funds = useQuery(fundsQuery()).data?.items ?? [];
  const { search: words, fundId, region, theme, size, state, year } = search;
  const filtered = [words, fundId, region, theme, size, state, year].some((each) => each !== undefined);
  const groups = (list: RegisterFigures["byTheme"], chosen: string | undefined) => {
    const known = list.flatMap(({ id, title }) => (id === null ? [] : [{ value: id, label: l(title) }]));
    const missing = chosen !== undefined && !known.some(({ value }) => value === chosen);
    return [...known, ...(missing ? [{ value: chosen, label: chosen }] : [])];
  };
  const years = [
    ...new Set([...figures.byYear.map((each) => each.year), ...(year === undefined ? [] : [year])]),
  ];
  const selects = [
    {
      label: t.fund,
      value: fundId,
      options: funds.map(({ id, title }) => ({ value: id, label: l(title) })),
      change: (value: string | undefined) => setSearch({ fundId: value }),
    },
    {
      label: t.theme,
      value: theme,
      options: groups(figures.byTheme, theme),
      change: (value: string | undefined) => setSearch({ theme: value }),
    },
    {
      label: t.region,
      value: region,
      options: groups(figures.byRegion, region),
      change: (value: string | undefined) => setSearch({ region: value }),
    },
    {
      label: t.size,
      value: size,
      options: groups(figures.bySize, size),
      change: (value: string | undefined) => setSearch({ size: value }),
    },
    {
      label: t.state,
      value: state,
      options: STATES.map((each) => ({ value: each, label: t.states[each] })),
      change: (value: string | undefined) => setSearch({ state: value }),
    },
    {
      label: t.year,
      value: year === undefined ? undefined : String(year),
      options: years.sort().map((each) => ({ value: String(each), label: String(each) })),
      change: (value: string | undefined) =>
        setSearch({ year: value === undefined ? undefined : Number(value) }),
    },
  ];
  return (
    <search className="filters screen-only" aria-label={t.filters}>
      <SearchField key={words === undefined ? "empty" : "filled"} />
      {selects.map(({ label, value, options, change }) => (
        <Field key={label} label={label}>
          {(control) => (
            <Select
              control={control}
              value={value ?? ""}
              onChange={(chosen) => change(chosen === "" ? undefined : chosen)}
              options={[{ value: "", label: t.any }, ...options]}
            />
          )}
        </Field>
      ))}
      <Field label={t.sort}>
        {(control) => (
          <Select
            control={control}
            value={search.sort ?? "-awardedOn"}
            onChange={(value) =>
              setSearch({ sort: value === "-awardedOn" ? undefined : SORTS.find((each) => each === value) })
            }
            options={SORTS.map((each) => ({ value: each, label: t.sorts[each] }))}
          />
        )}
      </Field>
      {filtered && (
        <Button
          purpose="subtle"
          onClick={() =>
            setSearch({
              search: undefined,
              fundId: undefined,
              region: undefined,
              theme: undefined,
              size: undefined,
              state: undefined,
              year: undefined,
            })
          }
        >
          {t.clear}
        </Button>
      )}
    </search>
  );
}

/** Typing is kept here and goes to the address when it rests. */
function SearchField() {
  const t = useRegisterTexts().list;
  const [search, setSearch] = useRegisterSearch();
  const [typed, setTyped] = useState(search.search ?? "");
  const wanted = typed.trim() === "" ? undefined : typed.trim();
  useEffect(() => {
    if (wanted === search.search) return;
    const timer = setTimeout(() => setSearch({ search: wanted }), REST);
    return () => clearTimeout(timer);
  });
  return (
    <Field label={t.search}>
      {(control) => (
        <Input
          {...control}
          type="search"
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
    </Field>
  );
}
