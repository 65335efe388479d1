/** Awards as the public sees them: titles beside ids, and nothing of a natural person but a pseudonym. */
import type { FundDefinition, Programme } from "@voorsprong/programme";
import type { Localised } from "../../kernel/views.js";
import type { PublicAward, Recipient } from "./open-data/index.js";
import { type AwardRecord, type AwardSums, recipientName } from "./store/awards.js";
import type { AwardLine, RegisterFigures } from "./views.js";

/** What ids are called. */
export interface Names {
  fund(id: string): { readonly id: string; readonly title: Localised };
  region(id: string | null): { readonly title: Localised; readonly code: string | null };
  theme(id: string | null): Localised;
  size(id: string | null): Localised;
}

const notStated: Localised = { nl: "niet bekend", en: "not stated" };
const same = (id: string): Localised => ({ nl: id, en: id });

/** The names that a programme gives. */
export function namesOf({ funds, regions, sizes }: Programme): Names {
  const funded = new Map<string, FundDefinition>(funds.map((fund) => [fund.id, fund]));
  const themes = new Map(funds.flatMap((fund) => fund.themes.map(({ id, title }) => [id, title] as const)));
  const region = new Map(regions.map((each) => [each.id, each]));
  const size = new Map(sizes.map(({ id, title }) => [id, title]));
  return {
    fund: (id) => ({ id, title: funded.get(id)?.title ?? same(id) }),
    region: (id) =>
      id === null
        ? { title: notStated, code: null }
        : { title: region.get(id)?.title ?? same(id), code: region.get(id)?.code ?? null },
    theme: (id) => (id === null ? notStated : (themes.get(id) ?? same(id))),
    size: (id) => (id === null ? notStated : (size.get(id) ?? same(id))),
  };
}

/** One line of the list. */
export function awardLine(record: AwardRecord, names: Names): AwardLine {
  const { organisation, call } = record;
  const isPerson = organisation.kind === "person";
  return {
    id: record.id,
    dossier: record.dossier,
    title: record.title,
    recipient: {
      kind: isPerson ? "person" : "organisation",
      name: recipientName(record),
      kvk: isPerson ? null : organisation.kvk,
      place: isPerson ? null : organisation.place,
      country: isPerson ? null : organisation.country,
    },
    fund: names.fund(record.fundId),
    call,
    region: record.region,
    theme: record.theme,
    size: record.size,
    state: record.state,
    awardedOn: record.awardedOn,
    granted: record.granted,
    paid: record.paid,
    settled: record.settled,
    example: record.example,
  };
}

/** An award as open data are made of. */
export function publicAward(record: AwardRecord, names: Names): PublicAward {
  const { organisation } = record;
  const { id, name, kvk, place, postcode, country, sector } = organisation;
  const recipient: Recipient =
    organisation.kind === "person"
      ? { kind: "person", pseudonym: recipientName(record) }
      : { kind: "organisation", id, name, kvk, place, postcode, country, sector };
  return {
    id: record.id,
    dossier: record.dossier,
    fund: names.fund(record.fundId),
    call: record.call,
    title: record.title,
    summary: record.summary,
    recipient,
    theme: record.theme,
    region: record.region,
    regionCode: names.region(record.region).code,
    size: record.size,
    aid: record.aid ?? [],
    requested: record.requested,
    granted: record.granted,
    paid: record.paid,
    settled: record.settled,
    awardedOn: record.awardedOn,
    start: record.start,
    end: record.end,
    changedAt: record.changedAt.toISOString(),
    example: record.example,
  };
}

/** Sums with the titles of their groups; the largest group comes first, years in order. */
export function figuresOf({ groups, ...sums }: AwardSums, names: Names): RegisterFigures {
  const of = (by: AwardSums["groups"][number]["by"]) =>
    groups
      .filter((group) => group.by === by)
      .map(({ id, awards, granted }) => ({ id, awards, granted }))
      .sort((a, b) => b.granted - a.granted);
  return {
    ...sums,
    byRegion: of("region").map((group) => ({ ...group, ...names.region(group.id) })),
    byTheme: of("theme").map((group) => ({ ...group, title: names.theme(group.id) })),
    bySize: of("size").map((group) => ({ ...group, title: names.size(group.id) })),
    byYear: of("year")
      .map(({ id, awards, granted }) => ({ year: Number(id), awards, granted }))
      .sort((a, b) => a.year - b.year),
  };
}
