/** Something that can be done, folded away until it is wanted. */
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "../../components/Button.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { type Change, useGrantChange } from "./use-change.js";

/**
 * A form that changes a grant. It closes when the change is done; what was typed stays when it is not.
 * @param make gives the change, or null when something is still wrong; the fields then say what
 */
export function ActionForm(props: {
  applicationId: string;
  title: string;
  submit: string;
  make: () => Change | null;
  /** More buttons, each with a change of its own. */
  others?: readonly { readonly label: string; readonly make: () => Change | null }[];
  onDone?: () => void;
  children: ReactNode;
}) {
  const { applicationId, title, submit, make, others = [], onDone, children } = props;
  const [open, setOpen] = useState(false);
  const change = useGrantChange(applicationId);
  const run = (made: Change | null) => {
    if (made === null) return;
    change.mutate(made, {
      onSuccess: () => {
        setOpen(false);
        onDone?.();
      },
    });
  };
  return (
    <details
      className="grant-action screen-only"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{title}</summary>
      <form
        className="stack grant-action__form"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          run(make());
        }}
      >
        {children}
        {change.isError && <ProblemAlert error={change.error} />}
        <div className="row">
          <Button purpose="primary" type="submit" busy={change.isPending}>
            {submit}
          </Button>
          {others.map((other) => (
            <Button key={other.label} busy={change.isPending} onClick={() => run(other.make())}>
              {other.label}
            </Button>
          ))}
        </div>
      </form>
    </details>
  );
}

/** A change that needs no words: one button. */
export function ActionButton(props: {
  applicationId: string;
  label: string;
  "aria-label"?: string;
  change: Change;
}) {
  const { applicationId, label, change: made, ...rest } = props;
  const change = useGrantChange(applicationId);
  return (
    <div className="stack screen-only">
      <div>
        <Button busy={change.isPending} onClick={() => change.mutate(made)} {...rest}>
          {label}
        </Button>
      </div>
      {change.isError && <ProblemAlert error={change.error} />}
    </div>
  );
}
