/** A person's own data, from every room: seen, taken along, erased; and what is kept long enough, removed. */
import { advisoryLock, type Database, type Json } from "@voorsprong/store";
import { Refusal } from "../refusal.js";
import { unusedPeople } from "./own-data.js";
import type { KeptData, PersonalData } from "./personal-data.js";

/** Everything the product holds about a person, by room. */
export async function dataOf(
  database: Database,
  rooms: readonly PersonalData[],
  personId: string,
): Promise<Record<string, Json>> {
  const data: Record<string, Json> = {};
  for (const room of rooms) data[room.id] = await room.export(database, personId);
  return data;
}

/**
 * Erases a person in every room, in one transaction. Gives what the law says must stay.
 *
 * @throws Refusal when nobody else would hand out roles
 */
export function erasePerson(
  database: Database,
  rooms: readonly PersonalData[],
  personId: string,
): Promise<readonly KeptData[]> {
  return database.transaction(async (tx) => {
    const [person] = await tx.query("SELECT 1 FROM people WHERE id = $1 AND erased_at IS NULL FOR UPDATE", [
      personId,
    ]);
    if (person === undefined) throw new Refusal("conflict", "This person was removed before.");
    const kept: KeptData[] = [];
    for (const room of rooms) kept.push(...(await room.erase(tx, personId)));
    return kept;
  });
}

/**
 * Removes what has been kept long enough, room by room, and people who have not been here for long; of several processes
 * one does it. Gives counts by room.
 */
export async function expireData(
  database: Database,
  rooms: readonly PersonalData[],
  now: Date,
): Promise<Record<string, number>> {
  const removed: Record<string, number> = {};
  for (const room of rooms)
    removed[room.id] = await database.transaction(async (tx) => {
      await advisoryLock(tx, `access.expire.${room.id}`);
      return room.expire(tx, now);
    });
  const unused = await unusedPeople(database, now);
  for (const personId of unused) await erasePerson(database, rooms, personId);
  return { ...removed, people: unused.length };
}
