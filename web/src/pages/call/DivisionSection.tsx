/** How the money of a call is divided. */
import { useQuery } from "@tanstack/react-query";
import { type CallDefinition, type Limit, moneyWords, numberWords, shareWords } from "@voorsprong/call-form";
import { fundQuery } from "../../api/queries.js";
import { Section } from "../../components/Page.js";
import { Table } from "../../components/Table.js";
import { useCallTexts } from "../../i18n/call.js";
import { useFormat } from "../../i18n/format.js";
import { useShellTexts } from "../../i18n/shell.js";
import { useLocalised } from "../../i18n/texts.js";

/** One end of a limit in words; null where there is none. */
function bound(limit: Limit, side: "min" | "max") {
  const value = limit[side];
  if (value === undefined) return null;
  if (limit.kind === "share") return shareWords(String(value));
  return limit.kind === "amount" ? moneyWords(Number(value)) : numberWords(Number(value));
}

/** The names that the fund gives its themes, regions and sizes; the value itself until they are known. */
function useGroupName(fundId: string): (limit: Limit) => string {
  const l = useLocalised();
  const fund = useQuery(fundQuery(fundId)).data;
  return ({ tag, value }) => {
    const known =
      fund === undefined ? [] : { theme: fund.themes, region: fund.regions, size: fund.sizes }[tag];
    const found = known.find(({ id }) => id === value);
    return found === undefined ? value : l(found.title);
  };
}

/** Rule, tie-break and limits. */
export function DivisionSection({ call }: { call: CallDefinition }) {
  const { division: t } = useCallTexts();
  const shell = useShellTexts();
  const f = useFormat();
  const l = useLocalised();
  const nameOf = useGroupName(call.fund);
  const side = (which: "min" | "max") => (limit: Limit) => {
    const words = bound(limit, which);
    return words === null ? t.none : l(words);
  };
  return (
    <Section title={t.title}>
      <p>
        <strong>{shell.rule[call.rule]}.</strong> {shell.ruleText[call.rule]} {t.frozen}
      </p>
      <p>
        {call.rule !== "optimal" && call.rule !== "pro-rata" && `${t.misfit[call.misfit]} `}
        {call.tieBreak.money !== undefined && `${t.money(f.money(call.tieBreak.money.step))} `}
        {t.tie[call.tieBreak.seed]}
      </p>
      <h3>{t.limits}</h3>
      {call.limits.length === 0 ? (
        <p>{t.noLimits}</p>
      ) : (
        <Table
          caption={t.limits}
          captionHidden
          stacked
          rows={call.limits}
          rowKey={(limit) => JSON.stringify(limit)}
          columns={[
            {
              id: "group",
              header: t.group,
              rowHeader: true,
              cell: (limit) => (
                <>
                  {nameOf(limit)} <span className="small soft">{t.tags[limit.tag]}</span>
                </>
              ),
            },
            { id: "min", header: t.min, numeric: true, cell: side("min") },
            { id: "max", header: t.max, numeric: true, cell: side("max") },
            {
              id: "why",
              header: t.why,
              cell: (limit) => (
                <>
                  {l(limit.reason)}
                  {limit.kind === "share" && <span className="small soft"> ({t.of[limit.of]})</span>}
                </>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}
