/** One application before the panel: its reviews side by side, the agreement, and what happened. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { DeliberationView } from "@voorsprong/server/contract";
import { deliberationQuery } from "../../../api/reviews.js";
import { Badge } from "../../../components/Badge.js";
import { LoadedPage } from "../../../components/LoadedPage.js";
import { Page, Section } from "../../../components/Page.js";
import { Table } from "../../../components/Table.js";
import { useFormat } from "../../../i18n/format.js";
import { useReviewTexts } from "../../../i18n/review.js";
import { useLocalised } from "../../../i18n/texts.js";
import { Reasons } from "../Reasons.js";
import { useManages } from "../use-manages.js";
import { ConsensusForm } from "./ConsensusForm.js";
import { ExcludeForm } from "./ExcludeForm.js";
import { History } from "./History.js";
import "../review.css";

/** The page. */
export function DeliberationPage() {
  const { applicationId } = useParams({ from: "/$lang/calls/$callId/panel/$applicationId" });
  const query = useQuery(deliberationQuery(applicationId));
  return <LoadedPage query={query}>{(data) => <Deliberation data={data} />}</LoadedPage>;
}

function Deliberation({ data }: { data: DeliberationView }) {
  const { deliberation: t, panel } = useReviewTexts();
  const f = useFormat();
  const l = useLocalised();
  const { row, callId } = data;
  const points = (hundredths: number | null) => (hundredths === null ? "–" : f.number(hundredths / 100, 2));
  return (
    <Page
      title={t.title(row.title)}
      crumbs={[{ path: `/calls/${callId}/panel`, label: panel.title(l(data.callTitle)) }]}
      marks={
        <>
          <Badge kind={row.passed ? "good" : "warning"}>
            {row.passed ? t.outcome.passed : t.outcome.failed}
          </Badge>
          <Badge>{panel.states[data.panel]}</Badge>
        </>
      }
      intro={
        <p>
          {row.dossier}, {row.organisation}
        </p>
      }
    >
      <Section title={t.outcome.title}>
        <dl className="facts">
          {(
            [
              [t.outcome.raw, points(row.raw)],
              [t.outcome.normalised, points(row.normalised)],
              [t.outcome.score, points(row.score)],
            ] as const
          ).map(([name, value]) => (
            <div key={name} className="facts__pair">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {row.reasons.length > 0 && (
          <ul>
            {row.reasons.map((text) => (
              <li key={text.en}>{l(text)}</li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t.discuss}>
        {row.discussion.length === 0 ? (
          <p>{t.nothing}</p>
        ) : (
          <ul>
            {row.discussion.map(({ kind, text }) => (
              <li key={`${kind}/${text.en}`}>{l(text)}</li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t.reviews.title}>
        <Reviews data={data} />
      </Section>
      <ConsensusForm key={data.consensus[0]?.version ?? 0} data={data} />
      <History data={data} />
    </Page>
  );
}

function Reviews({ data }: { data: DeliberationView }) {
  const { deliberation, manage } = useReviewTexts();
  const t = deliberation.reviews;
  const f = useFormat();
  const l = useLocalised();
  const { reviews, criteria } = data;
  const manages = useManages(data.fundId);
  if (reviews.length === 0) return <p>{t.none}</p>;
  const nameOf = (review: DeliberationView["reviews"][number]) =>
    `${review.name ?? manage.reviewers.removed}${review.counts ? "" : ` (${t.excluded})`}`;
  const rows = [
    ...criteria.map(({ id, title }) => ({
      id,
      name: l(title),
      shown: (review: (typeof reviews)[number]) => f.number(review.scores[id] ?? 0),
    })),
    {
      id: "total",
      name: t.total,
      shown: (review: (typeof reviews)[number]) => f.number(review.total / 100, 2),
    },
    {
      id: "normalised",
      name: t.normalised,
      shown: (review: (typeof reviews)[number]) =>
        review.normalised === null ? "–" : f.number(review.normalised / 100, 2),
    },
  ];
  return (
    <div className="stack">
      <Table
        caption={t.table}
        captionHidden
        stacked
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { id: "criterion", header: t.criterion, rowHeader: true, cell: ({ name }) => name },
          ...reviews.map((review) => ({
            id: review.alias,
            header: nameOf(review),
            numeric: true,
            cell: ({ shown }: (typeof rows)[number]) => shown(review),
          })),
        ]}
      />
      {reviews.map((review) => (
        <Reasons
          key={review.alias}
          title={t.reasons(nameOf(review))}
          criteria={criteria}
          categories={data.categories}
          review={review}
        />
      ))}
      {manages &&
        data.panel !== "frozen" &&
        reviews
          .filter(({ counts }) => counts)
          .map((review) => (
            <ExcludeForm key={review.alias} data={data} review={review} name={nameOf(review)} />
          ))}
    </div>
  );
}
