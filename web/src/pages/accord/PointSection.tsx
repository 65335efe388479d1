/** One point of the accord with its clauses. */
import type { AccordView, ClauseSummary } from "@voorsprong/server/contract";
import { ClauseBadge } from "../../accord/ClauseBadge.js";
import { clauseState, restsOnExample } from "../../accord/clause-state.js";
import { quantity } from "../../accord/quantity.js";
import { ExampleBadge } from "../../components/Badge.js";
import { Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { useAccordTexts } from "../../i18n/accord.js";
import { useFormat } from "../../i18n/format.js";
import { useLocalised } from "../../i18n/texts.js";

/** A point with a card per clause. */
export function PointSection({ point }: { point: AccordView["points"][number] }) {
  const l = useLocalised();
  return (
    <Section title={l(point.title)} id={point.id} intro={l(point.summary)}>
      <ul className="clauses">
        {point.clauses.map((clause) => (
          <li key={clause.id}>
            <ClauseCard clause={clause} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ClauseCard({ clause }: { clause: ClauseSummary }) {
  const t = useAccordTexts();
  const f = useFormat();
  const l = useLocalised();
  const { promised, decided } = clause.status.money;
  return (
    <article className="card clause-card">
      <h3>
        <PageLink path={`/clauses/${clause.id}`}>{l(clause.title)}</PageLink>
      </h3>
      <p className="row">
        <ClauseBadge state={clauseState(clause)} />
        {restsOnExample(clause) && <ExampleBadge />}
      </p>
      {promised.cents !== null && (
        <div className="clause-card__money">
          <svg aria-hidden="true" width="100%" height="10">
            <rect width="100%" height="10" rx="3" className="clause-card__track" />
            <rect
              width={`${Math.min(100, (100 * (decided.cents ?? 0)) / Math.max(1, promised.cents))}%`}
              height="10"
              rx="3"
              className="clause-card__bar"
            />
          </svg>
          <p className="small">
            {decided.cents === null
              ? t.money.promisedOnly(f.moneyShort(promised.cents))
              : t.money.decidedOf(f.moneyShort(decided.cents), f.moneyShort(promised.cents))}
          </p>
        </div>
      )}
      {clause.targets.map((target) => (
        <p key={target.id} className="small">
          {l(target.title)}:{" "}
          <strong>
            {target.from !== null && `${quantity(f, target.from, target.unit)} → `}
            {quantity(f, target.to, target.unit)}
          </strong>
        </p>
      ))}
      {clause.planned !== null && <p className="small soft">{l(clause.planned)}</p>}
    </article>
  );
}
