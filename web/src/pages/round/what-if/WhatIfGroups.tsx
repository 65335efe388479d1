import type { Round } from "@voorsprong/allocation";
import { useMemo, useState } from "react";
import { PairBars } from "../../../charts/PairBars.js";
import { Field, Select } from "../../../components/Field.js";
import { Figure } from "../../../components/Figure.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { awardedPerValue, type WhatIfResult } from "../../../solver/what-if.js";
import { capital, type RoundContext, useRoundFormat, useTagNames } from "../units.js";

/** Money per value of a tag, after the change beside how it is. */
export function WhatIfGroups(props: RoundContext & { document: Round; result: WhatIfResult }) {
  const { round, fund, document, result } = props;
  const { whatIf: t, outcome: texts } = useRoundTexts();
  const names = useTagNames(fund);
  const format = useRoundFormat(round);
  const tags = Object.keys(round.tags);
  const [chosen, setChosen] = useState<string | null>(null);
  const tag = chosen ?? tags[0];
  const rows = useMemo(() => {
    if (tag === undefined) return [];
    const before = awardedPerValue(document, tag, result.before.outcome);
    const after = awardedPerValue(document, tag, result.after.outcome);
    return (round.tags[tag] ?? []).map(({ value, requested }) => ({
      value,
      requested,
      before: before.get(value) ?? 0,
      after: after.get(value) ?? 0,
    }));
  }, [document, result, round.tags, tag]);
  if (tag === undefined) return null;
  const money = (id: "requested" | "before" | "after", header: string) => ({
    id,
    header,
    value: (row: (typeof rows)[number]) => row[id],
    show: (row: (typeof rows)[number]) => format.money(row[id]),
    numeric: true,
  });
  return (
    <>
      {tags.length > 1 && (
        <div className="screen-only">
          <Field label={texts.groups.label}>
            {(control) => (
              <Select
                control={control}
                value={tag}
                onChange={setChosen}
                options={tags.map((each) => ({ value: each, label: capital(names.tag(each)) }))}
              />
            )}
          </Field>
        </div>
      )}
      <Figure
        name={`${round.id}-what-if-${tag}`}
        title={texts.groups.title(names.tag(tag))}
        rows={rows}
        rowKey={(row) => row.value}
        columns={[
          {
            id: "value",
            header: capital(names.tag(tag)),
            value: (row) => row.value,
            show: (row) => capital(names.value(tag, row.value)),
          },
          money("requested", texts.groups.asked),
          money("before", t.before),
          money("after", t.after),
        ]}
      >
        <PairBars
          legend={{ asked: texts.groups.asked, here: t.after, other: t.before }}
          bars={rows.map((row) => ({
            id: row.value,
            label: capital(names.value(tag, row.value)),
            asked: row.requested,
            here: row.after,
            other: row.before,
            askedText: format.moneyShort(row.requested),
            hereText: format.moneyShort(row.after),
            otherText: format.moneyShort(row.before),
          }))}
        />
      </Figure>
    </>
  );
}
