/** The totals of an application's reviewers on a line from 0 to 100, with their mean. */
import { useFormat } from "../../../i18n/format.js";
import { useReviewTexts } from "../../../i18n/review.js";

/** The line; it says its numbers. @param totals hundredths of a point */
export function Strip({ totals }: { totals: readonly number[] }) {
  const { panel } = useReviewTexts();
  const f = useFormat();
  if (totals.length === 0) return <span className="soft">{panel.list.noReviews}</span>;
  const words = panel.list.spreadText(f.list(totals.map((total) => f.number(total / 100, 2))));
  const at = (total: number) => 4 + (total / 10_000) * 152;
  const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
  // Reviewers with the same total stand above each other.
  const dots = totals.map((total, place) => ({
    total,
    height: totals.slice(0, place).filter((other) => other === total).length,
  }));
  return (
    <svg className="strip" viewBox="0 0 160 24" role="img" aria-label={words}>
      <title>{words}</title>
      <line className="strip__line" x1="4" x2="156" y1="18" y2="18" />
      <line className="strip__mean" x1={at(mean)} x2={at(mean)} y1="10" y2="23" />
      {dots.map(({ total, height }) => (
        <circle key={`${total}/${height}`} className="strip__dot" cx={at(total)} cy={18 - height * 6} r="4" />
      ))}
    </svg>
  );
}
