/** The content of an application, to read. */
import type { ApplicationContent, CallDefinition } from "@voorsprong/call-form";
import type { ApplicationDocument, FundView } from "@voorsprong/server/contract";
import { COST_CATEGORIES, WORK_CATEGORIES } from "@voorsprong/state-aid";
import { applicationPath } from "../../../api/application-queries.js";
import { API } from "../../../api/client.js";
import { AnswerList } from "../../../components/form/AnswerList.js";
import { Section } from "../../../components/Page.js";
import { Table } from "../../../components/Table.js";
import { useApplicationTexts } from "../../../i18n/application.js";
import { useFormat } from "../../../i18n/format.js";
import { useLocalised } from "../../../i18n/texts.js";
import { CostsByYear } from "../editor/CostsStep.js";
import { usePartyName } from "../editor/parts.js";

interface Shown {
  readonly document: ApplicationDocument;
  readonly fund: FundView | undefined;
}

/** Project, work packages and costs. */
export function ProjectContent({ document, fund }: Shown) {
  const { view: t, project: p, list } = useApplicationTexts();
  const f = useFormat();
  const l = useLocalised();
  const { project } = document;
  const titleOf = (items: FundView["themes"] | undefined, id: string | null | undefined) => {
    const found = items?.find((each) => each.id === id);
    return found === undefined ? (id ?? "") : l(found.title);
  };
  return (
    <Section title={t.project}>
      {document.summary && <p>{document.summary}</p>}
      <dl className="answers">
        {[
          [list.columns.theme, titleOf(fund?.themes, project?.theme)],
          [p.region, titleOf(fund?.regions, project?.region)],
          [
            t.period,
            project?.start && project.end ? `${f.date(project.start)} – ${f.date(project.end)}` : "",
          ],
        ].map(([term, value]) => (
          <div key={term} className="answers__pair">
            <dt>{term}</dt>
            <dd>{value || "–"}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** Work packages with their classification and reason. */
export function PackagesContent({ document }: Pick<Shown, "document">) {
  const { view: t, packages } = useApplicationTexts();
  const l = useLocalised();
  const all = document.workPackages ?? [];
  if (all.length === 0) return null;
  return (
    <Section title={t.packages}>
      {all.map((each) => {
        const category = WORK_CATEGORIES.find(({ id }) => id === each.category);
        return (
          <div key={each.id} className="card stack">
            <h3>{each.title || each.id}</h3>
            {each.description && <p>{each.description}</p>}
            <p>
              <strong>{packages.category}:</strong>{" "}
              {category ? `${l(category.title)} (${category.article})` : "–"}
            </p>
            {each.reason && (
              <p>
                <strong>{t.reason}:</strong> {each.reason}
              </p>
            )}
          </div>
        );
      })}
    </Section>
  );
}

/** The cost lines. */
export function CostsContent({ document }: Pick<Shown, "document">) {
  const { costs: t } = useApplicationTexts();
  const f = useFormat();
  const l = useLocalised();
  const nameOf = usePartyName(document);
  const lines = (document.costs ?? [])
    .map((line, at) => ({ ...line, at }))
    .filter(({ cents }) => (cents ?? 0) > 0);
  if (lines.length === 0) return null;
  return (
    <Section title={t.caption}>
      <Table
        caption={t.caption}
        captionHidden
        stacked
        columns={[
          {
            id: "workPackage",
            header: t.workPackage,
            rowHeader: true,
            cell: (line) =>
              (document.workPackages ?? []).find(({ id }) => id === line.workPackage)?.title ?? "",
          },
          { id: "partner", header: t.partner, cell: (line) => nameOf(line.partner ?? "lead") },
          { id: "year", header: t.year, cell: (line) => line.year ?? "" },
          {
            id: "category",
            header: t.category,
            cell: (line) => {
              const found = COST_CATEGORIES.find(({ id }) => id === line.category);
              return found === undefined ? (line.category ?? "") : l(found.title);
            },
          },
          { id: "cents", header: t.cents, numeric: true, cell: (line) => f.money(line.cents ?? 0) },
        ]}
        rows={lines}
        rowKey={(line) => String(line.at)}
      />
      <CostsByYear document={document} nameOf={nameOf} />
    </Section>
  );
}

/** The answers to the call's questions. */
export function AnswersContent(props: { id: string; call: CallDefinition; document: ApplicationDocument }) {
  const { view: t } = useApplicationTexts();
  if (props.call.form.sections.every(({ questions }) => questions.length === 0)) return null;
  return (
    <Section title={t.answers}>
      <AnswerList
        call={props.call}
        application={props.document as ApplicationContent}
        hrefOf={(file) => `${API}${applicationPath(props.id)}/attachments/${file.id}`}
      />
    </Section>
  );
}
