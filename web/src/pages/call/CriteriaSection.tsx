/** The criteria of a call: what counts how much, and what points mean. */
import type { CallDefinition } from "@voorsprong/call-form";
import { Figure } from "../../components/Figure.js";
import { Section } from "../../components/Page.js";
import { useCallTexts } from "../../i18n/call.js";
import { useFormat } from "../../i18n/format.js";
import { useLocalised } from "../../i18n/texts.js";
import { WeightBars } from "./WeightBars.js";

/** Weights as a picture with its table, and anchors per criterion. */
export function CriteriaSection({ call }: { call: CallDefinition }) {
  const { criteria: t } = useCallTexts();
  const f = useFormat();
  const l = useLocalised();
  if (call.criteria.length === 0)
    return (
      <Section title={t.title}>
        <p>{t.none}</p>
      </Section>
    );
  return (
    <Section title={t.title}>
      <Figure
        name={`${call.id}-criteria`}
        title={t.caption}
        rows={call.criteria}
        rowKey={({ id }) => id}
        columns={[
          { id: "criterion", header: t.criterion, value: ({ title }) => l(title) },
          {
            id: "weight",
            header: t.weight,
            numeric: true,
            value: ({ weight }) => weight / 10_000,
            show: ({ weight }) => f.percent(weight / 10_000, 2),
          },
          {
            id: "points",
            header: t.points,
            numeric: true,
            value: ({ max }) => max,
            show: ({ max }) => `0–${max}`,
          },
          {
            id: "threshold",
            header: t.threshold,
            numeric: true,
            value: ({ threshold }) => threshold ?? null,
            show: ({ threshold }) => threshold ?? "–",
          },
        ]}
      >
        <WeightBars criteria={call.criteria} />
      </Figure>
      {call.threshold !== undefined && <p>{t.total(f.percent(call.threshold / 10_000, 2))}</p>}
      {call.criteria.map((criterion) => (
        <div key={criterion.id} className="stack">
          <h3>{l(criterion.title)}</h3>
          {criterion.description && <p>{l(criterion.description)}</p>}
          <dl className="call__anchors" aria-label={t.anchors}>
            {criterion.anchors.map(({ points, text }) => (
              <div key={points}>
                <dt className="number">{points}</dt>
                <dd>{l(text)}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
      <p className="soft">{t.normalisation[call.review.normalisation]}</p>
    </Section>
  );
}
