/** The declaration on conflicts of interest, before the file opens. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { OwnReviewView } from "@voorsprong/server/contract";
import { type FormEvent, useState } from "react";
import { sendJson } from "../../../api/client.js";
import { Button } from "../../../components/Button.js";
import { Field, FieldGroup, TextArea } from "../../../components/Field.js";
import { Section } from "../../../components/Page.js";
import { ProblemAlert } from "../../../components/ProblemAlert.js";
import { useReviewTexts } from "../../../i18n/review.js";
import { useAnnounce } from "../../../shell/Announcer.js";

/** Asks for a conflict of interest; without one the application opens. */
export function DeclarationForm({ review }: { review: OwnReviewView }) {
  const { own } = useReviewTexts();
  const t = own.declare;
  const announce = useAnnounce();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [conflict, setConflict] = useState<boolean | null>(null);
  const [explanation, setExplanation] = useState("");
  const [asked, setAsked] = useState(false);
  const declare = useMutation({
    mutationFn: (has: boolean) =>
      sendJson("POST", `/reviews/${review.applicationId}/declaration`, {
        conflict: has,
        explanation: has && explanation.trim() !== "" ? explanation : null,
      }),
    async onSuccess(_, has) {
      announce(has ? t.done : t.opened);
      if (has) {
        client.removeQueries({ queryKey: ["review", review.applicationId] });
        await client.invalidateQueries({ queryKey: ["reviews"] });
        await navigate({ from: "/$lang/reviews/$applicationId", to: "/$lang/reviews" });
      } else await client.invalidateQueries({ queryKey: ["review", review.applicationId] });
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (conflict !== null) declare.mutate(conflict);
  }
  return (
    <Section title={t.title}>
      <p>{t.intro}</p>
      {review.parties !== null && (
        <div className="stack">
          <p>
            <strong>{t.parties}</strong>
          </p>
          <ul>
            {review.parties.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <p>{t.examples}</p>
        <ul>
          {t.list.map((example) => (
            <li key={example}>{example}</li>
          ))}
        </ul>
      </div>
      <form className="stack" onSubmit={submit} noValidate>
        <FieldGroup label={t.question} error={asked && conflict === null ? t.choose : undefined}>
          {(control) => (
            <>
              {([false, true] as const).map((has) => (
                <div key={String(has)} className="option">
                  <input
                    type="radio"
                    id={`${control.id}-${has}`}
                    name="conflict"
                    checked={conflict === has}
                    onChange={() => setConflict(has)}
                  />
                  <label htmlFor={`${control.id}-${has}`}>{has ? t.yes : t.no}</label>
                </div>
              ))}
            </>
          )}
        </FieldGroup>
        {conflict === true && (
          <>
            <Field label={t.explanation} hint={t.explanationHint}>
              {(control) => (
                <TextArea
                  {...control}
                  rows={3}
                  maxLength={2_000}
                  value={explanation}
                  onChange={({ target }) => setExplanation(target.value)}
                />
              )}
            </Field>
            <p>{t.after}</p>
          </>
        )}
        {declare.isError && <ProblemAlert error={declare.error} />}
        <div>
          <Button purpose="primary" type="submit" busy={declare.isPending}>
            {conflict === true ? t.confirmYes : t.confirmNo}
          </Button>
        </div>
      </form>
    </Section>
  );
}
