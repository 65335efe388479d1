import { LimitBars } from "../../../charts/LimitBars.js";
import { Alert } from "../../../components/Alert.js";
import { Figure } from "../../../components/Figure.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { useLocalised } from "../../../i18n/texts.js";
import type { RoundPreview as Preview } from "../../../solver/read-round.js";
import { KeyFigures } from "../KeyFigures.js";
import { capital, useRoundFormat, useTagNames } from "../units.js";

/** What is in a file: enough to see that it is the right one, before anything is sent. */
export function RoundPreview({ file, preview }: { file: string; preview: Preview }) {
  const t = useRoundTexts();
  const { found } = t.newRound;
  const localised = useLocalised();
  const names = useTagNames(undefined);
  const format = useRoundFormat({ unit: preview.unit, scoreScale: 1 });
  const budget = preview.budgets.reduce((sum, { amount }) => sum + amount, 0);
  const tags = Object.entries(preview.tags);
  return (
    <div className="stack">
      <Alert kind="good" title={found.title(file)} />
      <KeyFigures
        figures={[
          {
            label: t.figures.applications(format.count(preview.applications)),
            value: format.count(preview.applications),
          },
          { label: t.figures.requested, value: format.moneyShort(preview.requested) },
          { label: t.figures.budget, value: format.moneyShort(budget) },
        ]}
      />
      <dl className="round-facts">
        <div>
          <dt>{found.name}</dt>
          <dd>{preview.name}</dd>
        </div>
        <div>
          <dt>{found.format}</dt>
          <dd>{t.newRound.formatNames[preview.format]}</dd>
        </div>
        <div>
          <dt>{found.tags}</dt>
          <dd>
            {tags.length === 0
              ? found.noTags
              : tags.map(([tag, n]) => `${names.tag(tag)} (${found.values(format.count(n))})`).join(", ")}
          </dd>
        </div>
        {preview.roundHash === null ? null : (
          <div>
            <dt>{found.hash}</dt>
            <dd>
              <code className="hash">{preview.roundHash}</code>
            </dd>
          </div>
        )}
      </dl>
      <Figure
        name="budgets"
        title={found.budgetsTitle}
        source={found.budgetsSource}
        rows={preview.budgets}
        rowKey={(row) => row.id}
        columns={[
          {
            id: "budget",
            header: t.outcome.columns.limit,
            value: (row) => row.id,
            show: (row) => t.outcome.budget(row.id),
          },
          {
            id: "requested",
            header: capital(t.figures.requested),
            value: (row) => row.requested,
            show: (row) => format.money(row.requested),
            numeric: true,
          },
          {
            id: "available",
            header: capital(t.figures.budget),
            value: (row) => row.amount,
            show: (row) => format.money(row.amount),
            numeric: true,
          },
        ]}
      >
        <LimitBars
          bars={preview.budgets.map((row) => ({
            id: row.id,
            label: t.outcome.budget(row.id),
            value: row.requested,
            floor: null,
            cap: row.amount,
            valueText: format.moneyShort(row.requested),
            lineText: t.overview.of(format.moneyShort(row.amount)),
            met: true,
            verdict: "",
          }))}
        />
      </Figure>
      {preview.limits.length === 0 ? (
        <p>{found.noLimits}</p>
      ) : (
        <details open={preview.limits.length <= 12}>
          <summary>{found.limits(format.count(preview.limits.length))}</summary>
          <ul className="round-limits">
            {preview.limits.map((text) => (
              <li key={text.en}>{capital(localised(text))}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
