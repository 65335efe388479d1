import type { RoundView } from "@voorsprong/server/contract";
import { LimitBars } from "../../charts/LimitBars.js";
import { Figure } from "../../components/Figure.js";
import { useRoundTexts } from "../../i18n/round.js";
import { capital, useRoundFormat } from "./units.js";

/** What is asked of each budget, with the line at what there is. */
export function BudgetsFigure(props: {
  name: string;
  title: string;
  titleHidden?: boolean;
  source: string;
  round: Pick<RoundView, "unit" | "scoreScale">;
  budgets: RoundView["budgets"];
}) {
  const { name, title, titleHidden = false, source, round, budgets } = props;
  const t = useRoundTexts();
  const format = useRoundFormat(round);
  return (
    <Figure
      name={name}
      title={title}
      titleHidden={titleHidden}
      source={source}
      rows={budgets}
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
        bars={budgets.map((row) => ({
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
  );
}
