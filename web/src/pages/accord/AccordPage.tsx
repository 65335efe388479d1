/** The accord: what it is, how it stands, and every clause. */
import { useQuery } from "@tanstack/react-query";
import type { AccordView, DecisionLine } from "@voorsprong/server/contract";
import { ClauseMatrix } from "../../accord/ClauseMatrix.js";
import { clauseState } from "../../accord/clause-state.js";
import { LastDecision } from "../../accord/LastDecision.js";
import { MoneyFigure, withMoney } from "../../accord/MoneyFigure.js";
import { quantity } from "../../accord/quantity.js";
import { TargetFigure } from "../../accord/TargetFigure.js";
import { accordQuery } from "../../api/queries.js";
import { ExampleBadge } from "../../components/Badge.js";
import { LoadedPage } from "../../components/LoadedPage.js";
import { Page, Section } from "../../components/Page.js";
import { useAccordTexts } from "../../i18n/accord.js";
import { useFormat } from "../../i18n/format.js";
import { useLocalised } from "../../i18n/texts.js";
import "./AccordPage.css";
import { PointSection } from "./PointSection.js";

/** The front page. */
export function AccordPage() {
  return <LoadedPage query={useQuery(accordQuery())}>{(accord) => <Accord accord={accord} />}</LoadedPage>;
}

function Accord({ accord }: { accord: AccordView }) {
  const t = useAccordTexts();
  const l = useLocalised();
  const clauses = accord.points.flatMap((point) => point.clauses);
  const running = clauses.filter((clause) => clauseState(clause) !== "planned").length;
  const targets = clauses.flatMap((clause) => clause.targets);
  const money = withMoney(clauses);
  return (
    <Page
      title={l(accord.title)}
      intro={
        <>
          <p>{l(accord.summary)}</p>
          <SectorFigures accord={accord} />
          <section className="accord__decision" aria-labelledby="last-decision">
            <h2 id="last-decision">{t.lastDecision.title}</h2>
            <LastDecision decision={newest(clauses.map((clause) => clause.status.lastDecision))} />
          </section>
        </>
      }
      beside={
        <section className="card stack" aria-labelledby="overview">
          <h2 id="overview">{t.overview.title}</h2>
          <p>{t.overview.lead(running, clauses.length)}</p>
          <ClauseMatrix accord={accord} />
        </section>
      }
    >
      {money.length > 0 && (
        <Section title={t.money.title} intro={t.money.intro}>
          <div className="card stack">
            {accord.example && (
              <p>
                <ExampleBadge />
              </p>
            )}
            <MoneyFigure name="money" title={t.money.title} titleHidden clauses={money} />
          </div>
        </Section>
      )}
      {targets.length > 0 && (
        <Section title={t.targets.title}>
          <div className="card">
            <TargetFigure name="targets" title={t.targets.title} titleHidden targets={targets} />
          </div>
        </Section>
      )}
      {accord.points.map((point) => (
        <PointSection key={point.id} point={point} />
      ))}
    </Page>
  );
}

/** The coalition in three numbers, with their source. */
function SectorFigures({ accord }: { accord: AccordView }) {
  const t = useAccordTexts();
  const f = useFormat();
  const l = useLocalised();
  const sources = [...new Set(accord.figures.map((figure) => figure.source))];
  if (accord.figures.length === 0) return null;
  return (
    <section aria-label={t.figures} className="sector">
      <dl className="sector__figures">
        {accord.figures.map((figure) => (
          <div key={figure.id}>
            <dt>{l(figure.label)}</dt>
            <dd className="number">{quantity(f, figure.value, figure.unit)}</dd>
          </div>
        ))}
      </dl>
      <p className="small soft">{t.figuresSource(sources.join("; "))}</p>
    </section>
  );
}

/** The newest of the decisions that were taken. */
function newest(decisions: readonly (DecisionLine | null)[]): DecisionLine | null {
  return decisions.reduce((best, next) => {
    if (next === null) return best;
    return best === null || next.at > best.at ? next : best;
  }, null);
}
