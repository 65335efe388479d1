/** The Netherlands by province: where the granted money goes. A province that is chosen filters the list. */
import type { RegisterFigures } from "@voorsprong/server/contract";
import { type ProvinceFigure, ProvinceMap } from "../../charts/ProvinceMap.js";
import { PROVINCES, type ProvinceId } from "../../charts/provinces.js";
import { Button } from "../../components/Button.js";
import { Figure } from "../../components/Figure.js";
import { Section } from "../../components/Page.js";
import { useFormat } from "../../i18n/format.js";
import { useRegisterTexts } from "../../i18n/register.js";
import { useRoundFormat } from "../round/units.js";
import { useRegisterSearch } from "./search.js";

type RegionFigures = RegisterFigures["byRegion"][number];

const isProvince = (code: string | null): code is ProvinceId =>
  code !== null && Object.hasOwn(PROVINCES, code);

/** The map with its table. */
export function RegisterMap({ figures }: { figures: RegisterFigures }) {
  const t = useRegisterTexts();
  const f = useFormat();
  const { moneyTiny } = useRoundFormat({ unit: "EUR-cent", scoreScale: 1 });
  const [search, setSearch] = useRegisterSearch();
  const provinces = figures.byRegion.filter((group) => isProvince(group.code));
  const unknown = figures.byRegion.filter((group) => !isProvince(group.code));
  const chosen = provinces.find(({ id }) => id === search.region);
  const describe = ({ awards, granted }: RegionFigures) =>
    t.map.describe(f.number(awards), f.moneyShort(granted));
  const pictures: Partial<Record<string, ProvinceFigure>> = Object.fromEntries(
    provinces.map((group) => [
      group.code,
      { value: group.granted, text: moneyTiny(group.granted), description: describe(group) },
    ]),
  );
  const shown = Object.fromEntries(
    Object.keys(PROVINCES).map((code) => [
      code,
      pictures[code] ?? { value: null, text: "–", description: t.map.nothing },
    ]),
  );
  return (
    <Section title={t.map.heading}>
      <Figure
        name="register-provinces"
        title={t.map.title}
        source={t.map.source}
        rows={figures.byRegion}
        rowKey={({ id }) => id ?? "unknown"}
        columns={[
          {
            id: "province",
            header: t.map.province,
            value: ({ id, title }) => id ?? title.en,
            show: ({ title, code }) => (isProvince(code) ? PROVINCES[code] : title.nl),
          },
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
        <div className="map-beside">
          <ProvinceMap
            figures={shown}
            title={t.map.title}
            fromZero
            chosen={isProvince(chosen?.code ?? null) ? (chosen?.code as ProvinceId) : null}
            onChoose={(code) => {
              const region = provinces.find((group) => group.code === code)?.id ?? undefined;
              setSearch({ region });
            }}
            legend={(value) => f.moneyShort(Math.round(value))}
          />
          <div className="card stack map-beside__facts" aria-live="polite">
            {chosen === undefined || !isProvince(chosen.code) ? (
              <p>{t.map.hint}</p>
            ) : (
              <>
                <h3>{PROVINCES[chosen.code]}</h3>
                <p>{describe(chosen)}</p>
                <p>{t.map.chosen(PROVINCES[chosen.code])}</p>
                <div>
                  <Button onClick={() => setSearch({ region: undefined })}>{t.map.clear}</Button>
                </div>
              </>
            )}
            {unknown.map((group) => (
              <p key={group.id ?? "unknown"} className="small soft">
                {t.map.unknown(f.number(group.awards))}
              </p>
            ))}
          </div>
        </div>
      </Figure>
    </Section>
  );
}
