/** Freezes the scores, or shows how they were frozen. */
import type { PanelView } from "@voorsprong/server/contract";
import { type FormEvent, useState } from "react";
import { API } from "../../../api/client.js";
import { Alert } from "../../../components/Alert.js";
import { Button } from "../../../components/Button.js";
import { Field, FieldGroup, Input } from "../../../components/Field.js";
import { Section } from "../../../components/Page.js";
import { PageLink } from "../../../components/PageLink.js";
import { ProblemAlert } from "../../../components/ProblemAlert.js";
import { useFormat } from "../../../i18n/format.js";
import { useReviewTexts } from "../../../i18n/review.js";
import { useChange } from "../manage/use-change.js";

/** What was frozen, or the form that does it. */
export function FreezeForm({ panel }: { panel: PanelView }) {
  const { panel: texts } = useReviewTexts();
  const t = texts.freeze;
  const f = useFormat();
  if (panel.frozen === null) return <Form panel={panel} />;
  const { at, hash, ledgerSeq } = panel.frozen;
  return (
    <Section title={t.title}>
      <Alert kind="good" title={t.at(f.dateTime(at))}>
        <p>
          {t.hash}: <code>{hash}</code>
        </p>
        <p>
          <PageLink path="/ledger" search={{ subject: panel.callId }}>
            {t.entry(f.number(ledgerSeq))}
          </PageLink>
        </p>
        <p>
          <a href={`${API}/calls/${panel.callId}/scores`} download={`${panel.callId}-scores.json`}>
            {t.download}
          </a>
        </p>
      </Alert>
    </Section>
  );
}

function Form({ panel }: { panel: PanelView }) {
  const { panel: texts } = useReviewTexts();
  const t = texts.freeze;
  const f = useFormat();
  const [sure, setSure] = useState(false);
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const freeze = useChange(panel.callId, () => t.done);
  const missing = panel.counts.missingReviews;
  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (!sure || (missing > 0 && reason.trim() === "")) return;
    freeze.mutate({ method: "POST", part: "scores", body: { reason: reason.trim() === "" ? null : reason } });
  }
  return (
    <Section title={t.title} intro={t.intro}>
      <form className="stack" onSubmit={submit} noValidate>
        {missing > 0 && (
          <Field label={t.reason} hint={texts.open.reasonHint(f.number(missing))}>
            {(control) => (
              <Input {...control} value={reason} onChange={({ target }) => setReason(target.value)} />
            )}
          </Field>
        )}
        <FieldGroup label={t.title} error={asked && !sure ? t.confirmNeeded : undefined}>
          {(control) => (
            <div className="option">
              <input
                id={control.id}
                type="checkbox"
                checked={sure}
                onChange={({ target }) => setSure(target.checked)}
              />
              <label htmlFor={control.id}>{t.confirm}</label>
            </div>
          )}
        </FieldGroup>
        {freeze.isError && <ProblemAlert error={freeze.error} />}
        <div>
          <Button purpose="primary" type="submit" busy={freeze.isPending}>
            {t.button}
          </Button>
        </div>
      </form>
    </Section>
  );
}
