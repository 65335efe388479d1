/** What a reviewer wrote: points and reason per criterion, kind of research per work package. */
import type { OtherReviews, OwnReviewView } from "@voorsprong/server/contract";
import { useFormat } from "../../i18n/format.js";
import { useReviewTexts } from "../../i18n/review.js";
import { useLocalised } from "../../i18n/texts.js";
import type { Criterion } from "./Points.js";

/** A review to read, folded away until it is asked for. */
export function Reasons(props: {
  title: string;
  criteria: readonly Criterion[];
  categories: OwnReviewView["categories"];
  review: Pick<OtherReviews["items"][number], "scores" | "reasons" | "classes">;
}) {
  const { scores, reasons, classes } = props.review;
  const t = useReviewTexts();
  const f = useFormat();
  const l = useLocalised();
  const nameOf = (category: string) => {
    const known = props.categories.find(({ id }) => id === category);
    return known === undefined ? category : l(known.title);
  };
  return (
    <details>
      <summary>{props.title}</summary>
      <dl className="reasons">
        {props.criteria.map(({ id, title, max }) => (
          <div key={id}>
            <dt>
              {l(title)}: {t.pointsOf(f.number(scores[id] ?? 0), f.number(max))}
            </dt>
            <dd>{reasons[id]}</dd>
          </div>
        ))}
        {Object.entries(classes).map(([id, { category, reason }]) => (
          <div key={id}>
            <dt>
              {id}: {nameOf(category)}
            </dt>
            <dd>{reason}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
