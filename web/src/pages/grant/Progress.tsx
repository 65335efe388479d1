/** Plan beside account, and the reports. */
import type { GrantView } from "@voorsprong/server/contract";
import { PairBars } from "../../charts/PairBars.js";
import { Badge } from "../../components/Badge.js";
import { Figure } from "../../components/Figure.js";
import { Section } from "../../components/Page.js";
import { useFormat } from "../../i18n/format.js";
import { useGrantTexts } from "../../i18n/grant.js";
import "../../charts/charts.css";
import { JudgeReport, WriteReport } from "./ReportForms.js";
import { useCategoryTitle } from "./use-cost-name.js";

/** The section. */
export function Progress({ grant, today }: { grant: GrantView; today: string }) {
  const { progress: t } = useGrantTexts();
  return (
    <Section title={t.title} id="progress" intro={t.intro}>
      {grant.agreement.costs.length === 0 ? <p>{t.noPlan}</p> : <PlanFigure grant={grant} />}
      <h3>{t.reports}</h3>
      <Reports grant={grant} />
      {grant.may.includes("apply") && grant.state === "running" && (
        <WriteReport grant={grant} today={today} />
      )}
    </Section>
  );
}

function PlanFigure({ grant }: { grant: GrantView }) {
  const { progress: t } = useGrantTexts();
  const f = useFormat();
  const titleOf = useCategoryTitle();
  const { deviations } = grant;
  const categories = deviations.filter(({ category, year }) => category !== null && year === null);
  return (
    <Figure
      name={`plan-${grant.dossier}`}
      title={t.picture}
      titleHidden
      columns={[
        {
          id: "category",
          header: t.columns.category,
          value: (row) => row.category,
          show: (row) => (row.category === null ? t.total : titleOf(row.category)),
        },
        {
          id: "year",
          header: t.columns.year,
          value: (row) => row.year,
          show: (row) => (row.year === null ? t.allYears : String(row.year)),
        },
        {
          id: "plannedCents",
          header: t.planned,
          value: (row) => row.plannedCents,
          show: (row) => f.money(row.plannedCents),
          numeric: true,
        },
        {
          id: "reportedCents",
          header: t.reported,
          value: (row) => row.reportedCents,
          show: (row) => f.money(row.reportedCents),
          numeric: true,
        },
        {
          id: "differenceCents",
          header: t.difference,
          value: (row) => row.differenceCents,
          show: (row) => f.money(row.differenceCents),
          numeric: true,
        },
        { id: "sign", header: t.columns.sign, value: (row) => (row.flagged ? t.flagged : t.within) },
      ]}
      rows={deviations}
      rowKey={(row) => `${row.category} ${row.year}`}
    >
      <PairBars
        bars={categories.map(({ category, plannedCents, reportedCents }) => ({
          id: category ?? "",
          label: titleOf(category ?? ""),
          asked: plannedCents,
          here: reportedCents,
          other: null,
          hereText: f.money(reportedCents),
          otherText: null,
          askedText: f.money(plannedCents),
        }))}
        legend={{ asked: t.planned, here: t.reported, other: null }}
      />
    </Figure>
  );
}

function Reports({ grant }: { grant: GrantView }) {
  const { progress: t } = useGrantTexts();
  const f = useFormat();
  if (grant.reports.length === 0) return <p>{t.noReports}</p>;
  return (
    <ul className="stack grant-list">
      {grant.reports.map((report) => (
        <li key={report.id} className="card stack">
          <h4>{t.report(f.number(report.number), f.date(report.until))}</h4>
          <p>
            <Badge
              kind={
                report.state === "accepted" ? "good" : report.state === "returned" ? "warning" : "neutral"
              }
            >
              {t.states[report.state]}
            </Badge>
          </p>
          <p className="grant-words">{report.progress}</p>
          {report.judgement !== null && (
            <p className="grant-words">
              <strong>{t.judgement}:</strong> {report.judgement}
            </p>
          )}
          {report.state === "submitted" && grant.may.includes("manage") && (
            <JudgeReport applicationId={grant.applicationId} number={report.number} />
          )}
        </li>
      ))}
    </ul>
  );
}
