import { useQuery } from "@tanstack/react-query";
import type { Decision } from "@voorsprong/allocation";
import type { RoundView } from "@voorsprong/server/contract";
import { useMemo } from "react";
import { Histogram } from "../../../charts/Histogram.js";
import { histogram, type ScoreBin, type Scored } from "../../../charts/histogram.js";
import { Figure } from "../../../components/Figure.js";
import { Loaded } from "../../../components/Loading.js";
import { Section } from "../../../components/Page.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { decisionOf, decisionTextQuery } from "../decision-document.js";
import { useRoundFormat } from "../units.js";

/** The score an application is ranked on: of its full award, else of its best option. */
function scoresOf(decision: Decision): readonly Scored[] {
  const { outcome } = decision;
  const funded = new Set(
    outcome.status === "decided" ? outcome.awards.map((award) => award.application) : [],
  );
  return decision.round.applications.map(({ id, score, options = [] }) => ({
    score: score ?? Math.max(...options.map((option) => option.score)),
    funded: funded.has(id),
  }));
}

/** More applications than this make a document that a phone should not have to fetch for one picture. */
const MOST = 50_000;

/** How the scores are spread over those who got money and those who did not. */
export function ScoreSpread({ round }: { round: RoundView }) {
  const t = useRoundTexts();
  const tooMany = round.applications > MOST;
  const query = useQuery({ ...decisionTextQuery(round.id), enabled: !tooMany });
  return (
    <Section title={t.outcome.spread.heading}>
      {tooMany ? (
        <p>{t.outcome.spread.tooMany}</p>
      ) : (
        <Loaded query={query}>{(text) => <Spread round={round} text={text} />}</Loaded>
      )}
    </Section>
  );
}

function Spread({ round, text }: { round: RoundView; text: string }) {
  const t = useRoundTexts();
  const format = useRoundFormat(round);
  const bins = useMemo(() => histogram(scoresOf(decisionOf(text))), [text]);
  const count = (id: "funded" | "other", header: string) => ({
    id,
    header,
    value: (bin: ScoreBin) => bin[id],
    show: (bin: ScoreBin) => format.count(bin[id]),
    numeric: true,
  });
  return (
    <Figure
      name={`${round.id}-scores`}
      title={t.outcome.spread.title}
      source={t.outcome.spread.source}
      rows={bins}
      rowKey={(bin) => String(bin.from)}
      columns={[
        {
          id: "from",
          header: t.outcome.spread.from,
          value: (bin) => bin.from,
          show: (bin) => format.points(bin.from),
        },
        {
          id: "to",
          header: t.outcome.spread.to,
          value: (bin) => bin.to,
          show: (bin) => format.points(bin.to),
          numeric: true,
        },
        count("funded", t.outcome.spread.funded),
        count("other", t.outcome.spread.unfunded),
      ]}
    >
      <Histogram
        bins={bins}
        title={t.outcome.spread.picture(
          format.points(bins[0]?.from ?? 0),
          format.points(bins.at(-1)?.to ?? 0),
        )}
        axis={t.outcome.spread.axis}
        formatScore={format.points}
        formatCount={format.count}
        labels={{ funded: t.outcome.spread.funded, other: t.outcome.spread.unfunded }}
      />
    </Figure>
  );
}
