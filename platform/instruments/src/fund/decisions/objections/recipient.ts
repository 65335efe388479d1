import type { Queryable } from "@voorsprong/store";

/** Name and address lines of the organisation that leads an application. */
export async function recipientOf(from: Queryable, applicationId: string): Promise<string[]> {
  const [row] = await from.query<{ name: string; postcode: string | null; place: string | null }>(
    `SELECT o.name, o.postcode, o.place FROM grant_applications a JOIN organisations o ON o.id = a.organisation_id
     WHERE a.id = $1`,
    [applicationId],
  );
  if (row === undefined) throw new Error(`there is no application ${applicationId}`);
  return [row.name, ...(row.place === null ? [] : [`${row.postcode ?? ""} ${row.place}`.trim()])];
}
