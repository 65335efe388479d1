/** Opens the panel. */
import type { PanelView } from "@voorsprong/server/contract";
import { type FormEvent, useState } from "react";
import { Button } from "../../../components/Button.js";
import { Field, Input } from "../../../components/Field.js";
import { Section } from "../../../components/Page.js";
import { ProblemAlert } from "../../../components/ProblemAlert.js";
import { useFormat } from "../../../i18n/format.js";
import { useReviewTexts } from "../../../i18n/review.js";
import { useChange } from "../manage/use-change.js";

/** Asks at which difference an application is discussed and, when reviews are missing, why it opens now. */
export function OpenForm({ panel }: { panel: PanelView }) {
  const { panel: texts } = useReviewTexts();
  const t = texts.open;
  const f = useFormat();
  const [points, setPoints] = useState(String(panel.rule.range / 100));
  const [reason, setReason] = useState("");
  const open = useChange(panel.callId, () => t.done);
  const missing = panel.counts.missingReviews;
  const range = Math.round(Number(points.replace(",", ".")) * 100);
  const isComplete = range >= 1 && range <= 10_000 && (missing === 0 || reason.trim() !== "");
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isComplete) return;
    open.mutate({
      method: "POST",
      part: "panel",
      body: { range, reason: reason.trim() === "" ? null : reason },
    });
  }
  return (
    <Section title={t.title} intro={t.intro}>
      <form className="stack" onSubmit={submit}>
        <Field label={t.range}>
          {(control) => (
            <Input
              {...control}
              inputMode="decimal"
              value={points}
              onChange={({ target }) => setPoints(target.value)}
            />
          )}
        </Field>
        {missing > 0 && (
          <Field label={t.reason} hint={t.reasonHint(f.number(missing))}>
            {(control) => (
              <Input {...control} value={reason} onChange={({ target }) => setReason(target.value)} />
            )}
          </Field>
        )}
        {open.isError && <ProblemAlert error={open.error} />}
        <div>
          <Button purpose="primary" type="submit" busy={open.isPending} disabled={!isComplete}>
            {t.button}
          </Button>
        </div>
      </form>
    </Section>
  );
}
