/** What the panel agrees on in place of the reviews, with the reason and who was there by role. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { DeliberationView } from "@voorsprong/server/contract";
import { type FormEvent, useState } from "react";
import { sendJson } from "../../../api/client.js";
import { deliberationQuery } from "../../../api/reviews.js";
import { Alert } from "../../../components/Alert.js";
import { Button } from "../../../components/Button.js";
import { Field, FieldGroup, Input, TextArea } from "../../../components/Field.js";
import { Section } from "../../../components/Page.js";
import { ProblemAlert } from "../../../components/ProblemAlert.js";
import { useReviewTexts } from "../../../i18n/review.js";
import { useLocalised } from "../../../i18n/texts.js";
import { useAnnounce } from "../../../shell/Announcer.js";
import { Points } from "../Points.js";
import { useManages } from "../use-manages.js";

const ROLES = ["chair", "reviewer", "secretary", "expert", "observer"] as const;
type Role = (typeof ROLES)[number];

/** The form while the panel is open; otherwise why there is none. */
export function ConsensusForm({ data }: { data: DeliberationView }) {
  const { deliberation } = useReviewTexts();
  const t = deliberation.agree;
  const manages = useManages(data.fundId);
  if (!manages) return null;
  if (data.panel !== "open")
    return (
      <Section title={t.title}>
        <p>{data.panel === "closed" ? t.closed : t.frozen}</p>
      </Section>
    );
  return (
    <Section title={t.title} intro={t.intro}>
      <Form data={data} />
    </Section>
  );
}

function Form({ data }: { data: DeliberationView }) {
  const { deliberation } = useReviewTexts();
  const t = deliberation.agree;
  const l = useLocalised();
  const announce = useAnnounce();
  const client = useQueryClient();
  const last = data.consensus[0];
  const [scores, setScores] = useState<Readonly<Record<string, number>>>(last?.scores ?? {});
  const [reason, setReason] = useState("");
  const [heldOn, setHeldOn] = useState("");
  const [present, setPresent] = useState<Readonly<Partial<Record<Role, string>>>>({});
  const [asked, setAsked] = useState(false);
  const { applicationId } = data.row;
  const agree = useMutation({
    mutationFn: (body: unknown) =>
      sendJson<DeliberationView>("POST", `/applications/${applicationId}/consensus`, body),
    async onSuccess(next) {
      announce(t.saved);
      client.setQueryData(deliberationQuery(applicationId).queryKey, next);
      await client.invalidateQueries({ queryKey: ["call-review", data.callId] });
    },
  });
  const counted = ROLES.flatMap((role) => {
    const count = Number(present[role] ?? "");
    return Number.isInteger(count) && count > 0 ? [{ role, count }] : [];
  });
  const isComplete =
    data.criteria.every(({ id }) => scores[id] !== undefined) &&
    reason.trim() !== "" &&
    heldOn !== "" &&
    counted.length > 0;
  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (!isComplete) return;
    agree.mutate({ version: last?.version ?? 0, scores, reason, present: counted, heldOn });
  }
  return (
    <form className="stack stack--wide" onSubmit={submit} noValidate>
      {data.criteria.map((criterion) => (
        <section key={criterion.id} className="stack">
          <h3>{l(criterion.title)}</h3>
          <Points
            name={`agreed-${criterion.id}`}
            criterion={criterion}
            value={scores[criterion.id]}
            onChange={(points) => setScores({ ...scores, [criterion.id]: points })}
          />
        </section>
      ))}
      <Field label={t.reason} hint={t.reasonHint}>
        {(control) => (
          <TextArea
            {...control}
            rows={4}
            maxLength={4_000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <FieldGroup label={t.present}>
        {(control) => (
          <div className="levels">
            {ROLES.map((role) => (
              <Field key={role} label={t.roles[role]} id={`${control.id}-${role}`}>
                {(inner) => (
                  <Input
                    {...inner}
                    inputMode="numeric"
                    value={present[role] ?? ""}
                    onChange={({ target }) => setPresent({ ...present, [role]: target.value })}
                  />
                )}
              </Field>
            ))}
          </div>
        )}
      </FieldGroup>
      <Field label={t.heldOn}>
        {(control) => (
          <Input {...control} type="date" value={heldOn} onChange={({ target }) => setHeldOn(target.value)} />
        )}
      </Field>
      {asked && !isComplete && (
        <Alert kind="danger" live>
          <p>{t.missing}</p>
        </Alert>
      )}
      {agree.isError && <ProblemAlert error={agree.error} />}
      <div>
        <Button purpose="primary" type="submit" busy={agree.isPending}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}
