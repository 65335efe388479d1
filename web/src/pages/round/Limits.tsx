import type { FundView, RoundView } from "@voorsprong/server/contract";
import { Table } from "../../components/Table.js";
import { useFormat } from "../../i18n/format.js";
import { useRoundTexts } from "../../i18n/round.js";
import { useLocalised } from "../../i18n/texts.js";
import { allLines, type Limited, limitGroups, limitsBetween, type SubjectLine } from "./limit-figures.js";
import { capital } from "./units.js";
import { useLimitTexts } from "./use-limit-texts.js";

/** The limits of a round beside its budgets: those on groups in a table, those between applications in words. */
export function Limits(context: {
  round: Limited & Pick<RoundView, "unit" | "scoreScale">;
  fund: FundView | undefined;
}) {
  const { round } = context;
  const t = useRoundTexts();
  const localised = useLocalised();
  const { number } = useFormat();
  const texts = useLimitTexts(context);
  const lines = allLines(limitGroups(round)).filter(({ subject }) => subject.tag !== null);
  const between = limitsBetween(round);
  if (lines.length + between.length === 0) return <p>{t.overview.noLimits}</p>;
  return (
    <div className="stack stack--wide">
      {lines.length === 0 ? null : (
        <Table
          caption={t.limits.caption}
          captionHidden
          stacked
          rows={lines}
          rowKey={(line) => line.key}
          columns={[
            {
              id: "group",
              header: t.limits.what,
              cell: (line) => texts.label(line.subject, line),
              rowHeader: true,
            },
            { id: "of", header: t.limits.of, cell: (line) => capital(texts.measure(line.subject)) },
            ...(["floor", "cap"] as const).map((side) => ({
              id: side,
              header: side === "floor" ? t.limits.atLeast : t.limits.atMost,
              cell: (line: SubjectLine) => {
                const value = line[side];
                return value === null ? "–" : texts.figure(line.subject.measure, value);
              },
              numeric: true,
            })),
          ]}
        />
      )}
      {between.length === 0 ? null : (
        <details open={between.length <= 8}>
          <summary>{t.limits.between(number(between.length))}</summary>
          <ul className="round-limits">
            {between.map(({ text, constraint }) => (
              <li key={JSON.stringify(constraint)}>{capital(localised(text))}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
