/** Radio buttons and check boxes. */
import { useId } from "react";
import type { FieldControl } from "../Field.js";
import "./form.css";

/** One thing that can be chosen. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/**
 * Radio buttons. The first one carries the id of the field, so that an error can lead to it.
 * @param beside short options stand beside each other
 */
export function Radios(props: {
  control: FieldControl;
  options: readonly Option[];
  value: string | null;
  onChange: (value: string) => void;
  beside?: boolean;
}) {
  const name = useId();
  const { id, ...state } = props.control;
  return (
    <div className={props.beside ? "options--beside" : undefined}>
      {props.options.map(({ value, label }, index) => {
        const own = index === 0 ? id : `${id}-${value}`;
        return (
          <div key={value} className="option">
            <input
              id={own}
              {...state}
              type="radio"
              name={name}
              checked={props.value === value}
              onChange={() => props.onChange(value)}
            />
            <label htmlFor={own}>{label}</label>
          </div>
        );
      })}
    </div>
  );
}

/** Check boxes of which several can be chosen; the answer keeps the order of the options. */
export function Checks(props: {
  control: FieldControl;
  options: readonly Option[];
  value: readonly string[];
  onChange: (value: readonly string[]) => void;
}) {
  const { id, ...state } = props.control;
  const chosen = new Set(props.value);
  const toggle = (value: string) =>
    props.onChange(
      props.options
        .map((option) => option.value)
        .filter((each) => (each === value ? !chosen.has(each) : chosen.has(each))),
    );
  return (
    <div>
      {props.options.map(({ value, label }, index) => (
        <Check
          key={value}
          control={{ ...state, id: index === 0 ? id : `${id}-${value}` }}
          label={label}
          checked={chosen.has(value)}
          onChange={() => toggle(value)}
        />
      ))}
    </div>
  );
}

/** One check box with its label. */
export function Check(props: {
  control: FieldControl;
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <div className="option">
      <input
        {...props.control}
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <label htmlFor={props.control.id}>{props.label}</label>
    </div>
  );
}
