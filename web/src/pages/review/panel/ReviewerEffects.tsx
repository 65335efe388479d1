/** How strict or lenient each reviewer was, by the method of the call. */
import type { PanelView } from "@voorsprong/server/contract";
import { Alert } from "../../../components/Alert.js";
import { Badge } from "../../../components/Badge.js";
import { Section } from "../../../components/Page.js";
import { Table } from "../../../components/Table.js";
import { useFormat } from "../../../i18n/format.js";
import { useReviewTexts } from "../../../i18n/review.js";
import { useLocalised } from "../../../i18n/texts.js";

/** Method, warnings and effects. */
export function ReviewerEffects({ panel }: { panel: PanelView }) {
  const { panel: texts, manage } = useReviewTexts();
  const t = texts.normalisation;
  const f = useFormat();
  const l = useLocalised();
  const { method, text, warnings, reviewers } = panel.normalisation;
  // Warnings name reviewers by alias; here names are known.
  const named = (words: string) =>
    reviewers.reduce((rest, { alias, name }) => (name === null ? rest : rest.replaceAll(alias, name)), words);
  const effectText = (effect: number) =>
    effect === 0 ? t.neutral : (effect > 0 ? t.lenient : t.strict)(f.number(Math.abs(effect) / 100, 2));
  return (
    <Section title={t.title}>
      <p>
        <Badge>{t.methods[method]}</Badge> {l(text)}
      </p>
      {warnings.length > 0 && (
        <Alert kind="warning" title={t.warnings}>
          <ul>
            {warnings.slice(0, 20).map((warning) => (
              <li key={warning.text.en}>{named(l(warning.text))}</li>
            ))}
          </ul>
        </Alert>
      )}
      <Table
        caption={t.table}
        stacked
        rows={reviewers}
        rowKey={({ alias }) => alias}
        columns={[
          {
            id: "reviewer",
            header: t.reviewer,
            rowHeader: true,
            cell: ({ name }) => name ?? manage.reviewers.removed,
          },
          { id: "reviews", header: t.reviews, numeric: true, cell: ({ reviews }) => f.number(reviews) },
          { id: "mean", header: t.mean, numeric: true, cell: ({ mean }) => f.number(mean / 100, 2) },
          { id: "effect", header: t.effect, numeric: true, cell: ({ effect }) => effectText(effect) },
        ]}
      />
    </Section>
  );
}
