import { Table } from "../../../components/Table.js";
import { useFormat } from "../../../i18n/format.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { useLocalised } from "../../../i18n/texts.js";
import { limitGroups, limitsBetween } from "../limit-figures.js";
import { capital, type RoundContext } from "../units.js";
import { useLimitTexts } from "../use-limit-texts.js";

/** The limits of a round beside its budgets: a table per kind, and those between applications in words. */
export function Limits(context: RoundContext) {
  const { round } = context;
  const t = useRoundTexts();
  const localised = useLocalised();
  const { number } = useFormat();
  const texts = useLimitTexts(context);
  const groups = limitGroups(round).filter(({ subject }) => subject.tag !== null);
  const between = limitsBetween(round);
  if (groups.length + between.length === 0) return <p>{t.overview.noLimits}</p>;
  return (
    <div className="stack stack--wide">
      <div className="limit-tables">
        {groups.map(({ key, subject, lines }) => (
          <Table
            key={key}
            caption={texts.heading(subject)}
            rows={lines}
            rowKey={(line) => line.key}
            columns={[
              {
                id: "value",
                header: t.limits.what,
                cell: (line) => texts.label(subject, line),
                rowHeader: true,
              },
              ...(["floor", "cap"] as const).map((side) => ({
                id: side,
                header: side === "floor" ? t.limits.atLeast : t.limits.atMost,
                cell: (line: (typeof lines)[number]) => {
                  const value = line[side];
                  return value === null ? "–" : texts.figure(subject.measure, value);
                },
                numeric: true,
              })),
            ]}
          />
        ))}
      </div>
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
