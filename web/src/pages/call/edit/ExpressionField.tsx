/** An expression that is checked while it is written: what is wrong stands below it with its place. */
import { checkExpression, type Form, MOST_EXPRESSION } from "@voorsprong/call-form";
import { useMemo } from "react";
import { Field, TextArea } from "../../../components/Field.js";
import { useCallEditTexts } from "../../../i18n/call-edit.js";
import { useFormat } from "../../../i18n/format.js";
import { useLocalised } from "../../../i18n/texts.js";
import { useErrorAt } from "./errors.js";

/**
 * The field.
 * @param form the form whose answers it may look at
 * @param optional an empty text means that there is no condition
 */
export function ExpressionField(props: {
  label: string;
  hint?: string;
  at: string;
  form: Form;
  value: string;
  optional?: boolean;
  onChange: (value: string) => void;
}) {
  const { form, value } = props;
  const { expression: t } = useCallEditTexts();
  const f = useFormat();
  const l = useLocalised();
  const known = useErrorAt(props.at);
  const check = useMemo(() => checkExpression(form, value), [form, value]);
  const empty = value.trim() === "";
  const [wrong] = check.ok || (empty && props.optional === true) ? [] : check.errors;
  const error = wrong === undefined ? (empty ? undefined : known) : l(wrong.text);
  return (
    <div className="stack expression">
      <Field label={props.label} hint={props.hint} error={error}>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            spellCheck={false}
            maxLength={MOST_EXPRESSION}
            value={value}
            onChange={(event) => props.onChange(event.target.value.replaceAll("\n", " "))}
          />
        )}
      </Field>
      {wrong !== undefined && wrong.end > wrong.start && (
        <p className="expression__place">
          <span className="visually-hidden">{t.place} </span>
          <code>
            {value.slice(0, wrong.start)}
            <mark>{value.slice(wrong.start, wrong.end)}</mark>
            {value.slice(wrong.end)}
          </code>
        </p>
      )}
      {check.ok && !empty && (
        <p className="small soft">
          {check.looksAt.length === 0
            ? t.looksAtNothing
            : t.looksAt(f.list(check.looksAt.map(({ title }) => l(title))))}
        </p>
      )}
    </div>
  );
}
