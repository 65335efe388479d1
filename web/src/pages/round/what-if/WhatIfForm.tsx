import { type Round, RULES, type Rule } from "@voorsprong/allocation";
import { type FormEvent, useId, useMemo, useState } from "react";
import { Button } from "../../../components/Button.js";
import { Field, Input, Select } from "../../../components/Field.js";
import { Table } from "../../../components/Table.js";
import { useRoundTexts } from "../../../i18n/round.js";
import type { Changes } from "../../../solver/what-if.js";
import type { LimitSubject } from "../limit-figures.js";
import { useRoundSearch } from "../RoundLink.js";
import { impossibleRules, useRuleObstacles, useRuleOptions } from "../rules.js";
import { capital, type RoundContext } from "../units.js";
import { useLimitTexts } from "../use-limit-texts.js";
import { type EditableLine, editableGroups, moneyDecimals } from "./rows.js";
import { type Draft, useDraft } from "./use-draft.js";

/** Every number of the round that can be changed, and the rule. */
export function WhatIfForm(
  props: RoundContext & {
    document: Round;
    busy: boolean;
    onRun: (changes: Changes, rule: Rule) => void;
    onReset: () => void;
  },
) {
  const { round, document, busy } = props;
  const { whatIf: t, explanation } = useRoundTexts();
  const impossible = useMemo(() => impossibleRules(document), [document]);
  const obstacles = useRuleObstacles();
  const options = useRuleOptions(impossible);
  const [search] = useRoundSearch();
  const draft = useDraft(document, search.changes ?? {});
  const [rule, setRule] = useState<Rule>(search.rule ?? round.rule);
  const [checked, setChecked] = useState(false);
  const unchanged = Object.keys(draft.changes).length === 0 && rule === round.rule;
  function submit(event: FormEvent) {
    event.preventDefault();
    setChecked(true);
    if (!draft.wrong && !unchanged && !busy) props.onRun(draft.changes, rule);
  }
  function reset() {
    draft.reset();
    setRule(round.rule);
    setChecked(false);
    props.onReset();
  }
  return (
    <form
      className="card stack stack--wide what-if-form screen-only"
      onSubmit={submit}
      noValidate
      aria-label={t.form}
    >
      <Field
        label={t.rule}
        hint={impossible.length === 0 ? undefined : explanation.impossible.cannot(obstacles(impossible))}
      >
        {(control) => (
          <Select
            control={control}
            value={rule}
            onChange={(value) => setRule(RULES.find((each) => each === value) ?? round.rule)}
            options={options.map(({ value, label, ...rest }) => ({
              ...rest,
              value,
              label: value === round.rule ? `${label} (${t.asIs})` : label,
            }))}
          />
        )}
      </Field>
      <LimitFields {...props} draft={draft} checked={checked} />
      {checked && draft.wrong && <p role="alert">{t.wrong}</p>}
      {checked && unchanged && !draft.wrong && <p role="status">{t.nothing}</p>}
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

type FieldsProps = RoundContext & {
  readonly draft: Draft;
  /** Whether errors are shown: not before the reader asked for a result. */
  readonly checked: boolean;
};

/** One line with what its group limits. */
interface Line extends EditableLine {
  readonly subject: LimitSubject;
}

/** All numbers, as a table of fields. */
function LimitFields(props: FieldsProps) {
  const { round, draft } = props;
  const t = useRoundTexts();
  const texts = useLimitTexts(props);
  const lines: readonly Line[] = editableGroups(draft.rows).flatMap((group) =>
    group.lines.map((line) => ({ ...line, subject: group.subject })),
  );
  const unit = ({ measure }: LimitSubject) => {
    if (measure === "share") return t.whatIf.in.share;
    return moneyDecimals(round.unit) === 0 ? round.unit : t.whatIf.in.money(round.unit.slice(0, 3));
  };
  return (
    <Table
      caption={t.whatIf.fields}
      captionHidden
      stacked
      rows={lines}
      rowKey={(line) => line.key}
      columns={[
        {
          id: "group",
          header: t.limits.what,
          rowHeader: true,
          cell: (line) => texts.label(line.subject, line),
        },
        {
          id: "of",
          header: t.limits.of,
          cell: ({ subject }) => (
            <>
              {capital(texts.measure(subject))}
              {subject.measure === "count" ? null : `, ${unit(subject)}`}
            </>
          ),
        },
        ...(["min", "max"] as const).map((side) => ({
          id: side,
          header: side === "min" ? t.limits.atLeast : t.limits.atMost,
          cell: (line: Line) => <SideField {...props} line={line} side={side} />,
        })),
      ]}
    />
  );
}

/** One number; what it is now stands below it once it is changed. */
function SideField(props: FieldsProps & { line: Line; side: "min" | "max" }) {
  const { line, side, draft, checked } = props;
  const { whatIf: t } = useRoundTexts();
  const texts = useLimitTexts(props);
  const id = useId();
  const row = line[side];
  if (row === null) return "–";
  const { subject } = line;
  const label = texts.label(subject, line);
  const problem = checked ? draft.error(row) : null;
  const changed = draft.changes[row.row] !== undefined;
  const note = problem !== null || changed;
  return (
    <>
      <Input
        aria-label={subject.tag === null ? label : t.side(texts.heading(subject), label, t[side])}
        aria-invalid={problem !== null || undefined}
        aria-describedby={note ? id : undefined}
        inputMode="decimal"
        autoComplete="off"
        value={draft.typed(row)}
        data-changed={changed || undefined}
        onChange={(event) => draft.type(row, event.target.value)}
      />
      {note && (
        <span id={id} className={problem === null ? "application-note" : "field__error"}>
          {problem === null ? t.now(texts.figure(row.measure, Number(row.current))) : t.invalid[problem]}
        </span>
      )}
    </>
  );
}
