import { useQuery } from "@tanstack/react-query";
import type { DecisionSummary } from "@voorsprong/server/contract";
import { decisionSummaryQuery } from "../../../api/queries.js";
import { Alert } from "../../../components/Alert.js";
import { Loaded } from "../../../components/Loading.js";
import { Section } from "../../../components/Page.js";
import { PageLink } from "../../../components/PageLink.js";
import { useFormat } from "../../../i18n/format.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { useLocalised } from "../../../i18n/texts.js";
import { Draw } from "../Draw.js";
import { Explanation } from "../explanation/Explanation.js";
import { KeyFigures } from "../KeyFigures.js";
import { NotDecided } from "../NotDecided.js";
import { RoundLink } from "../RoundLink.js";
import { capital, type RoundContext, useRoundFormat } from "../units.js";
import { Groups } from "./Groups.js";
import { LevelBadge, levelKey } from "./LevelBadge.js";
import { LimitsPicture } from "./LimitsPicture.js";
import { RulesCompared } from "./RulesCompared.js";
import { ScoreSpread } from "./ScoreSpread.js";
import { Ties } from "./Ties.js";

/** How often a decision is read again of which the explanation is not asked for yet, in milliseconds. */
const INTERVAL = 1_000;

/** What was decided: how good it provably is, what it costs, and how it differs from the other rule. */
export function Outcome(context: RoundContext) {
  const { round } = context;
  const query = useQuery({
    ...decisionSummaryQuery(round.id),
    enabled: round.state === "decided",
    // The explanation is asked for right after the decision; until then its job is not known.
    refetchInterval: ({ state: { data } }) =>
      data?.rule === "optimal" && data.outcome.status === "decided" && data.explanationJobId === null
        ? INTERVAL
        : false,
  });
  if (round.state !== "decided") return <NotDecided round={round} />;
  return (
    <Loaded query={query}>
      {(summary) => (
        <>
          <Statement {...context} summary={summary} />
          {summary.outcome.status === "infeasible" ? (
            <Conflict {...context} summary={summary} />
          ) : (
            <LimitsPicture {...context} outcome={summary.outcome} />
          )}
          <RulesCompared round={round} summary={summary} />
          {summary.rule === "optimal" && summary.outcome.status === "decided" && (
            <Explanation round={round} summary={summary} />
          )}
          <Groups {...context} summary={summary} />
          <ScoreSpread round={round} />
        </>
      )}
    </Loaded>
  );
}

type Props = RoundContext & { readonly summary: DecisionSummary };

/** The level in words, with the numbers that belong to it. */
function Statement({ round, summary }: Props) {
  const t = useRoundTexts();
  const localised = useLocalised();
  const format = useRoundFormat(round);
  const { dateTime, number } = useFormat();
  const { outcome, bound } = summary;
  return (
    <Section title={t.outcome.statement}>
      <div className="card card--decided stack">
        <div className="row">
          <LevelBadge summary={summary} />
        </div>
        <p className="round-statement">{localised(summary.statement)}</p>
        {outcome.status === "decided" && <p className="soft">{t.level.meaning[levelKey(summary.level)]}</p>}
        <Ties round={round} ties={summary.ties} />
        <KeyFigures
          figures={[
            ...(outcome.objective === null
              ? []
              : [{ label: t.figures.points, value: format.points(outcome.objective) }]),
            ...(bound === null ? [] : [{ label: t.outcome.bound, value: format.points(bound) }]),
            { label: t.figures.funded(format.count(outcome.funded)), value: format.count(outcome.funded) },
            { label: t.figures.awarded, value: format.moneyShort(outcome.spent) },
            { label: t.figures.seconds, value: number(summary.seconds, 1) },
          ]}
        />
        {round.rule === "lottery" && <Draw round={round} />}
        <p className="small soft">
          {t.outcome.published(dateTime(summary.at), String(summary.ledgerSeq))}{" "}
          <PageLink path="/ledger" search={{ subject: round.id }}>
            {t.overview.ledger}
          </PageLink>
          {" · "}
          <RoundLink roundId={round.id} search={{ section: "verify" }}>
            {t.decide.verify}
          </RoundLink>
        </p>
      </div>
    </Section>
  );
}

/** Which limits cannot hold together. */
function Conflict({ round, summary }: Props) {
  const t = useRoundTexts();
  const localised = useLocalised();
  return (
    <Alert kind="danger" title={t.outcome.infeasible.title}>
      <p>{t.outcome.infeasible.text}</p>
      <ul>
        {summary.outcome.conflict.map(({ row, text }) => (
          <li key={row}>{capital(localised(text))}</li>
        ))}
      </ul>
      <p>
        <RoundLink roundId={round.id} search={{ section: "what-if" }}>
          {t.outcome.infeasible.next}
        </RoundLink>
      </p>
    </Alert>
  );
}
