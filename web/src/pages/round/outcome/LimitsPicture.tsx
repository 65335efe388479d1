import type { OutcomeFigures } from "@voorsprong/server/contract";
import { LimitBars } from "../../../charts/LimitBars.js";
import { Figure } from "../../../components/Figure.js";
import { Section } from "../../../components/Page.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { allLines, limitGroups, type SubjectLine } from "../limit-figures.js";
import { capital, type RoundContext } from "../units.js";
import { useLimitTexts } from "../use-limit-texts.js";

/** Every budget and every limit as a bar between its lines; what shares a measure shares a scale. */
export function LimitsPicture(props: RoundContext & { outcome: OutcomeFigures }) {
  const { round, outcome } = props;
  const t = useRoundTexts();
  const texts = useLimitTexts(props);
  const groups = limitGroups(round, outcome);
  const number = (
    id: "value" | "atLeast" | "atMost",
    header: string,
    field: "reached" | "floor" | "cap",
  ) => ({
    id,
    header,
    value: (line: SubjectLine) => line[field],
    show: (line: SubjectLine) => {
      const value = line[field];
      return value === null ? "–" : texts.figure(line.subject.measure, value);
    },
    numeric: true,
  });
  return (
    <Section title={t.outcome.limitsHeading} intro={t.limits.explain}>
      <Figure
        name={`${round.id}-limits`}
        title={t.limits.title}
        titleHidden
        source={t.outcome.limitsSource}
        rows={allLines(groups)}
        rowKey={(line) => line.key}
        columns={[
          {
            id: "name",
            header: t.limits.what,
            value: (line) => line.value,
            show: (line) => texts.label(line.subject, line),
          },
          {
            id: "of",
            header: t.limits.of,
            value: ({ subject }) =>
              [subject.tag ?? "budget", subject.measure, subject.of, subject.budget]
                .filter(Boolean)
                .join(" "),
            show: (line) => capital(texts.measure(line.subject)),
          },
          number("value", t.outcome.columns.value, "reached"),
          number("atLeast", t.limits.atLeast, "floor"),
          number("atMost", t.limits.atMost, "cap"),
          {
            id: "met",
            header: t.outcome.columns.met,
            value: (line) => String(line.met),
            show: (line) => (line.met ? t.outcome.columns.yes : t.outcome.columns.no),
          },
        ]}
      >
        {groups.map(({ key, subject, lines }) => (
          <div key={key} className="limit-group">
            <h3>{texts.heading(subject)}</h3>
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
          </div>
        ))}
      </Figure>
    </Section>
  );
}
