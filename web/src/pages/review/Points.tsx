/** Points for a criterion: a row of choices, with what they mean beside it. */
import type { OwnReviewView } from "@voorsprong/server/contract";
import { useId } from "react";
import { useFormat } from "../../i18n/format.js";
import { useReviewTexts } from "../../i18n/review.js";
import { useLocalised } from "../../i18n/texts.js";

/** A criterion of a call. */
export type Criterion = OwnReviewView["criteria"][number];

/** The most points that are shown as choices; above it they are typed. */
const mostChoices = 20;

/**
 * Choice of points.
 * @param name of the group; the first control gets it as id, so that an error can lead there
 */
export function Points(props: {
  name: string;
  criterion: Criterion;
  value: number | undefined;
  onChange: (points: number) => void;
}) {
  const { name, criterion, value, onChange } = props;
  const t = useReviewTexts();
  const f = useFormat();
  const l = useLocalised();
  const anchorsId = useId();
  const choices = Array.from({ length: criterion.max + 1 }, (_, points) => points);
  return (
    <div className="stack">
      <fieldset className="field field--group" aria-describedby={anchorsId}>
        <legend className="visually-hidden">{t.own.score(l(criterion.title))}</legend>
        {criterion.max <= mostChoices ? (
          <div className="points">
            {choices.map((points) => (
              <label key={points}>
                <input
                  type="radio"
                  id={points === 0 ? name : undefined}
                  name={name}
                  checked={value === points}
                  onChange={() => onChange(points)}
                  aria-label={t.pointsOf(f.number(points), f.number(criterion.max))}
                />
                <span aria-hidden="true">{points}</span>
              </label>
            ))}
          </div>
        ) : (
          <input
            id={name}
            className="input"
            type="number"
            min={0}
            max={criterion.max}
            step={1}
            value={value ?? ""}
            aria-label={t.own.score(l(criterion.title))}
            onChange={({ target }) => {
              const points = target.valueAsNumber;
              if (Number.isInteger(points) && points >= 0 && points <= criterion.max) onChange(points);
            }}
          />
        )}
      </fieldset>
      <dl className="anchors" id={anchorsId}>
        {criterion.anchors.map(({ points, text }) => {
          const chosen = points === value ? "anchors__chosen" : undefined;
          return (
            <div key={points} className="anchors__pair">
              <dt className={chosen}>{points}</dt>
              <dd className={chosen}>{l(text)}</dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}
