import type { Round } from "@voorsprong/allocation";
import { type FormEvent, useMemo, useState } from "react";
import { Button } from "../../../components/Button.js";
import { Field, Input, Select } from "../../../components/Field.js";
import { FORMATS, useFormat } from "../../../i18n/format.js";
import { useLanguage } from "../../../i18n/language.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { useShellTexts } from "../../../i18n/shell.js";
import type { Changes } from "../../../solver/what-if.js";
import { useRoundSearch } from "../RoundLink.js";
import { capital, type RoundContext, useRoundFormat, useTagNames } from "../units.js";
import { type EditableRow, editableRows, moneyDecimals, readRow, shownValue } from "./rows.js";

const RULES = ["optimal", "ranking"] as const;
type RuleName = (typeof RULES)[number];

/** Every number of the round that can be changed, and the rule. */
export function WhatIfForm(
  props: RoundContext & {
    document: Round;
    busy: boolean;
    onRun: (changes: Changes, rule: RuleName) => void;
    onReset: () => void;
  },
) {
  const { round, fund, document, busy } = props;
  const { whatIf: t } = useRoundTexts();
  const shell = useShellTexts();
  const language = useLanguage();
  const [search] = useRoundSearch();
  const rows = useMemo(() => editableRows(document), [document]);
  const shown = (row: EditableRow, value: string) =>
    FORMATS[language].decimal(shownValue(row, value, document.unit));
  const initial = (changes: Changes) =>
    Object.fromEntries(rows.map((row) => [row.row, shown(row, changes[row.row] ?? row.current)]));
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() => initial(search.changes ?? {}));
  const [rule, setRule] = useState<RuleName>(search.rule ?? round.rule);
  const [checked, setChecked] = useState(false);
  const read = rows.map((row) => ({ row, ...readRow(row, typed[row.row] ?? "", document.unit, language) }));
  const values = Object.fromEntries(read.map((each) => [each.row.row, "value" in each ? each.value : null]));
  const changes: Changes = Object.fromEntries(
    read.flatMap((each) =>
      "value" in each && each.value !== each.row.current ? [[each.row.row, each.value]] : [],
    ),
  );
  /** A maximum that lies below the minimum of the same limit. */
  const contradicts = ({ row }: EditableRow) => {
    const [least, most] = [values[row.replace(/max$/, "min")], values[row]];
    return row.endsWith("/max") && least != null && most != null && Number(least) > Number(most);
  };
  const errorOf = (each: (typeof read)[number]) => {
    if (!checked) return undefined;
    if ("error" in each) return t.invalid[each.error];
    return contradicts(each.row) ? t.invalid.below : undefined;
  };
  const wrong = read.some((each) => "error" in each || contradicts(each.row));
  const unchanged = Object.keys(changes).length === 0 && rule === round.rule;
  function submit(event: FormEvent) {
    event.preventDefault();
    setChecked(true);
    if (!wrong && !unchanged && !busy) props.onRun(changes, rule);
  }
  function reset() {
    setTyped(initial({}));
    setRule(round.rule);
    setChecked(false);
    props.onReset();
  }
  const field = (each: (typeof read)[number]) => (
    <RowField
      key={each.row.row}
      round={round}
      fund={fund}
      row={each.row}
      typed={typed[each.row.row] ?? ""}
      changed={changes[each.row.row] !== undefined}
      error={errorOf(each)}
      onType={(value) => setTyped((last) => ({ ...last, [each.row.row]: value }))}
    />
  );
  const isBudget = (each: (typeof read)[number]) => each.row.subject.kind === "budget";
  return (
    <form className="card stack what-if-form screen-only" onSubmit={submit} noValidate aria-label={t.form}>
      <Field label={t.rule}>
        {(control) => (
          <Select
            control={control}
            value={rule}
            onChange={(value) => setRule(RULES.find((each) => each === value) ?? round.rule)}
            options={RULES.map((each) => ({
              value: each,
              label: each === round.rule ? `${shell.rule[each]} (${t.asIs})` : shell.rule[each],
            }))}
          />
        )}
      </Field>
      <fieldset className="what-if-fields">
        <legend>{t.budgets}</legend>
        {read.filter(isBudget).map(field)}
      </fieldset>
      {read.every(isBudget) ? null : (
        <fieldset className="what-if-fields">
          <legend>{t.limits}</legend>
          {read.filter((each) => !isBudget(each)).map(field)}
        </fieldset>
      )}
      {checked && unchanged && !wrong && <p role="status">{t.nothing}</p>}
      <div className="row">
        <Button purpose="primary" type="submit" busy={busy}>
          {t.run}
        </Button>
        <Button purpose="subtle" onClick={reset}>
          {t.reset}
        </Button>
      </div>
    </form>
  );
}

/** One number with what it limits and what it is now. */
function RowField(
  props: RoundContext & {
    row: EditableRow;
    typed: string;
    changed: boolean;
    error: string | undefined;
    onType: (value: string) => void;
  },
) {
  const { round, fund, row } = props;
  const { whatIf: t } = useRoundTexts();
  const names = useTagNames(fund);
  const { money } = useRoundFormat(round);
  const { percent, number } = useFormat();
  const { subject, measure, current } = row;
  const label =
    subject.kind === "budget"
      ? t.budget(subject.id)
      : t.limit(
          capital(names.tag(subject.tag)),
          names.value(subject.tag, subject.value),
          t[subject.side],
          subject.budget,
        );
  const unit =
    measure === "share"
      ? t.percent[subject.kind === "limit" ? (subject.of ?? "awarded") : "awarded"]
      : measure === "count"
        ? t.count
        : moneyDecimals(round.unit) === 2
          ? t.amount(round.unit.slice(0, 3))
          : round.unit;
  const now =
    measure === "share"
      ? percent(Number(current), 10)
      : measure === "count"
        ? number(Number(current))
        : money(Number(current));
  return (
    <Field label={label} hint={`${unit}, ${t.now(now)}`} error={props.error}>
      {(control) => (
        <Input
          {...control}
          inputMode="decimal"
          autoComplete="off"
          value={props.typed}
          data-changed={props.changed || undefined}
          onChange={(event) => props.onType(event.target.value)}
        />
      )}
    </Field>
  );
}
