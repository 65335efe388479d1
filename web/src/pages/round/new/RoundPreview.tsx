import type { FundView } from "@voorsprong/server/contract";
import { Alert } from "../../../components/Alert.js";
import { useRoundTexts } from "../../../i18n/round.js";
import type { RoundPreview as Preview } from "../../../solver/read-round.js";
import { BudgetsFigure } from "../BudgetsFigure.js";
import { KeyFigures } from "../KeyFigures.js";
import { Limits } from "../Limits.js";
import { useRoundFormat, useTagNames } from "../units.js";

/** What is in a file: enough to see that it is the right one, before anything is sent. */
export function RoundPreview(props: { file: string; preview: Preview; fund: FundView | undefined }) {
  const { file, preview, fund } = props;
  const t = useRoundTexts();
  const { found } = t.newRound;
  const names = useTagNames(fund);
  // No score is shown here, so its scale does not matter.
  const round = { ...preview, scoreScale: 1 };
  const format = useRoundFormat(round);
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
      <BudgetsFigure
        name="budgets"
        title={found.budgetsTitle}
        source={found.budgetsSource}
        round={round}
        budgets={preview.budgets}
      />
      <h3>{t.overview.limits}</h3>
      <Limits round={round} fund={fund} />
    </div>
  );
}
