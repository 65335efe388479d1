/** The distribution of scores before and after normalising. */
import type { PanelView } from "@voorsprong/server/contract";
import { PairHistogram } from "../../../charts/PairHistogram.js";
import { Figure } from "../../../components/Figure.js";
import { Section } from "../../../components/Page.js";
import { useFormat } from "../../../i18n/format.js";
import { useReviewTexts } from "../../../i18n/review.js";

/** The picture with its numbers. */
export function Distribution({ panel }: { panel: PanelView }) {
  const { panel: texts } = useReviewTexts();
  const t = texts.histogram;
  const f = useFormat();
  const { width, raw, normalised } = panel.histogram;
  const bars = raw.map((count, k) => ({
    from: (k * width) / 100,
    to: ((k + 1) * width) / 100,
    first: count,
    second: normalised[k] ?? 0,
  }));
  return (
    <Section title={t.title}>
      <Figure
        name={`${panel.callId}-scores`}
        title={t.sentence}
        rows={bars}
        rowKey={({ from }) => String(from)}
        columns={[
          {
            id: "from",
            header: t.from,
            value: ({ from }) => from,
            show: ({ from }) => f.number(from),
            numeric: true,
          },
          { id: "to", header: t.to, value: ({ to }) => to, show: ({ to }) => f.number(to), numeric: true },
          {
            id: "raw",
            header: t.raw,
            value: ({ first }) => first,
            show: ({ first }) => f.number(first),
            numeric: true,
          },
          {
            id: "normalised",
            header: t.normalised,
            value: ({ second }) => second,
            show: ({ second }) => f.number(second),
            numeric: true,
          },
        ]}
      >
        <PairHistogram
          bars={bars}
          title={t.sentence}
          axis={t.axis}
          labels={{ first: t.raw, second: t.normalised }}
          formatValue={(value) => f.number(value)}
          formatCount={(count) => f.number(count)}
        />
      </Figure>
    </Section>
  );
}
