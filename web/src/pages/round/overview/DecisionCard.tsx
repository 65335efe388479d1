import { useQuery } from "@tanstack/react-query";
import type { DecisionSummary, RoundView } from "@voorsprong/server/contract";
import { type Ref, useEffect, useRef } from "react";
import { decisionSummaryQuery } from "../../../api/queries.js";
import { Loaded } from "../../../components/Loading.js";
import { Section } from "../../../components/Page.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { useLocalised } from "../../../i18n/texts.js";
import { useAnnounce } from "../../../shell/Announcer.js";
import { KeyFigures } from "../KeyFigures.js";
import { LevelBadge } from "../outcome/LevelBadge.js";
import { RoundLink } from "../RoundLink.js";
import { useRoundFormat } from "../units.js";

/** That there is a decision, what it says, and the ways on. */
export function DecisionCard(props: {
  round: RoundView;
  announce: boolean;
  headingRef: Ref<HTMLHeadingElement>;
}) {
  const { round, announce, headingRef } = props;
  const t = useRoundTexts();
  const query = useQuery(decisionSummaryQuery(round.id));
  useAnnounceResult(query.data, announce);
  return (
    <Section title={t.decide.done} headingRef={headingRef}>
      <Loaded query={query}>
        {(summary) => (
          <div className="card card--decided stack">
            <Result round={round} summary={summary} />
            <ul className="row round-links screen-only">
              <li>
                <RoundLink
                  roundId={round.id}
                  search={{ section: "outcome" }}
                  className="nl-button nl-button--primary button-link"
                >
                  {t.decide.see}
                </RoundLink>
              </li>
              <li>
                <RoundLink
                  roundId={round.id}
                  search={{ section: "verify" }}
                  className="nl-button nl-button--secondary button-link"
                >
                  {t.decide.verify}
                </RoundLink>
              </li>
            </ul>
          </div>
        )}
      </Loaded>
    </Section>
  );
}

function Result({ round, summary }: { round: RoundView; summary: DecisionSummary }) {
  const t = useRoundTexts();
  const localised = useLocalised();
  const format = useRoundFormat(round);
  const { outcome } = summary;
  return (
    <>
      <div className="row">
        <LevelBadge summary={summary} />
      </div>
      <p>{localised(summary.statement)}</p>
      {outcome.objective === null ? null : (
        <KeyFigures
          figures={[
            { label: t.figures.points, value: format.points(outcome.objective) },
            { label: t.figures.funded(format.count(outcome.funded)), value: format.count(outcome.funded) },
            { label: t.figures.awarded, value: format.moneyShort(outcome.spent) },
          ]}
        />
      )}
    </>
  );
}

/** Reads the result out once, when the decision was made while this page watched. */
function useAnnounceResult(summary: DecisionSummary | undefined, wanted: boolean): void {
  const t = useRoundTexts();
  const announce = useAnnounce();
  const localised = useLocalised();
  const done = useRef(false);
  const statement = summary === undefined ? null : localised(summary.statement);
  useEffect(() => {
    if (!wanted || statement === null || done.current) return;
    done.current = true;
    announce(t.decide.announce.done(statement));
  }, [wanted, statement, announce, t]);
}
