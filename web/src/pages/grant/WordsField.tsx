/** A field for words that somebody else will read. */
import { Field, TextArea } from "../../components/Field.js";
import { useGrantTexts } from "../../i18n/grant.js";

/** @param wrong whether it was sent while it was empty */
export function WordsField(props: {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  wrong: boolean;
}) {
  const t = useGrantTexts();
  const { label, hint, value, onChange, wrong } = props;
  return (
    <Field label={label} hint={hint} error={wrong && value.trim() === "" ? t.needed : undefined}>
      {(control) => (
        <TextArea {...control} rows={3} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}
