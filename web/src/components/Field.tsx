/** Form fields with label, hint and error tied to the control. */
import { type ComponentProps, type ReactNode, useId } from "react";
import "./Field.css";

/** What the control inside a field must carry. */
export interface FieldControl {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
}

interface FieldProps {
  readonly label: string;
  /** The id of the control, where something else leads to it. */
  readonly id?: string | undefined;
  /** A few words beside the label, for instance that the field may stay empty. */
  readonly mark?: string | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly children: (control: FieldControl) => ReactNode;
}

/**
 * A label with its control.
 * @param hint what is expected, before the reader starts
 * @param error what is wrong and how to mend it
 */
export function Field(props: FieldProps) {
  const own = useId();
  const id = props.id ?? own;
  const hintId = props.hint ? `${id}-hint` : undefined;
  const errorId = props.error ? `${id}-error` : undefined;
  const described = [hintId, errorId].filter((part) => part !== undefined).join(" ");
  return (
    <div className={props.error ? "field field--wrong" : "field"}>
      <label htmlFor={id}>
        {props.label}
        {props.mark && <span className="field__mark"> {props.mark}</span>}
      </label>
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

/** Controls that answer one question together, with the question as their legend. */
export function FieldGroup(props: FieldProps) {
  const own = useId();
  const id = props.id ?? own;
  const hintId = props.hint ? `${id}-hint` : undefined;
  const errorId = props.error ? `${id}-error` : undefined;
  const described = [hintId, errorId].filter((part) => part !== undefined).join(" ");
  return (
    <fieldset
      className={props.error ? "field field--group field--wrong" : "field field--group"}
      aria-describedby={described === "" ? undefined : described}
    >
      <legend>
        {props.label}
        {props.mark && <span className="field__mark"> {props.mark}</span>}
      </legend>
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
      {props.children({ id, ...(props.error !== undefined && { "aria-invalid": true as const }) })}
    </fieldset>
  );
}

/** A text of several lines. */
export function TextArea(props: ComponentProps<"textarea">) {
  return <textarea rows={6} {...props} className="input input--area" />;
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
