/** Makes and changes organisations. */
import { type Database, sqlState, type Transaction } from "@voorsprong/store";
import { Refusal } from "../refusal.js";
import { keepMembership, keepOrganisation, searchable } from "./organisations.js";
import { noOrganisation } from "./read.js";
import type { OrganisationDetails } from "./views.js";

const uniqueViolation = "23505";

/**
 * Makes an organisation; who makes it looks after it.
 *
 * @throws Refusal when another has the number in the trade register: it can be joined
 */
export function createOrganisation(
  database: Database,
  now: Date,
  personId: string,
  input: OrganisationDetails,
): Promise<string> {
  return withFreeNumber(database, input.kvk, async (tx) => {
    const id = await keepOrganisation(tx, now, input);
    await keepMembership(tx, now, personId, id, "admin");
    return id;
  });
}

/** Changes an organisation. @throws Refusal when there is none, a number was confirmed, or another has it */
export async function changeOrganisation(
  database: Database,
  id: string,
  input: OrganisationDetails,
): Promise<void> {
  await withFreeNumber(database, input.kvk, async (tx) => {
    const [found] = await tx.query<{ kvk: string | null; confirmed: boolean }>(
      "SELECT kvk, kvk_confirmed_at IS NOT NULL AS confirmed FROM organisations WHERE id = $1 FOR UPDATE",
      [id],
    );
    if (found === undefined) throw new Refusal("not-found", noOrganisation(id));
    if (found.confirmed && found.kvk !== input.kvk)
      throw new Refusal(
        "conflict",
        `The number ${found.kvk} was confirmed by a sign-in service and stays with this organisation.`,
      );
    await tx.query(
      `UPDATE organisations SET name = $2, kind = $3, kvk = $4, region = $5, size = $6, postcode = $7, place = $8,
         country = $9, sector = $10, employees = $11, website = $12, search = $13
       WHERE id = $1`,
      [
        id,
        input.name,
        input.kind,
        input.kvk,
        input.region,
        input.size,
        input.postcode,
        input.place,
        input.country,
        input.sector,
        input.employees,
        input.website,
        searchable(input.name),
      ],
    );
  });
}

/** Runs a change in a transaction; a number that another organisation has is refused with its name. */
async function withFreeNumber<T>(
  database: Database,
  kvk: string | null,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  try {
    return await database.transaction(work);
  } catch (error) {
    if (kvk === null || sqlState(error) !== uniqueViolation) throw error;
    const [other] = await database.query<{ id: string; name: string }>(
      "SELECT id, name FROM organisations WHERE kvk = $1",
      [kvk],
    );
    throw new Refusal(
      "conflict",
      `${other?.name ?? "Another organisation"} has the number ${kvk}: ask to join it (${other?.id ?? ""}).`,
    );
  }
}
