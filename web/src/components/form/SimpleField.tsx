/** The control of a simple answer: text, number, money, day, yes or no, one of a list. */
import { type CellSchema, choicesOf, kindOf } from "@voorsprong/call-form";
import type { Localised } from "@voorsprong/server/contract";
import { useFormTexts } from "../../i18n/form.js";
import { useLocalised } from "../../i18n/texts.js";
import { type FieldControl, Input, Select, TextArea } from "../Field.js";
import { DayInput, MoneyInput, NumberInput } from "./TypedInput.js";

/** A simple answer. */
export type SimpleValue = string | number | boolean | null;

/** What the control of a simple answer takes. */
export interface SimpleFieldProps {
  readonly control: FieldControl;
  readonly schema: CellSchema;
  readonly labels?: Readonly<Record<string, Localised>> | undefined;
  readonly value: unknown;
  readonly onChange: (value: SimpleValue) => void;
  /** Names the control where it has no label of its own, as in a cell of a table. */
  readonly label?: string;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** The control that fits a schema. */
export function SimpleField({ control, schema, labels, value, onChange, label }: SimpleFieldProps) {
  const t = useFormTexts();
  const l = useLocalised();
  const named = { ...control, ...(label !== undefined && { "aria-label": label }) };
  const kind = kindOf(schema);
  switch (kind) {
    case "money":
      return <MoneyInput control={named} value={value} onChange={onChange} />;
    case "number":
      return <NumberInput control={named} value={value} onChange={onChange} />;
    case "date":
      return <DayInput control={named} value={value} onChange={onChange} />;
    case "multiline":
      return (
        <TextArea
          {...named}
          value={textOf(value)}
          onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)}
        />
      );
    case "choice":
    case "yes-no":
    case "statement": {
      const yesNo = [
        { value: "true", label: t.yes },
        { value: "false", label: t.no },
      ];
      const options =
        kind === "choice"
          ? (choicesOf(schema) ?? []).map((each) => {
              const name = labels?.[each];
              return { value: each, label: name === undefined ? each : l(name) };
            })
          : yesNo;
      return (
        <Select
          control={named}
          value={value === null || value === undefined ? "" : String(value)}
          onChange={(next) => onChange(next === "" ? null : kind === "choice" ? next : next === "true")}
          options={[{ value: "", label: t.choose }, ...options]}
        />
      );
    }
    default:
      return (
        <Input
          {...named}
          type={kind === "email" ? "email" : kind === "uri" ? "url" : "text"}
          autoComplete="off"
          value={textOf(value)}
          onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)}
        />
      );
  }
}
