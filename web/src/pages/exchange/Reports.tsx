/** What visitors reported about the register, and closing a report with what was done. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { RegisterReportView } from "@voorsprong/server/contract";
import { type FormEvent, useState } from "react";
import { sendJson } from "../../api/client.js";
import { reportsQuery } from "../../api/exchange-queries.js";
import { Badge } from "../../components/Badge.js";
import { Button } from "../../components/Button.js";
import { Field, Input } from "../../components/Field.js";
import { Loaded } from "../../components/Loading.js";
import { Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { useExchangeTexts } from "../../i18n/exchange.js";
import { useFormat } from "../../i18n/format.js";

/** The reports, open ones first. */
export function Reports({ manages }: { manages: boolean }) {
  const t = useExchangeTexts().reports;
  return (
    <Section title={t.title} intro={t.intro}>
      <Loaded query={useQuery(reportsQuery())}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t.empty}</p>
          ) : (
            <div className="stack">
              {items.map((report) => (
                <Report key={report.id} report={report} manages={manages} />
              ))}
            </div>
          )
        }
      </Loaded>
    </Section>
  );
}

function Report({ report, manages }: { report: RegisterReportView; manages: boolean }) {
  const t = useExchangeTexts().reports;
  const f = useFormat();
  const queries = useQueryClient();
  const [answer, setAnswer] = useState("");
  const close = useMutation({
    mutationFn: () =>
      sendJson<RegisterReportView>("POST", `/register/reports/${report.id}/answer`, { answer }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["register-reports"] }),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!close.isPending) close.mutate();
  };
  return (
    <article className="card stack">
      <h3>
        {report.number}: {t.reasons[report.reason]}
      </h3>
      <p className="row">
        <Badge kind={report.closedAt === null ? "warning" : "neutral"}>
          {report.closedAt === null ? t.open : t.closed}
        </Badge>
        <span className="small soft">{f.dateTime(report.reportedAt)}</span>
        <PageLink path={`/register/awards/${report.subject}`}>{t.award}</PageLink>
      </p>
      <p>{report.text}</p>
      {report.answer !== null && (
        <p>
          <strong>{t.answer}</strong> {report.answer}
        </p>
      )}
      {report.closedAt === null && manages && (
        <form className="stack screen-only" onSubmit={send}>
          <Field label={t.answer}>
            {(control) => (
              <Input
                {...control}
                value={answer}
                required
                minLength={3}
                maxLength={2_000}
                onChange={(event) => setAnswer(event.target.value)}
              />
            )}
          </Field>
          {close.isError && <ProblemAlert error={close.error} />}
          <div>
            <Button type="submit" busy={close.isPending}>
              {t.close}
            </Button>
          </div>
        </form>
      )}
    </article>
  );
}
