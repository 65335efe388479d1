/** Reporting personal data or an error in the register. */
import { useMutation } from "@tanstack/react-query";
import type { RegisterReportReceipt } from "@voorsprong/server/contract";
import { type FormEvent, useState } from "react";
import { sendJson } from "../../api/client.js";
import { Alert } from "../../components/Alert.js";
import { Button } from "../../components/Button.js";
import { Field, Select, TextArea } from "../../components/Field.js";
import { Section } from "../../components/Page.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { useRegisterTexts } from "../../i18n/register.js";

const REASONS = ["personal-data", "wrong", "other"] as const;

/** The least characters of a report; the API asks the same. */
const LEAST = 10;

/** The form; after sending, the number of the report. */
export function ReportForm({ subject }: { subject: string }) {
  const t = useRegisterTexts().report;
  const [reason, setReason] = useState<(typeof REASONS)[number]>("personal-data");
  const [text, setText] = useState("");
  const [tooShort, setTooShort] = useState(false);
  const report = useMutation({
    mutationFn: () => sendJson<RegisterReportReceipt>("POST", "/register/reports", { subject, reason, text }),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const short = text.trim().length < LEAST;
    setTooShort(short);
    if (!short && !report.isPending) report.mutate();
  };
  return (
    <Section title={t.title} intro={t.intro}>
      {report.data !== undefined ? (
        <Alert kind="good" title={t.done} live>
          <p>{t.number(report.data.number)}</p>
        </Alert>
      ) : (
        <form className="stack screen-only" onSubmit={send} noValidate>
          <Field label={t.reason}>
            {(control) => (
              <Select
                control={control}
                value={reason}
                onChange={(value) => setReason(REASONS.find((each) => each === value) ?? "other")}
                options={REASONS.map((each) => ({ value: each, label: t.reasons[each] }))}
              />
            )}
          </Field>
          <Field label={t.text} hint={t.hint} error={tooShort ? t.tooShort : undefined}>
            {(control) => (
              <TextArea
                {...control}
                value={text}
                maxLength={2_000}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
          {report.isError && <ProblemAlert error={report.error} />}
          <div>
            <Button type="submit" busy={report.isPending}>
              {t.send}
            </Button>
          </div>
        </form>
      )}
    </Section>
  );
}
