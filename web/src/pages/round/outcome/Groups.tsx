import { useQuery } from "@tanstack/react-query";
import type { DecisionSummary, GroupOutcome } from "@voorsprong/server/contract";
import { explanationSummaryQuery } from "../../../api/queries.js";
import { PairBars } from "../../../charts/PairBars.js";
import { Field, Select } from "../../../components/Field.js";
import { Figure } from "../../../components/Figure.js";
import { Section } from "../../../components/Page.js";
import { useFormat } from "../../../i18n/format.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { useShellTexts } from "../../../i18n/shell.js";
import { useLocalised } from "../../../i18n/texts.js";
import { useRoundSearch } from "../RoundLink.js";
import { capital, type RoundContext, useRoundFormat, useTagNames } from "../units.js";

/** Who the money goes to, by one tag at a time. */
export function Groups({ round, fund, summary }: RoundContext & { summary: DecisionSummary }) {
  const t = useRoundTexts();
  const shell = useShellTexts();
  const names = useTagNames(fund);
  const format = useRoundFormat(round);
  const { percent } = useFormat();
  const localised = useLocalised();
  const [search, setSearch] = useRoundSearch();
  const tags = [...new Set(summary.groups.map((group) => group.tag))];
  // Only when another part of the page has read it: this sentence alone is not worth waiting for.
  const explanation = useQuery({ ...explanationSummaryQuery(round.id), enabled: false }).data;
  const tag = tags.find((each) => each === search.group) ?? tags[0];
  if (tag === undefined) return null;
  const evenness = explanation?.evenness.find((each) => each.tag === tag);
  const rows = summary.groups
    .filter((group) => group.tag === tag)
    .sort((a, b) => b.requested - a.requested || (a.value < b.value ? -1 : 1));
  const hasOther = summary.other !== null;
  const money = (id: "requested" | "awarded" | "awardedOther", header: string) => ({
    id,
    header,
    value: (row: GroupOutcome) => row[id],
    show: (row: GroupOutcome) => format.money(row[id]),
    numeric: true,
  });
  const count = (id: "applications" | "funded", header: string) => ({
    id,
    header,
    value: (row: GroupOutcome) => row[id],
    show: (row: GroupOutcome) => format.count(row[id]),
    numeric: true,
  });
  return (
    <Section title={t.outcome.groups.heading}>
      {tags.length > 1 && (
        <div className="screen-only">
          <Field label={t.outcome.groups.label}>
            {(control) => (
              <Select
                control={control}
                value={tag}
                onChange={(group) => setSearch({ group: group === tags[0] ? undefined : group })}
                options={tags.map((each) => ({ value: each, label: names.tag(each) }))}
              />
            )}
          </Field>
        </div>
      )}
      <Figure
        name={`${round.id}-${tag}`}
        title={t.outcome.groups.title(names.tag(tag))}
        source={t.outcome.groups.source}
        rows={rows}
        rowKey={(row) => row.value}
        columns={[
          {
            id: "value",
            header: capital(names.tag(tag)),
            value: (row) => row.value,
            show: (row) => capital(names.value(tag, row.value)),
          },
          count("applications", t.outcome.groups.applications),
          count("funded", t.outcome.groups.funded),
          {
            id: "rate",
            header: t.outcome.groups.rate,
            value: (row) => (row.applications === 0 ? null : row.funded / row.applications),
            show: (row) => (row.applications === 0 ? "–" : percent(row.funded / row.applications)),
            numeric: true,
          },
          money("requested", t.outcome.groups.asked),
          money("awarded", t.outcome.groups.here),
          {
            id: "share",
            header: t.explanation.groups.share,
            value: (row) => (summary.outcome.spent === 0 ? null : row.awarded / summary.outcome.spent),
            show: (row) => (summary.outcome.spent === 0 ? "–" : percent(row.awarded / summary.outcome.spent)),
            numeric: true,
          },
          ...(hasOther ? [money("awardedOther", t.outcome.groups.other)] : []),
        ]}
      >
        <PairBars
          legend={{
            asked: t.outcome.groups.asked,
            here: `${t.outcome.groups.here} (${shell.rule[summary.rule].toLocaleLowerCase()})`,
            other: hasOther ? t.outcome.groups.other : null,
          }}
          bars={rows.map((row) => ({
            id: row.value,
            label: capital(names.value(tag, row.value)),
            asked: row.requested,
            here: row.awarded,
            other: hasOther ? row.awardedOther : null,
            askedText: format.moneyShort(row.requested),
            hereText: format.moneyShort(row.awarded),
            otherText: hasOther ? format.moneyShort(row.awardedOther) : null,
          }))}
        />
      </Figure>
      {evenness === undefined ? null : <p className="soft">{localised(evenness.text)}</p>}
    </Section>
  );
}
