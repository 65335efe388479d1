/** Who is late, and reminding them. */
import type { ReviewProgress } from "@voorsprong/server/contract";
import { Button } from "../../../components/Button.js";
import { Section } from "../../../components/Page.js";
import { ProblemAlert } from "../../../components/ProblemAlert.js";
import { Table } from "../../../components/Table.js";
import { useFormat } from "../../../i18n/format.js";
import { useReviewTexts } from "../../../i18n/review.js";
import { useLocalised } from "../../../i18n/texts.js";
import { useChange } from "./use-change.js";

/** The late reviewers with the message they get. */
export function LateReviewers(props: { progress: ReviewProgress; canRemind: boolean }) {
  const { progress, canRemind } = props;
  const { manage } = useReviewTexts();
  const t = manage.lateList;
  const f = useFormat();
  const l = useLocalised();
  const remind = useChange<{ reminded: number }>(progress.callId, ({ reminded }) => t.done(reminded));
  const { late } = progress;
  const first = late[0];
  if (first === undefined)
    return (
      <Section title={t.title}>
        <p>{t.none}</p>
      </Section>
    );
  return (
    <Section title={t.title}>
      <Table
        caption={t.table}
        captionHidden
        stacked
        rows={late}
        rowKey={({ personId }) => personId}
        columns={[
          {
            id: "name",
            header: t.name,
            rowHeader: true,
            cell: ({ name }) => name ?? manage.reviewers.removed,
          },
          { id: "late", header: t.late, numeric: true, cell: (row) => f.number(row.late) },
          { id: "since", header: t.since, cell: ({ since }) => f.date(since) },
          {
            id: "reminded",
            header: t.reminded,
            cell: ({ remindedAt }) => (remindedAt === null ? t.never : f.date(remindedAt)),
          },
        ]}
      />
      <details>
        <summary>{t.text}</summary>
        <p>
          <strong>{l(first.reminder.title)}</strong>
        </p>
        <p>{l(first.reminder.text)}</p>
      </details>
      {remind.isError && <ProblemAlert error={remind.error} />}
      {canRemind && (
        <div className="screen-only">
          <Button
            busy={remind.isPending}
            onClick={() => remind.mutate({ method: "POST", part: "reminders", body: {} })}
          >
            {t.remindAll}
          </Button>
        </div>
      )}
    </Section>
  );
}
