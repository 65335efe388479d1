import { useEffect, useState } from "react";
import { Button } from "../../../components/Button.js";
import { Field, Input, Select } from "../../../components/Field.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { useRoundSearch } from "../RoundLink.js";
import { OUTCOMES, SORTS } from "../search.js";
import { capital, type RoundContext, useTagNames } from "../units.js";

/** How long typing must rest before the table follows, in milliseconds. */
const REST = 300;

/** Search, outcome, tags and order; everything lives in the address. */
export function ApplicationFilters({ round, fund, hasReceived }: RoundContext & { hasReceived: boolean }) {
  const t = useRoundTexts();
  const names = useTagNames(fund);
  const [search, setSearch] = useRoundSearch();
  const filtered = search.search !== undefined || search.tag !== undefined || search.outcome !== undefined;
  const chosen = (tag: string) =>
    search.tag?.find((each) => each.startsWith(`${tag}:`))?.slice(tag.length + 1) ?? "";
  const choose = (tag: string, value: string) => {
    const others = (search.tag ?? []).filter((each) => !each.startsWith(`${tag}:`));
    const next = value === "" ? others : [...others, `${tag}:${value}`];
    setSearch({ tag: next.length > 0 ? next : undefined, page: undefined });
  };
  return (
    <search className="filters screen-only" aria-label={t.applications.filters}>
      <SearchField key={search.search === undefined ? "empty" : "filled"} />
      {round.state === "decided" && (
        <Field label={t.applications.outcome}>
          {(control) => (
            <Select
              control={control}
              value={search.outcome ?? ""}
              onChange={(value) =>
                setSearch({ outcome: OUTCOMES.find((each) => each === value), page: undefined })
              }
              options={[
                { value: "", label: t.applications.outcomes.all },
                ...OUTCOMES.map((each) => ({ value: each, label: t.applications.outcomes[each] })),
              ]}
            />
          )}
        </Field>
      )}
      {Object.entries(round.tags).map(([tag, values]) => (
        <Field key={tag} label={capital(names.tag(tag))}>
          {(control) => (
            <Select
              control={control}
              value={chosen(tag)}
              onChange={(value) => choose(tag, value)}
              options={[
                { value: "", label: t.applications.any },
                ...values.map(({ value }) => ({ value, label: capital(names.value(tag, value)) })),
              ]}
            />
          )}
        </Field>
      ))}
      <Field label={t.applications.sort}>
        {(control) => (
          <Select
            control={control}
            value={search.sort ?? "-score"}
            onChange={(value) =>
              setSearch({
                sort: value === "-score" ? undefined : SORTS.find((each) => each === value),
                page: undefined,
              })
            }
            options={SORTS.filter((each) => hasReceived || !/received$/.test(each)).map((each) => ({
              value: each,
              label: t.applications.sorts[each],
            }))}
          />
        )}
      </Field>
      {filtered && (
        <Button
          purpose="subtle"
          onClick={() =>
            setSearch({ search: undefined, tag: undefined, outcome: undefined, page: undefined })
          }
        >
          {t.applications.clear}
        </Button>
      )}
    </search>
  );
}

/** Typing is kept here and goes to the address when it rests. */
function SearchField() {
  const t = useRoundTexts();
  const [search, setSearch] = useRoundSearch();
  const [typed, setTyped] = useState(search.search ?? "");
  const wanted = typed.trim() === "" ? undefined : typed.trim();
  useEffect(() => {
    if (wanted === search.search) return;
    const timer = setTimeout(() => setSearch({ search: wanted, page: undefined }), REST);
    return () => clearTimeout(timer);
  });
  return (
    <Field label={t.applications.search}>
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
