/** A fund's budgets per year as bars. */
import type { FundView } from "@voorsprong/server/contract";
import { Figure } from "../../components/Figure.js";
import { useFormat } from "../../i18n/format.js";
import { useFundTexts } from "../../i18n/fund.js";

/** Budgets per year, with their table. */
export function BudgetFigure({ fund }: { fund: FundView }) {
  const { budgets: t } = useFundTexts();
  const f = useFormat();
  const most = Math.max(1, ...fund.budgets.map((budget) => budget.cents));
  const inCall = (budget: FundView["budgets"][number]) => fund.call.budgets.includes(budget.id);
  return (
    <Figure
      name={`budgets-${fund.id}`}
      title={t.picture}
      titleHidden
      columns={[
        { id: "year", header: t.columns.year, value: (row) => row.year, show: (row) => String(row.year) },
        {
          id: "amountCents",
          header: t.columns.amount,
          value: (row) => row.cents,
          show: (row) => f.money(row.cents),
          numeric: true,
        },
        {
          id: "inThisCall",
          header: t.columns.call,
          value: (row) => (inCall(row) ? t.yes : t.no),
        },
      ]}
      rows={fund.budgets}
      rowKey={(row) => row.id}
    >
      <dl className="fund__budgets">
        {fund.budgets.map((budget) => (
          <div key={budget.id}>
            <dt className="number">{budget.year}</dt>
            <dd>
              <svg aria-hidden="true" width="100%" height="20">
                <rect
                  width={`${(100 * budget.cents) / most}%`}
                  height="20"
                  rx="4"
                  className={inCall(budget) ? "fund__bar" : "fund__bar fund__bar--later"}
                />
              </svg>
              <span>
                <span className="number">{f.money(budget.cents)}</span>
                {inCall(budget) && <span className="small soft"> {t.thisCall}</span>}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </Figure>
  );
}
