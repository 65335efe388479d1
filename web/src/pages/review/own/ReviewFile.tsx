/** The file of an application as its reviewer may read it. Only what was sent can be shown. */
import type { ApplicationContent, Attachment, Question } from "@voorsprong/call-form";
import type { OwnReviewView, ReviewFileView } from "@voorsprong/server/contract";
import { COST_CATEGORIES } from "@voorsprong/state-aid";
import type { ReactNode } from "react";
import { reviewAttachmentHref } from "../../../api/reviews.js";
import { AnswerText } from "../../../components/form/AnswerList.js";
import { Table } from "../../../components/Table.js";
import { useFormat } from "../../../i18n/format.js";
import { useReviewTexts } from "../../../i18n/review.js";
import { useLocalised } from "../../../i18n/texts.js";

/** Everything that was sent, from summary to costs. */
export function ReviewFile(props: { file: ReviewFileView; categories: OwnReviewView["categories"] }) {
  const { file, categories } = props;
  const { own: t } = useReviewTexts();
  const f = useFormat();
  const l = useLocalised();
  const content = file.content as ApplicationContent;
  const hrefOf = ({ id }: Attachment) => reviewAttachmentHref(file.applicationId, id);
  const requested = Object.values(content.requested ?? {}).reduce<number>(
    (sum, cents) => sum + (cents ?? 0),
    0,
  );
  return (
    <div className="stack stack--wide">
      <p className="soft">
        {t.version(f.number(file.version))}. {t.requested(f.money(requested))}.
      </p>
      {content.summary && (
        <section className="stack">
          <h3>{t.summary}</h3>
          <p className="prose">{content.summary}</p>
        </section>
      )}
      <Project content={content} theme={file.theme} />
      {file.sections.map((section) => (
        <section key={section.id} className="stack">
          <h3>{l(section.title)}</h3>
          <dl className="answers">
            {(section.questions as unknown as readonly Question[]).map((question) => (
              <div key={question.id} className="answers__pair">
                <dt>{l(question.title)}</dt>
                <dd>
                  <AnswerText question={question} answer={content.answers?.[question.id]} hrefOf={hrefOf} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <WorkPackages content={content} categories={categories} />
      <Costs content={content} />
    </div>
  );
}

function Project(props: { content: ApplicationContent; theme: ReviewFileView["theme"] }) {
  const { own: t } = useReviewTexts();
  const f = useFormat();
  const l = useLocalised();
  const { content, theme } = props;
  const partyText = usePartyText();
  const { project, lead, partners = [] } = content;
  const period =
    project?.start && project.end ? `${f.date(project.start)} – ${f.date(project.end)}` : t.unknown;
  const facts: [string, ReactNode][] = [
    [t.theme, theme === null ? t.unknown : l(theme)],
    [t.region, project?.region ?? t.unknown],
    [t.period, period],
    [t.lead, partyText(lead)],
    ...partners.map((partner, k): [string, ReactNode] => [t.partner(f.number(k + 1)), partyText(partner)]),
  ];
  return (
    <section className="stack">
      <h3>{t.project}</h3>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name} className="facts__pair">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A party by what was sent of it: a name where the review is not blind, kind and size. */
function usePartyText() {
  const { own: t } = useReviewTexts();
  return (party: ApplicationContent["lead"]): string => {
    const parts = [party?.name, t.kinds[party?.kind ?? ""], t.sizes[party?.size ?? ""]];
    const known = parts.filter((part) => typeof part === "string" && part !== "");
    return known.length === 0 ? t.unknown : known.join(", ");
  };
}

function WorkPackages(props: { content: ApplicationContent; categories: OwnReviewView["categories"] }) {
  const t = useReviewTexts();
  const l = useLocalised();
  const { workPackages = [] } = props.content;
  const nameOf = (category: string) => {
    const known = props.categories.find(({ id }) => id === category);
    return known === undefined ? category : l(known.title);
  };
  if (workPackages.length === 0) return null;
  return (
    <section className="stack">
      <h3>{t.own.workPackages}</h3>
      <ul>
        {workPackages.map(({ id, title, description, category, reason }) => (
          <li key={id}>
            <strong>{id}</strong> {title}
            {category && <span className="soft"> ({nameOf(category)})</span>}
            {description && <p>{description}</p>}
            {reason && (
              <p>
                <strong>{t.own.workReason}:</strong> {reason}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Costs({ content }: { content: ApplicationContent }) {
  const { own: t } = useReviewTexts();
  const f = useFormat();
  const l = useLocalised();
  const costName = (category: string | null | undefined) => {
    const known = COST_CATEGORIES.find(({ id }) => id === category);
    return known === undefined ? (category ?? "–") : l(known.title);
  };
  const { costs = [] } = content;
  if (costs.length === 0) return null;
  const total = costs.reduce((sum, { cents }) => sum + (cents ?? 0), 0);
  return (
    <section className="stack">
      <h3>{t.costs}</h3>
      <Table
        caption={t.costs}
        captionHidden
        stacked
        rows={costs.map((line, place) => ({ ...line, place }))}
        rowKey={({ place }) => String(place)}
        columns={[
          {
            id: "workPackage",
            header: t.costColumns.workPackage,
            cell: ({ workPackage }) => workPackage ?? "–",
          },
          { id: "year", header: t.costColumns.year, cell: ({ year }) => year ?? "–" },
          { id: "category", header: t.costColumns.category, cell: ({ category }) => costName(category) },
          {
            id: "amount",
            header: t.costColumns.amount,
            numeric: true,
            cell: ({ cents }) => f.money(cents ?? 0),
          },
        ]}
      />
      <p>
        <strong>{t.costTotal(f.money(total))}</strong>
      </p>
    </section>
  );
}
