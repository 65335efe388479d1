/** A button that asks once more before it does what cannot be undone. */
import { useState } from "react";
import { Button } from "../../../components/Button.js";
import { useApplicationTexts } from "../../../i18n/application.js";

/** The button, and after it was pressed the question with yes and no. */
export function Confirmed(props: { label: string; question: string; busy: boolean; onYes: () => void }) {
  const { view: t } = useApplicationTexts();
  const [asked, setAsked] = useState(false);
  if (!asked) return <Button onClick={() => setAsked(true)}>{props.label}</Button>;
  return (
    <fieldset className="fields">
      <legend>{props.question}</legend>
      <div className="row">
        <Button busy={props.busy} onClick={props.onYes}>
          {props.label}
        </Button>
        <Button purpose="subtle" onClick={() => setAsked(false)}>
          {t.cancel}
        </Button>
      </div>
    </fieldset>
  );
}
