/** Granted money per theme and per year, as bars. */
import type { RegisterFigures } from "@voorsprong/server/contract";
import { type PairBar, PairBars } from "../../charts/PairBars.js";
import { Figure } from "../../components/Figure.js";
import { Section } from "../../components/Page.js";
import { useFormat } from "../../i18n/format.js";
import { useRegisterTexts } from "../../i18n/register.js";
import { useLocalised } from "../../i18n/texts.js";

interface Row {
  readonly id: string;
  readonly label: string;
  readonly awards: number;
  readonly granted: number;
}

/** The two pictures side by side. */
export function RegisterThemes({ figures }: { figures: RegisterFigures }) {
  const t = useRegisterTexts();
  const l = useLocalised();
  const themes = figures.byTheme.map(({ id, title, awards, granted }) => ({
    id: id ?? "unknown",
    label: l(title),
    awards,
    granted,
  }));
  const years = figures.byYear.map(({ year, awards, granted }) => ({
    id: String(year),
    label: String(year),
    awards,
    granted,
  }));
  return (
    <Section title={t.themes.heading}>
      <div className="register-columns">
        <Bars
          name="register-themes"
          title={t.themes.title}
          group={t.themes.theme}
          rows={themes}
          total={figures.granted}
        />
        <Bars
          name="register-years"
          title={t.themes.years}
          group={t.themes.year}
          rows={years}
          total={figures.granted}
        />
      </div>
    </Section>
  );
}

function Bars(props: { name: string; title: string; group: string; rows: readonly Row[]; total: number }) {
  const t = useRegisterTexts();
  const f = useFormat();
  const bars: PairBar[] = props.rows.map(({ id, label, granted }) => ({
    id,
    label,
    asked: props.total,
    here: granted,
    other: null,
    hereText: f.moneyShort(granted),
    otherText: null,
    askedText: f.moneyShort(props.total),
  }));
  return (
    <Figure
      name={props.name}
      title={props.title}
      source={t.map.source}
      rows={props.rows}
      rowKey={({ id }) => id}
      columns={[
        { id: "group", header: props.group, value: ({ id }) => id, show: ({ label }) => label },
        {
          id: "awards",
          header: t.map.awards,
          value: ({ awards }) => awards,
          show: ({ awards }) => f.number(awards),
          numeric: true,
        },
        {
          id: "grantedCents",
          header: t.map.granted,
          value: ({ granted }) => granted,
          show: ({ granted }) => f.money(granted),
          numeric: true,
        },
      ]}
    >
      <PairBars bars={bars} legend={{ asked: t.themes.all, here: t.map.granted, other: null }} />
    </Figure>
  );
}
