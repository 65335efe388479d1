/** Inputs for money, numbers and days. They keep what is being typed, and write it in full when the field is left. */
import { useState } from "react";
import { type Language, useLanguage } from "../../i18n/language.js";
import { type FieldControl, Input } from "../Field.js";
import { readDay, readMoney, readNumber, writeDay, writeMoney, writeNumber } from "./typed.js";

/** What an input of one kind of value does. */
interface Style<V> {
  readonly read: (text: string, language: Language) => V | string | null;
  readonly write: (value: unknown, language: Language) => string;
  readonly inputMode: "decimal" | "numeric";
}

/** What every typed input takes. */
export interface TypedInputProps {
  readonly control: FieldControl;
  readonly value: unknown;
  /** A value of its kind, the text itself when it cannot be read, or null when the field is empty. */
  readonly onChange: (value: number | string | null) => void;
  readonly readOnly?: boolean;
  /** Names the input where it has no label of its own, as in a cell of a table. */
  readonly label?: string;
}

function makeInput<V extends number | string>({ read, write, inputMode }: Style<V>, className: string) {
  return function TypedInput({ control, value, onChange, readOnly, label }: TypedInputProps) {
    const language = useLanguage();
    const [text, setText] = useState<string | null>(null);
    // While it is being typed the text is the reader's own; a value from elsewhere takes its place.
    const typing = text !== null && read(text, language) === (value ?? null);
    return (
      <span className={className}>
        <Input
          {...control}
          {...(label !== undefined && { "aria-label": label })}
          inputMode={inputMode}
          autoComplete="off"
          readOnly={readOnly}
          value={typing ? text : write(value, language)}
          onChange={(event) => {
            setText(event.target.value);
            onChange(read(event.target.value, language));
          }}
          onBlur={() => setText(null)}
        />
      </span>
    );
  };
}

/** Money in cents, with a euro sign before the field. */
export const MoneyInput = makeInput<number>(
  { read: readMoney, write: writeMoney, inputMode: "decimal" },
  "typed-input typed-input--money",
);

/** A number. */
export const NumberInput = makeInput<number>(
  { read: readNumber, write: writeNumber, inputMode: "decimal" },
  "typed-input",
);

/** A day, `YYYY-MM-DD`. */
export const DayInput = makeInput<string>(
  { read: readDay, write: writeDay, inputMode: "numeric" },
  "typed-input",
);
