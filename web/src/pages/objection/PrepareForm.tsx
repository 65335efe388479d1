/** Preparing the decision on an objection. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ObjectionView } from "@voorsprong/server/contract";
import { type FormEvent, useState } from "react";
import { sendJson } from "../../api/client.js";
import { reserveQuery } from "../../api/decision-queries.js";
import { Button } from "../../components/Button.js";
import { Field, Select, TextArea } from "../../components/Field.js";
import { MoneyInput, NumberInput } from "../../components/form/TypedInput.js";
import { Section } from "../../components/Page.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { useDecisionTexts } from "../../i18n/decision.js";
import { useObjectionTexts } from "../../i18n/objection.js";

type OutcomeKind = "inadmissible" | "unfounded" | "founded";
type CorrectionKind = "none" | "score" | "amounts" | "admit";

/** Points with at most two decimals, in hundredths; null when it is no score. */
function hundredths(points: number | string | null): number | null {
  if (typeof points !== "number" || points < 0 || points > 100) return null;
  const whole = Math.round(points * 100);
  return Math.abs(whole - points * 100) < 1e-6 ? whole : null;
}

/** The form that puts a decision ready. */
export function PrepareForm({ objection }: { objection: ObjectionView }) {
  const t = useObjectionTexts();
  const d = useDecisionTexts();
  const client = useQueryClient();
  const budgets = Object.keys(useQuery(reserveQuery(objection.callId)).data?.free ?? {});
  const [outcome, setOutcome] = useState<OutcomeKind>("unfounded");
  const [nl, setNl] = useState("");
  const [en, setEn] = useState("");
  const [what, setWhat] = useState<CorrectionKind>("none");
  const [points, setPoints] = useState<number | string | null>(null);
  const [amounts, setAmounts] = useState<Readonly<Record<string, number | string | null>>>({});
  const [tried, setTried] = useState(false);
  const reason = { nl, en };
  const score = hundredths(points);
  const cents = Object.fromEntries(budgets.map((budget) => [budget, amounts[budget] ?? 0]));
  const corrects = outcome === "founded" && what !== "none";
  const needsScore = corrects && (what === "score" || (what === "admit" && points !== null));
  const wrong =
    nl.trim() === "" ||
    en.trim() === "" ||
    (needsScore && score === null) ||
    (corrects && what === "amounts" && Object.values(cents).some((each) => typeof each !== "number"));
  const corrections = !corrects
    ? []
    : [
        ...(what === "admit" ? [{ what, reason }] : []),
        ...(what === "amounts" ? [{ what, to: cents, reason }] : []),
        ...(needsScore ? [{ what: "score", to: score, reason }] : []),
      ];
  const send = useMutation({
    mutationFn: () =>
      sendJson<ObjectionView>("POST", `/objections/${objection.id}/preparation`, {
        outcome,
        reason,
        corrections,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["objection", objection.id] }),
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!wrong && !send.isPending) send.mutate();
  }
  const missing = (text: string) => (tried && text.trim() === "" ? t.prepare.missing : undefined);
  return (
    <Section title={t.prepare.title} intro={t.prepare.intro}>
      <form className="decision__form screen-only" onSubmit={submit} noValidate>
        <Field label={t.prepare.outcome}>
          {(control) => (
            <Select
              control={control}
              value={outcome}
              onChange={(value) => setOutcome(value as OutcomeKind)}
              options={(["unfounded", "founded", "inadmissible"] as const).map((value) => ({
                value,
                label: t.prepare.outcomes[value],
              }))}
            />
          )}
        </Field>
        {outcome === "founded" && (
          <Field label={t.prepare.correction}>
            {(control) => (
              <Select
                control={control}
                value={what}
                onChange={(value) => setWhat(value as CorrectionKind)}
                options={(["none", "score", "amounts", "admit"] as const).map((value) => ({
                  value,
                  label: t.prepare.corrections[value],
                }))}
              />
            )}
          </Field>
        )}
        {corrects && what !== "amounts" && (
          <Field
            label={t.prepare.points}
            error={tried && needsScore && score === null ? t.prepare.pointsWrong : undefined}
          >
            {(control) => <NumberInput control={control} value={points} onChange={setPoints} />}
          </Field>
        )}
        {corrects &&
          what === "amounts" &&
          budgets.map((budget) => (
            <Field
              key={budget}
              label={t.prepare.amount(budget)}
              error={tried && typeof cents[budget] !== "number" ? d.reserve.amountWrong : undefined}
            >
              {(control) => (
                <MoneyInput
                  control={control}
                  value={amounts[budget] ?? null}
                  onChange={(typed) => setAmounts({ ...amounts, [budget]: typed })}
                />
              )}
            </Field>
          ))}
        <Field label={t.prepare.reasonNl} error={missing(nl)}>
          {(control) => (
            <TextArea
              {...control}
              rows={4}
              lang="nl"
              value={nl}
              onChange={(event) => setNl(event.target.value)}
            />
          )}
        </Field>
        <Field label={t.prepare.reasonEn} error={missing(en)}>
          {(control) => (
            <TextArea
              {...control}
              rows={4}
              lang="en"
              value={en}
              onChange={(event) => setEn(event.target.value)}
            />
          )}
        </Field>
        {send.isError && <ProblemAlert error={send.error} />}
        <div>
          <Button purpose="primary" type="submit" busy={send.isPending}>
            {t.prepare.submit}
          </Button>
        </div>
      </form>
    </Section>
  );
}
