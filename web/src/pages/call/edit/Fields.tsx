/** Fields of the editor: each shows what is wrong at its own place in the call. */
import type { Localised } from "@voorsprong/server/contract";
import type { ReactNode } from "react";
import { Field, FieldGroup, Input, Select, TextArea } from "../../../components/Field.js";
import { Check } from "../../../components/form/Options.js";
import { DayInput, MoneyInput, NumberInput } from "../../../components/form/TypedInput.js";
import { useCallEditTexts } from "../../../i18n/call-edit.js";
import { useErrorAt } from "./errors.js";
import { momentOf, partsOf } from "./moments.js";

interface Base<T> {
  readonly label: string;
  readonly hint?: ReactNode;
  /** Where the value stands in the call. */
  readonly at: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** A text in both languages. */
export function LocalisedField({
  label,
  hint,
  at,
  value,
  onChange,
  long = false,
}: Base<Localised | undefined> & { long?: boolean }) {
  const { languages } = useCallEditTexts();
  const text = value ?? { nl: "", en: "" };
  const errors = { nl: useErrorAt(`${at}/nl`), en: useErrorAt(`${at}/en`) };
  const whole = useErrorAt(at);
  const Control = long ? TextArea : Input;
  return (
    <FieldGroup label={label} hint={hint} error={whole}>
      {() => (
        <div className="call-edit__languages">
          {(["nl", "en"] as const).map((language) => (
            <Field key={language} label={languages[language]} error={errors[language]}>
              {(control) => (
                <Control
                  {...control}
                  {...(long && { rows: 3 })}
                  lang={language}
                  value={text[language]}
                  onChange={(event: { target: { value: string } }) =>
                    onChange({ ...text, [language]: event.target.value })
                  }
                />
              )}
            </Field>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}

/** A text in both languages that may be left out: it is absent while both are empty. */
export function OptionalLocalisedField(props: Base<Localised | undefined> & { long?: boolean }) {
  return (
    <LocalisedField
      {...props}
      onChange={(value) => props.onChange(value?.nl === "" && value.en === "" ? undefined : value)}
    />
  );
}

/** A short text. */
export function TextField({ label, hint, at, value, onChange, code }: Base<string> & { code?: boolean }) {
  return (
    <Field label={label} hint={hint} error={useErrorAt(at)}>
      {(control) => (
        <Input
          {...control}
          autoComplete="off"
          spellCheck={code !== true}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** A whole number, or nothing. What is typed wrong stays as it was typed, and the check says what is wrong. */
export function NumberField({ label, hint, at, value, onChange }: Base<number | undefined>) {
  return (
    <Field label={label} hint={hint} error={useErrorAt(at)}>
      {(control) => (
        <NumberInput
          control={control}
          value={value ?? null}
          onChange={(next) => onChange((next ?? undefined) as number | undefined)}
        />
      )}
    </Field>
  );
}

/** Money in cents, or nothing. */
export function MoneyField({ label, hint, at, value, onChange }: Base<number | undefined>) {
  return (
    <Field label={label} hint={hint} error={useErrorAt(at)}>
      {(control) => (
        <MoneyInput
          control={control}
          value={value ?? null}
          onChange={(next) => onChange((next ?? undefined) as number | undefined)}
        />
      )}
    </Field>
  );
}

/** A percentage, kept in basis points. */
export function PercentField({ label, hint, at, value, onChange }: Base<number | undefined>) {
  const percent = typeof value === "number" ? value / 100 : (value ?? null);
  return (
    <Field label={label} hint={hint} error={useErrorAt(at)}>
      {(control) => (
        <NumberInput
          control={control}
          value={percent}
          onChange={(next) =>
            onChange(
              (typeof next === "number" ? Math.round(next * 100) : (next ?? undefined)) as number | undefined,
            )
          }
        />
      )}
    </Field>
  );
}

/** A moment in Dutch time, as a day and a time. */
export function MomentField({ label, hint, at, value, onChange }: Base<string>) {
  const { moment: t } = useCallEditTexts();
  const { day, time } = partsOf(value);
  return (
    <FieldGroup label={label} hint={hint} error={useErrorAt(at)}>
      {() => (
        <div className="call-edit__languages">
          <Field label={t.day}>
            {(control) => (
              <DayInput
                control={control}
                value={day}
                onChange={(next) => onChange(momentOf(String(next ?? ""), time))}
              />
            )}
          </Field>
          <Field label={t.time}>
            {(control) => (
              <Input
                {...control}
                inputMode="numeric"
                autoComplete="off"
                value={time}
                onChange={(event) => onChange(momentOf(day, event.target.value))}
              />
            )}
          </Field>
        </div>
      )}
    </FieldGroup>
  );
}

/** One of a closed list. */
export function ChoiceField<T extends string>(
  props: Base<T> & { options: readonly { readonly value: T; readonly label: string }[] },
) {
  return (
    <Field label={props.label} hint={props.hint} error={useErrorAt(props.at)}>
      {(control) => (
        <Select
          control={control}
          value={props.value}
          onChange={(value) => props.onChange(value as T)}
          options={props.options}
        />
      )}
    </Field>
  );
}

/** Yes or no. */
export function CheckField({ label, at, value, onChange }: Omit<Base<boolean>, "hint">) {
  return (
    <Check
      control={{ id: `check${at.replaceAll("/", "-")}` }}
      label={label}
      checked={value}
      onChange={onChange}
    />
  );
}
