import { useQuery } from "@tanstack/react-query";
import type { RoundView } from "@voorsprong/server/contract";
import { decisionSummaryQuery } from "../../../api/queries.js";
import { type ProvinceFigure, ProvinceMap } from "../../../charts/ProvinceMap.js";
import { PROVINCES, type ProvinceId } from "../../../charts/provinces.js";
import { Figure } from "../../../components/Figure.js";
import { Loaded } from "../../../components/Loading.js";
import { Section } from "../../../components/Page.js";
import { useFormat } from "../../../i18n/format.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { RoundLink, useRoundSearch } from "../RoundLink.js";
import type { Measure } from "../search.js";
import { type RoundContext, useRoundFormat } from "../units.js";
import { type ProvinceFigures, provincesOf } from "./province-figures.js";

/** The Netherlands by province: who asked, who got. */
export function MapOfProvinces(context: RoundContext) {
  const { round, fund } = context;
  const t = useRoundTexts();
  const decided = round.state === "decided";
  const query = useQuery({ ...decisionSummaryQuery(round.id), enabled: decided });
  return (
    <Section title={t.map.heading}>
      {decided ? (
        <Loaded query={query}>
          {(summary) => <Provinces round={round} provinces={provincesOf(round, fund, summary) ?? []} />}
        </Loaded>
      ) : (
        <Provinces round={round} provinces={provincesOf(round, fund) ?? []} />
      )}
    </Section>
  );
}

function Provinces({ round, provinces }: { round: RoundView; provinces: readonly ProvinceFigures[] }) {
  const t = useRoundTexts();
  const format = useRoundFormat(round);
  const { percent } = useFormat();
  const [search, setSearch] = useRoundSearch();
  const decided = round.state === "decided";
  const measures: readonly Measure[] = decided
    ? ["awarded", "rate", "requested", "applications"]
    : ["requested", "applications"];
  const measure = measures.find((each) => each === search.measure) ?? measures[0] ?? "requested";
  const chosen = provinces.find(({ id }) => id === search.province);
  const show = (value: number, money: (units: number) => string) => {
    if (measure === "rate") return percent(value);
    return measure === "applications" ? format.count(value) : money(value);
  };
  const describe = (figures: ProvinceFigures) =>
    figures.funded === null
      ? t.map.describeOpen(format.count(figures.applications), format.moneyShort(figures.requested))
      : t.map.describe(
          format.count(figures.applications),
          format.count(figures.funded),
          format.moneyShort(figures.awarded ?? 0),
        );
  const pictures: Partial<Record<ProvinceId, ProvinceFigure>> = Object.fromEntries(
    provinces.map((figures) => {
      const value = measured(figures, measure);
      return [
        figures.id,
        { value, text: value === null ? "–" : show(value, format.moneyTiny), description: describe(figures) },
      ];
    }),
  );
  const missing = { value: null, text: "–", description: t.map.noApplications };
  const figures = Object.fromEntries(
    (Object.keys(PROVINCES) as ProvinceId[]).map((id) => [id, pictures[id] ?? missing]),
  );
  return (
    <>
      <fieldset className="choices screen-only">
        <legend>{t.map.measure}</legend>
        {measures.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="measure"
              checked={each === measure}
              onChange={() => setSearch({ measure: each === measures[0] ? undefined : each })}
            />
            {t.map.measures[each]}
          </label>
        ))}
      </fieldset>
      <Figure
        name={`${round.id}-provinces`}
        title={t.map.title(t.map.measures[measure])}
        source={t.map.source}
        rows={provinces}
        rowKey={(row) => row.id}
        columns={[
          {
            id: "province",
            header: t.map.province,
            value: (row) => row.id,
            show: (row) => PROVINCES[row.id],
          },
          {
            id: "applications",
            header: t.map.measures.applications,
            value: (row) => row.applications,
            show: (row) => format.count(row.applications),
            numeric: true,
          },
          {
            id: "requested",
            header: t.map.measures.requested,
            value: (row) => row.requested,
            show: (row) => format.money(row.requested),
            numeric: true,
          },
          ...(decided
            ? [
                {
                  id: "funded",
                  header: t.outcome.groups.funded,
                  value: (row: ProvinceFigures) => row.funded,
                  show: (row: ProvinceFigures) => format.count(row.funded ?? 0),
                  numeric: true,
                },
                {
                  id: "awarded",
                  header: t.map.measures.awarded,
                  value: (row: ProvinceFigures) => row.awarded,
                  show: (row: ProvinceFigures) => format.money(row.awarded ?? 0),
                  numeric: true,
                },
                {
                  id: "rate",
                  header: t.map.measures.rate,
                  value: (row: ProvinceFigures) => measured(row, "rate"),
                  show: (row: ProvinceFigures) => percent(measured(row, "rate") ?? 0),
                  numeric: true,
                },
              ]
            : []),
        ]}
      >
        <div className="map-beside">
          <ProvinceMap
            figures={figures}
            title={t.map.title(t.map.measures[measure])}
            fromZero={measure !== "rate"}
            chosen={chosen?.id ?? null}
            onChoose={(province) => setSearch({ province: province ?? undefined })}
            legend={(value) => show(measure === "rate" ? value : Math.round(value), format.moneyShort)}
          />
          <div className="card stack map-beside__facts" aria-live="polite">
            {chosen === undefined ? <p>{t.map.hint}</p> : <Chosen round={round} figures={chosen} />}
          </div>
        </div>
      </Figure>
    </>
  );
}

/** What a measure says of a province; null where it cannot be said. */
function measured(figures: ProvinceFigures, measure: Measure): number | null {
  if (measure !== "rate") return figures[measure];
  return figures.funded === null || figures.applications === 0 ? null : figures.funded / figures.applications;
}

function Chosen({ round, figures }: { round: RoundView; figures: ProvinceFigures }) {
  const t = useRoundTexts();
  const format = useRoundFormat(round);
  const { percent } = useFormat();
  const rate = measured(figures, "rate");
  return (
    <>
      <h3>{PROVINCES[figures.id]}</h3>
      <dl className="round-facts">
        <div>
          <dt>{t.map.measures.applications}</dt>
          <dd>{format.count(figures.applications)}</dd>
        </div>
        <div>
          <dt>{t.map.measures.requested}</dt>
          <dd>{format.money(figures.requested)}</dd>
        </div>
        {figures.awarded === null ? null : (
          <div>
            <dt>{t.map.measures.awarded}</dt>
            <dd>{format.money(figures.awarded)}</dd>
          </div>
        )}
        {rate === null ? null : (
          <div>
            <dt>{t.map.measures.rate}</dt>
            <dd>{percent(rate)}</dd>
          </div>
        )}
      </dl>
      <p className="screen-only">
        <RoundLink roundId={round.id} search={{ section: "applications", tag: [`region:${figures.region}`] }}>
          {t.map.see(PROVINCES[figures.id])}
        </RoundLink>
      </p>
    </>
  );
}
