/** The money of clauses: promised, committed, decided, paid and settled, as bars with exact amounts, what they rest on, and their table. */
import type { ClauseSummary, MoneyFigure as Money } from "@voorsprong/server/contract";
import { Figure } from "../components/Figure.js";
import { PageLink } from "../components/PageLink.js";
import { useAccordTexts } from "../i18n/accord.js";
import { useFormat } from "../i18n/format.js";
import { useLocalised } from "../i18n/texts.js";
import "./MoneyFigure.css";

/** The stages of money, in their order. */
const STAGES = ["promised", "committed", "decided", "paid", "settled"] as const;
type Stage = (typeof STAGES)[number];

/** Clauses to which money was promised. */
export function withMoney<C extends Pick<ClauseSummary, "status">>(clauses: readonly C[]): readonly C[] {
  return clauses.filter((clause) => clause.status.money.promised.cents !== null);
}

/**
 * Bars per clause on one scale.
 * @param title of the figure
 */
export function MoneyFigure({
  name,
  title,
  titleHidden,
  clauses,
}: {
  name: string;
  title: string;
  titleHidden?: boolean;
  clauses: readonly Pick<ClauseSummary, "id" | "title" | "status">[];
}) {
  const t = useAccordTexts();
  const f = useFormat();
  const l = useLocalised();
  const most = Math.max(1, ...clauses.map((clause) => clause.status.money.promised.cents ?? 0));
  const rows = clauses.flatMap((clause) =>
    STAGES.map((stage) => ({ clause, stage, figure: clause.status.money[stage] })),
  );
  const kind = (figure: Money) =>
    figure.cents === null
      ? t.money.kinds.none
      : figure.example
        ? t.money.kinds.example
        : t.money.kinds.stated;
  return (
    <Figure
      name={name}
      title={title}
      {...(titleHidden !== undefined && { titleHidden })}
      columns={[
        { id: "clause", header: t.money.columns.clause, value: (row) => l(row.clause.title) },
        { id: "stage", header: t.money.columns.stage, value: (row) => t.money[row.stage] },
        {
          id: "amountCents",
          header: t.money.columns.amount,
          value: (row) => row.figure.cents,
          show: ({ figure, stage }) => (figure.cents === null ? t.money.none[stage] : f.money(figure.cents)),
          numeric: true,
        },
        { id: "kind", header: t.money.columns.kind, value: (row) => kind(row.figure) },
        {
          id: "evidence",
          header: t.money.columns.evidence,
          value: (row) => row.figure.evidence,
          show: ({ figure }) =>
            figure.evidence && <PageLink path={figure.evidence}>{figure.evidence}</PageLink>,
        },
      ]}
      rows={rows}
      rowKey={(row) => `${row.clause.id} ${row.stage}`}
    >
      <div className="money">
        {clauses.map((clause) => (
          <div key={clause.id} className="money__clause">
            {clauses.length > 1 && (
              <p className="money__title">
                <PageLink path={`/clauses/${clause.id}`}>{l(clause.title)}</PageLink>
              </p>
            )}
            <dl className="money__stages">
              {STAGES.map((stage) => (
                <MoneyBar key={stage} stage={stage} figure={clause.status.money[stage]} most={most} />
              ))}
            </dl>
          </div>
        ))}
      </div>
    </Figure>
  );
}

function MoneyBar({ stage, figure, most }: { stage: Stage; figure: Money; most: number }) {
  const t = useAccordTexts();
  const f = useFormat();
  const width = figure.cents === null ? 0 : (100 * figure.cents) / most;
  return (
    <div className={`money__stage money__stage--${stage}`}>
      <dt>
        {t.money[stage]} <span className="soft small">{t.money.explain[stage]}</span>
      </dt>
      <dd>
        <svg aria-hidden="true" width="100%" height="16">
          <rect width="100%" height="16" rx="4" className="money__track" />
          {figure.cents !== null && <rect width={`${width}%`} height="16" rx="4" className="money__bar" />}
        </svg>
        <span className="money__amount number">
          {figure.cents === null ? (
            <span className="soft">{t.money.none[stage]}</span>
          ) : (
            <strong>
              {figure.evidence === null ? (
                f.money(figure.cents)
              ) : (
                <PageLink path={figure.evidence}>{f.money(figure.cents)}</PageLink>
              )}
            </strong>
          )}
          {figure.example && <span className="money__example"> ({t.money.kinds.example})</span>}
        </span>
      </dd>
    </div>
  );
}
