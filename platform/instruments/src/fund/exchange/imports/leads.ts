/** The organisations that imported applications come from. */
import { searchable } from "@voorsprong/access";
import type { Transaction } from "@voorsprong/store";
import type { ApplicationDocument } from "../../applications/document.js";
import type { PlannedRow } from "./kind.js";
import { insertOrganisations } from "./organisations.js";

/** An organisation as an application states it. */
export type Lead = ApplicationDocument["lead"];

/** Who leads each row: by the number in the trade register, else by name; an organisation that is not there is added. */
export async function leadsOf(tx: Transaction, rows: readonly PlannedRow[], now: Date): Promise<Lead[]> {
  const ids = await organisationsOf(tx, rows, now);
  const known = await tx.query<Lead>(
    `SELECT id AS organisation, name, kind, kvk, region, size, employees, country FROM organisations
     WHERE id = ANY ($1::text[])`,
    [[...new Set(ids)]],
  );
  const byId = new Map(known.map((lead) => [lead.organisation, lead]));
  return rows.map(({ cells }, index) => {
    const lead = byId.get(ids[index]!)!;
    return cells.size === undefined ? lead : { ...lead, size: cells.size as Lead["size"] };
  });
}

async function organisationsOf(tx: Transaction, rows: readonly PlannedRow[], now: Date): Promise<string[]> {
  const keyOf = ({ cells }: PlannedRow) =>
    cells.kvk === undefined ? `name/${searchable(String(cells.organisation))}` : `kvk/${cells.kvk}`;
  const found = await tx.query<{ id: string; kvk: string | null; search: string }>(
    `SELECT id, kvk, search FROM organisations WHERE kvk = ANY ($1::text[]) OR search = ANY ($2::text[]) ORDER BY id`,
    [
      rows.flatMap(({ cells }) => (cells.kvk === undefined ? [] : [String(cells.kvk)])),
      rows.map(({ cells }) => searchable(String(cells.organisation))),
    ],
  );
  const ids = new Map<string, string>();
  for (const { id, kvk, search } of found) {
    if (kvk !== null) ids.set(`kvk/${kvk}`, id);
    if (!ids.has(`name/${search}`)) ids.set(`name/${search}`, id);
  }
  const added = new Map<string, PlannedRow>();
  for (const row of rows) {
    const key = keyOf(row);
    const { kvk, kind = "company", region, size, organisation } = row.cells;
    const cells = { name: organisation!, kind, ...defined({ kvk, region, size }) };
    if (!ids.has(key) && !added.has(key)) added.set(key, { ...row, cells });
  }
  const made = await insertOrganisations(tx, [...added.values()], now);
  [...added.keys()].forEach((key, index) => {
    ids.set(key, made[index]!);
  });
  return rows.map((row) => ids.get(keyOf(row))!);
}

function defined<Value>(values: Readonly<Record<string, Value | undefined>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(values).filter((each): each is [string, Value] => each[1] !== undefined),
  );
}
