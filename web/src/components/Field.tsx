/** Form fields with label, hint and error tied to the control. */
import { type ComponentProps, type ReactNode, useId } from "react";
import "./Field.css";

/** What the control inside a field must carry. */
export interface FieldControl {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
}

/**
 * A label with its control.
 * @param hint what is expected, before the reader starts
 * @param error what is wrong and how to mend it
 */
export function Field(props: {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  children: (control: FieldControl) => ReactNode;
}) {
  const id = useId();
  const hintId = props.hint ? `${id}-hint` : undefined;
  const errorId = props.error ? `${id}-error` : undefined;
  const described = [hintId, errorId].filter((part) => part !== undefined).join(" ");
  return (
    <div className={props.error ? "field field--wrong" : "field"}>
      <label htmlFor={id}>{props.label}</label>
      {props.hint && (
        <div id={hintId} className="field__hint">
          {props.hint}
        </div>
      )}
      {props.error && (
        <p id={errorId} className="field__error">
          {props.error}
        </p>
      )}
      {props.children({
        id,
        ...(described !== "" && { "aria-describedby": described }),
        ...(props.error !== undefined && { "aria-invalid": true as const }),
      })}
    </div>
  );
}

/** A text or number input. */
export function Input(props: ComponentProps<"input">) {
  return <input {...props} className="input" />;
}

/** A choice from a list. */
export function Select(props: {
  control: FieldControl;
  value: string;
  onChange: (value: string) => void;
  options: readonly { readonly value: string; readonly label: string; readonly disabled?: boolean }[];
}) {
  return (
    <select
      {...props.control}
      className="input"
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    >
      {props.options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled === true}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
