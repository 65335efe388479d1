/** The register as files, written while they are read, so that a long register is never whole in memory. */
import type { Queryable } from "@voorsprong/store";
import { type Batches, type Written, writeCsv, writeXlsx } from "../exchange/table/index.js";
import {
  gberColumns,
  gberLine,
  gberRow,
  gberThreshold,
  type PublicAward,
  type Publisher,
  threeSixtyColumns,
  threeSixtyGrant,
  threeSixtyMeta,
  threeSixtyRow,
} from "./open-data/index.js";
import { type Names, publicAward } from "./present.js";
import { type AwardFilter, allAwards } from "./store/awards.js";

/** What the files are made from. */
export interface OpenDataSource {
  readonly from: Queryable;
  readonly names: Names;
  readonly publisher: Publisher;
  readonly filter: AwardFilter;
}

const columns: readonly { readonly name: string; readonly of: (award: PublicAward) => Written }[] = [
  { name: "id", of: ({ id }) => id },
  { name: "dossier", of: ({ dossier }) => dossier },
  { name: "fund", of: ({ fund }) => fund.id },
  { name: "call", of: ({ call }) => call.id },
  { name: "title", of: ({ title }) => title },
  {
    name: "recipient",
    of: ({ recipient }) => (recipient.kind === "person" ? recipient.pseudonym : recipient.name),
  },
  { name: "recipientKvk", of: ({ recipient }) => (recipient.kind === "person" ? null : recipient.kvk) },
  { name: "recipientPlace", of: ({ recipient }) => (recipient.kind === "person" ? null : recipient.place) },
  { name: "theme", of: ({ theme }) => theme },
  { name: "region", of: ({ region }) => region },
  { name: "size", of: ({ size }) => size },
  { name: "requested", of: ({ requested }) => ({ cents: requested }) },
  { name: "granted", of: ({ granted }) => ({ cents: granted }) },
  { name: "paid", of: ({ paid }) => ({ cents: paid }) },
  { name: "settled", of: ({ settled }) => (settled === null ? null : { cents: settled }) },
  { name: "awardedOn", of: ({ awardedOn }) => awardedOn },
  { name: "start", of: ({ start }) => start },
  { name: "end", of: ({ end }) => end },
  { name: "example", of: ({ example }) => String(example) },
];

async function* awardBatches({ from, names, filter }: OpenDataSource): AsyncGenerator<PublicAward[]> {
  for await (const batch of allAwards(from, filter)) yield batch.map((record) => publicAward(record, names));
}

const awardRows = (source: OpenDataSource): Batches =>
  inBatches(awardBatches(source), (award) => columns.map(({ of }) => of(award)));

/** Rows are lists themselves, which flattening would join. */
async function* inBatches(
  batches: AsyncIterable<readonly PublicAward[]>,
  row: (award: PublicAward) => Written[] | null,
): AsyncGenerator<Written[][]> {
  for await (const batch of batches) yield batch.map(row).filter((each) => each !== null);
}

const header = columns.map(({ name }) => name);

/** The awards as CSV. */
export function awardsCsv(source: OpenDataSource): AsyncGenerator<string> {
  return writeCsv(header, awardRows(source));
}

/** The awards as a workbook. */
export function awardsXlsx(source: OpenDataSource) {
  return writeXlsx("Verleende subsidies", header, awardRows(source));
}

/** The awards as a JSON list. */
export function awardsJson(source: OpenDataSource): AsyncGenerator<string> {
  return jsonList("[", awardBatches(source), "]");
}

/** A 360Giving package. The standard knows no package without grants: null where there is none. */
export async function threeSixtyJson(
  source: OpenDataSource,
  modified: string,
): Promise<AsyncGenerator<string> | null> {
  const batches = awardBatches(source);
  const first = await batches.next();
  if (first.done) return null;
  const head = first.value;
  const meta = JSON.stringify(threeSixtyMeta(source.publisher, modified));
  async function* grants() {
    yield head.map((award) => threeSixtyGrant(award, source.publisher));
    for await (const batch of batches) yield batch.map((award) => threeSixtyGrant(award, source.publisher));
  }
  return jsonList(`${meta.slice(0, -1)},"grants":[`, grants(), "]}");
}

/** The same with the standard's column titles. */
export function threeSixtyCsv(source: OpenDataSource): AsyncGenerator<string> {
  return writeCsv(
    threeSixtyColumns.map(({ title }) => title),
    inBatches(awardBatches(source), (award) => threeSixtyRow(threeSixtyGrant(award, source.publisher))),
  );
}

/** The list of GBER article 9 as CSV. */
export function gberCsv({ filter, ...source }: OpenDataSource): AsyncGenerator<string> {
  const above = { ...source, filter: { ...filter, above: gberThreshold } };
  return writeCsv(
    gberColumns,
    inBatches(awardBatches(above), (award) => {
      const line = gberLine(award);
      return line === null ? null : gberRow(line);
    }),
  );
}

async function* jsonList(
  before: string,
  batches: AsyncIterable<readonly unknown[]>,
  after: string,
): AsyncGenerator<string> {
  let start = before;
  for await (const batch of batches) {
    if (batch.length === 0) continue;
    yield start + batch.map((each) => JSON.stringify(each)).join(",");
    start = ",";
  }
  yield start === before ? before + after : after;
}
