import type { OutcomeFigures } from "@voorsprong/server/contract";
import { LimitBars } from "../../../charts/LimitBars.js";
import { Figure } from "../../../components/Figure.js";
import { Section } from "../../../components/Page.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { type LimitGroup, limitGroups } from "../limit-figures.js";
import type { RoundContext } from "../units.js";
import { useLimitTexts } from "../use-limit-texts.js";

/** Every budget and every limit as a bar between its lines, one picture per group. */
export function LimitsPicture(props: RoundContext & { outcome: OutcomeFigures }) {
  const t = useRoundTexts();
  return (
    <Section title={t.outcome.limitsHeading} intro={t.limits.explain}>
      {limitGroups(props.round, props.outcome).map((group) => (
        <GroupPicture key={group.key} {...props} group={group} />
      ))}
    </Section>
  );
}

function GroupPicture(props: RoundContext & { group: LimitGroup }) {
  const t = useRoundTexts();
  const texts = useLimitTexts(props);
  const { subject, lines, key } = props.group;
  const show = (value: number | null) => (value === null ? "–" : texts.figure(subject.measure, value));
  return (
    <Figure
      name={`${props.round.id}-limits-${key.replaceAll(/[^a-z0-9]+/gi, "-")}`}
      title={texts.heading(subject)}
      source={t.outcome.limitsSource}
      rows={lines}
      rowKey={(line) => line.key}
      columns={[
        {
          id: "name",
          header: t.outcome.columns.limit,
          value: (line) => line.value,
          show: (line) => texts.label(subject, line),
        },
        {
          id: "value",
          header: t.outcome.columns.value,
          value: (line) => line.reached,
          show: (line) => show(line.reached),
          numeric: true,
        },
        {
          id: "atLeast",
          header: t.limits.atLeast,
          value: (line) => line.floor,
          show: (line) => show(line.floor),
          numeric: true,
        },
        {
          id: "atMost",
          header: t.limits.atMost,
          value: (line) => line.cap,
          show: (line) => show(line.cap),
          numeric: true,
        },
        {
          id: "met",
          header: t.outcome.columns.met,
          value: (line) => String(line.met),
          show: (line) => (line.met ? t.outcome.columns.yes : t.outcome.columns.no),
        },
      ]}
    >
      <LimitBars
        bars={lines.map((line) => ({
          id: line.key,
          label: texts.label(subject, line),
          value: line.reached,
          floor: line.floor,
          cap: line.cap,
          valueText: line.reached === null ? "–" : texts.figure(subject.measure, line.reached, true),
          lineText: texts.range(subject, line),
          met: line.met,
          verdict: line.met ? "" : t.outcome.broken,
        }))}
      />
    </Figure>
  );
}
