/** The review itself: points and reasons per criterion, kind of research per work package; saved as it is written. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { totalOf } from "@voorsprong/review";
import type { OwnReviewView } from "@voorsprong/server/contract";
import { useRef, useState } from "react";
import { sendJson } from "../../../api/client.js";
import { ownReviewQuery } from "../../../api/reviews.js";
import { Alert } from "../../../components/Alert.js";
import { Button } from "../../../components/Button.js";
import { Field, TextArea } from "../../../components/Field.js";
import { Section } from "../../../components/Page.js";
import { ProblemAlert } from "../../../components/ProblemAlert.js";
import { useFormat } from "../../../i18n/format.js";
import { useReviewTexts } from "../../../i18n/review.js";
import { useLocalised } from "../../../i18n/texts.js";
import { useAnnounce } from "../../../shell/Announcer.js";
import { Points } from "../Points.js";
import { Reasons } from "../Reasons.js";
import { Classes } from "./Classes.js";
import { type Missing, missingOf } from "./missing.js";
import { SaveLine } from "./SaveLine.js";
import { type Draft, useAutosave } from "./use-autosave.js";

/** The form, or what was submitted. */
export function ReviewForm({ review }: { review: OwnReviewView }) {
  const { own: t } = useReviewTexts();
  const f = useFormat();
  if (review.state !== "submitted")
    return (
      <Section title={t.form}>
        <OpenForm review={review} />
      </Section>
    );
  return (
    <Section title={t.form}>
      <Alert kind="good" title={t.submitted(f.dateTime(review.submittedAt ?? review.due))} />
      <p>
        <strong>
          {t.total}: {f.number((review.total ?? 0) / 100, 2)}
        </strong>
      </p>
      <Reasons title={t.form} criteria={review.criteria} categories={review.categories} review={review} />
    </Section>
  );
}

function OpenForm({ review }: { review: OwnReviewView }) {
  const { own: t } = useReviewTexts();
  const f = useFormat();
  const l = useLocalised();
  const announce = useAnnounce();
  const client = useQueryClient();
  const summary = useRef<HTMLElement>(null);
  const { scores, reasons, classes } = review;
  const [draft, setDraft] = useState<Draft>({ scores, reasons, classes });
  const [missing, setMissing] = useState<readonly Missing[]>([]);
  const { state, change, flush } = useAutosave(review);
  const put = (next: Draft) => {
    setDraft(next);
    change(next);
    if (missing.length > 0) setMissing(missingOf(review, next));
  };
  const submit = useMutation({
    async mutationFn() {
      const revision = await flush();
      // The line about saving says what went wrong.
      if (revision === null) return null;
      const path = `/reviews/${review.applicationId}/submission`;
      return sendJson<OwnReviewView>("POST", path, { revision });
    },
    async onSuccess(submitted) {
      if (submitted === null) return;
      announce(t.submittedAnnounce);
      client.setQueryData(ownReviewQuery(review.applicationId).queryKey, submitted);
      await client.invalidateQueries({ queryKey: ["reviews"] });
    },
  });
  function trySubmit() {
    const left = missingOf(review, draft);
    setMissing(left);
    if (left.length === 0) submit.mutate();
    else requestAnimationFrame(() => summary.current?.focus());
  }
  return (
    <div className="stack stack--wide">
      {review.criteria.map((criterion) => (
        <section key={criterion.id} className="criterion stack">
          <h3>{l(criterion.title)}</h3>
          <p className="soft small">
            {t.weight(f.percent(criterion.weight / 10_000))}
            {criterion.threshold !== null && `; ${t.threshold(f.number(criterion.threshold))}`}
          </p>
          {criterion.description !== null && <p>{l(criterion.description)}</p>}
          <Points
            name={`points-${criterion.id}`}
            criterion={criterion}
            value={draft.scores[criterion.id]}
            onChange={(points) => put({ ...draft, scores: { ...draft.scores, [criterion.id]: points } })}
          />
          <Field label={t.reason} id={`reason-${criterion.id}`} hint={t.reasonHint}>
            {(control) => (
              <TextArea
                {...control}
                rows={4}
                maxLength={10_000}
                value={draft.reasons[criterion.id] ?? ""}
                onChange={({ target }) =>
                  put({ ...draft, reasons: { ...draft.reasons, [criterion.id]: target.value } })
                }
              />
            )}
          </Field>
        </section>
      ))}
      <Classes
        applicationId={review.applicationId}
        categories={review.categories}
        classes={draft.classes}
        onChange={(next) => put({ ...draft, classes: next })}
      />
      <div className="stack criterion">
        <p>
          <strong>{t.total}</strong>:{" "}
          {totalText(review, draft, (points) => f.number(points / 100, 2)) ?? t.totalOpen}
        </p>
        <SaveLine applicationId={review.applicationId} state={state} onRetry={() => void flush()} />
        {missing.length > 0 && (
          <section ref={summary} tabIndex={-1} aria-label={t.incomplete(missing.length)}>
            <Alert kind="danger" title={t.incomplete(missing.length)}>
              <ul>
                {missing.map(({ field, kind, name }) => (
                  <li key={field}>
                    <a href={`#${field}`} onClick={(event) => goTo(event, field)}>
                      {kind === "score"
                        ? t.noScore(name === null ? field : l(name))
                        : kind === "reason"
                          ? t.noReason(name === null ? field : l(name))
                          : t.noClassReason(field.replace("class-reason-", ""))}
                    </a>
                  </li>
                ))}
              </ul>
            </Alert>
          </section>
        )}
        {submit.isError && <ProblemAlert error={submit.error} />}
        <p className="soft">{t.submitIntro}</p>
        <div>
          <Button purpose="primary" busy={submit.isPending} onClick={trySubmit}>
            {t.submit}
          </Button>
        </div>
      </div>
    </div>
  );
}

function goTo(event: { preventDefault(): void }, field: string): void {
  event.preventDefault();
  const element = document.getElementById(field);
  element?.focus();
  element?.scrollIntoView({ block: "center" });
}

/** The total of a draft by the engine that will compute it; null while points are missing. */
function totalText(
  { criteria }: OwnReviewView,
  { scores }: Draft,
  show: (hundredths: number) => string,
): string | null {
  if (criteria.some(({ id }) => scores[id] === undefined)) return null;
  return show(
    totalOf(
      criteria.map(({ id, weight, max }) => ({ id, weight, max })),
      scores,
    ),
  );
}
