/** The criteria with weights, thresholds and anchors, and how is reviewed. */
import {
  type Anchor,
  basisPointWords,
  type Criterion,
  type Normalisation,
  type ReviewTerms,
} from "@voorsprong/call-form";
import { Alert } from "../../../components/Alert.js";
import { Section } from "../../../components/Page.js";
import { useCallTexts } from "../../../i18n/call.js";
import { useCallEditTexts } from "../../../i18n/call-edit.js";
import { useLocalised } from "../../../i18n/texts.js";
import { WeightBars } from "../WeightBars.js";
import { freeId } from "./blank.js";
import { useErrorAt } from "./errors.js";
import {
  CheckField,
  ChoiceField,
  LocalisedField,
  NumberField,
  OptionalLocalisedField,
  PercentField,
} from "./Fields.js";
import { ListEditor } from "./ListEditor.js";
import type { PartProps } from "./parts.js";

const NORMALISATIONS: readonly Normalisation[] = ["none", "mean", "z-score", "quantile"];

/** The part. */
export function CriteriaPart({ call, onChange }: PartProps) {
  const { criteria: t } = useCallEditTexts();
  const l = useLocalised();
  const ids = call.criteria.map(({ id }) => id);
  return (
    <>
      <Section title={t.title} intro={t.intro}>
        <WeightSum criteria={call.criteria} />
        <ListEditor<Criterion>
          label={t.title}
          items={call.criteria}
          nameOf={({ id, title }) => l(title) || id}
          addLabel={t.add}
          make={() => ({
            id: freeId("criterium-", ids),
            title: { nl: "", en: "" },
            weight: 0,
            max: 10,
            anchors: [0, 10].map((points) => ({ points, text: { nl: "", en: "" } })),
          })}
          onChange={(criteria) => onChange({ ...call, criteria })}
        >
          {(criterion, index, change) => (
            <CriterionEditor criterion={criterion} at={`/criteria/${index}`} onChange={change} />
          )}
        </ListEditor>
        <PercentField
          label={t.threshold}
          hint={t.thresholdHint}
          at="/threshold"
          value={call.threshold}
          onChange={(threshold) => {
            const { threshold: _, ...rest } = call;
            onChange(threshold === undefined ? rest : { ...rest, threshold });
          }}
        />
      </Section>
      <Review review={call.review} onChange={(review) => onChange({ ...call, review })} />
    </>
  );
}

/** The weights as a picture, and whether they are 100% together. */
function WeightSum({ criteria }: { criteria: readonly Criterion[] }) {
  const { criteria: t } = useCallEditTexts();
  const l = useLocalised();
  const error = useErrorAt("/criteria");
  if (criteria.length === 0) return error ? <Alert kind="warning">{error}</Alert> : null;
  const sum = criteria.reduce((total, { weight }) => total + (Number.isInteger(weight) ? weight : 0), 0);
  const right = sum === 10_000;
  return (
    <>
      <WeightBars
        criteria={criteria.filter(
          ({ weight }) => Number.isInteger(weight) && weight >= 0 && weight <= 10_000,
        )}
      />
      <Alert kind={right ? "good" : "warning"}>
        <p role="status">{right ? t.sumRight : t.sum(l(basisPointWords(sum)))}</p>
      </Alert>
    </>
  );
}

function CriterionEditor(props: {
  criterion: Criterion;
  at: string;
  onChange: (criterion: Criterion) => void;
}) {
  const { criterion, at, onChange } = props;
  const { criteria: t } = useCallEditTexts();
  const anchorsError = useErrorAt(`${at}/anchors`);
  function optional<K extends "description" | "threshold">(key: K, value: Criterion[K] | undefined) {
    const { [key]: _, ...rest } = criterion;
    onChange((value === undefined ? rest : { ...rest, [key]: value }) as Criterion);
  }
  return (
    <div className="stack">
      <LocalisedField
        label={t.name}
        at={`${at}/title`}
        value={criterion.title}
        onChange={(title) => title && onChange({ ...criterion, title })}
      />
      <OptionalLocalisedField
        label={t.description}
        at={`${at}/description`}
        value={criterion.description}
        onChange={(description) => optional("description", description)}
      />
      <div className="call-edit__beside">
        <PercentField
          label={t.weight}
          at={`${at}/weight`}
          value={criterion.weight}
          onChange={(weight) => onChange({ ...criterion, weight: weight ?? 0 })}
        />
        <NumberField
          label={t.max}
          at={`${at}/max`}
          value={criterion.max}
          onChange={(max) => onChange({ ...criterion, max: max as number })}
        />
        <NumberField
          label={t.criterionThreshold}
          at={`${at}/threshold`}
          value={criterion.threshold}
          onChange={(threshold) => optional("threshold", threshold)}
        />
      </div>
      <h3>{t.anchors}</h3>
      {anchorsError && <p className="field__error">{anchorsError}</p>}
      <ListEditor<Anchor>
        small
        label={t.anchors}
        items={criterion.anchors}
        nameOf={({ points }) => t.points(String(points))}
        addLabel={t.addAnchor}
        make={() => ({ points: criterion.max, text: { nl: "", en: "" } })}
        onChange={(anchors) => onChange({ ...criterion, anchors })}
      >
        {(anchor, index, change) => (
          <>
            <NumberField
              label={t.anchorPoints}
              at={`${at}/anchors/${index}/points`}
              value={anchor.points}
              onChange={(points) => change({ ...anchor, points: points as number })}
            />
            <LocalisedField
              label={t.points(String(anchor.points))}
              at={`${at}/anchors/${index}/text`}
              value={anchor.text}
              onChange={(text) => text && change({ ...anchor, text })}
            />
          </>
        )}
      </ListEditor>
    </div>
  );
}

function Review({ review, onChange }: { review: ReviewTerms; onChange: (review: ReviewTerms) => void }) {
  const { criteria: t } = useCallEditTexts();
  const { criteria: words } = useCallTexts();
  return (
    <Section title={t.review}>
      <div className="call-edit__beside">
        <NumberField
          label={t.reviewers}
          at="/review/reviewers"
          value={review.reviewers}
          onChange={(reviewers) => onChange({ ...review, reviewers: reviewers as number })}
        />
        <NumberField
          label={t.days}
          at="/review/days"
          value={review.days}
          onChange={(days) => onChange({ ...review, days: days as number })}
        />
      </div>
      <CheckField
        label={t.blind}
        at="/review/blind"
        value={review.blind}
        onChange={(blind) => onChange({ ...review, blind })}
      />
      <ChoiceField
        label={t.normalisation}
        hint={words.normalisation[review.normalisation]}
        at="/review/normalisation"
        value={review.normalisation}
        onChange={(normalisation) => onChange({ ...review, normalisation })}
        options={NORMALISATIONS.map((value) => ({ value, label: t.normalisations[value] }))}
      />
    </Section>
  );
}
