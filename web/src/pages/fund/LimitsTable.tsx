/** A fund's limits: for each group the least and the most it may get. */
import type { Constraint } from "@voorsprong/allocation";
import type { FundView } from "@voorsprong/server/contract";
import { Table } from "../../components/Table.js";
import { type Format, useFormat } from "../../i18n/format.js";
import { useFundTexts } from "../../i18n/fund.js";
import { useLocalised } from "../../i18n/texts.js";

/** A limit on a group of applications; the other kinds tie single applications and are no part of a call. */
type GroupLimit = Extract<Constraint, { tag: string }>;

/** A share as it is written in a round (a decimal string) in percents, with all its digits. */
function percent(format: Format, share: string): string {
  const [whole = "0", fraction = ""] = share.split(".");
  const digits = fraction.padEnd(2, "0");
  const percents = `${whole}${digits.slice(0, 2)}.${digits.slice(2)}`.replace(/^0+(?=\d)|\.$/g, "");
  return `${format.decimal(percents)}%`;
}

/** One end of a limit in words. */
function end(format: Format, limit: GroupLimit, side: "min" | "max"): string | null {
  if (limit.kind === "share") return limit[side] === undefined ? null : percent(format, limit[side]);
  const value = limit[side];
  if (value === undefined) return null;
  return limit.kind === "amount" ? format.money(value) : format.number(value);
}

/** The limits with the names that the fund gives its groups. */
export function LimitsTable({ fund }: { fund: FundView }) {
  const { limits: t } = useFundTexts();
  const f = useFormat();
  const l = useLocalised();
  const names: Readonly<Record<string, FundView["themes"]>> = {
    theme: fund.themes,
    region: fund.regions,
    size: fund.sizes,
  };
  const limits = fund.limits
    .map((limit) => limit.constraint as unknown as Constraint)
    .filter((limit): limit is GroupLimit => "tag" in limit);
  function group(limit: GroupLimit): string {
    const found = names[limit.tag]?.find(({ id }) => id === limit.value);
    return found === undefined ? limit.value : l(found.title);
  }
  function measure(limit: GroupLimit): string {
    const budget = "budget" in limit && limit.budget !== undefined ? t.ofBudget(limit.budget) : "";
    const what = limit.kind === "share" ? t.of[limit.of] : t.kinds[limit.kind];
    return budget === "" ? what : `${what}, ${budget}`;
  }
  return (
    <Table
      caption={t.caption}
      captionHidden
      stacked
      columns={[
        {
          id: "group",
          header: t.columns.group,
          rowHeader: true,
          cell: (limit) => (
            <>
              {group(limit)} <span className="small soft">{t.tags[limit.tag] ?? limit.tag}</span>
            </>
          ),
        },
        { id: "min", header: t.columns.min, numeric: true, cell: (limit) => end(f, limit, "min") ?? t.none },
        { id: "max", header: t.columns.max, numeric: true, cell: (limit) => end(f, limit, "max") ?? t.none },
        { id: "measure", header: t.columns.measure, cell: measure },
      ]}
      rows={limits}
      rowKey={(limit) => JSON.stringify(limit)}
    />
  );
}
