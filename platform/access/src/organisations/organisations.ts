/** Organisations: who applies, takes part, receives. */
import type { Queryable } from "@voorsprong/store";
import { newOrganisationId } from "./organisation-id.js";

/** What an organisation can be. `person`: a natural person, or a business that bears a person's name. */
export const organisationKinds = ["company", "school", "research", "public", "other", "person"] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** An organisation to be kept. What a register would say and is not known is null: that blocks nobody. */
export interface NewOrganisation {
  readonly name: string;
  readonly kind: OrganisationKind;
  /** Number in the Dutch trade register, eight digits. */
  readonly kvk?: string | null;
  /** Whether a sign-in service vouches for the number (eHerkenning). */
  readonly kvkConfirmed?: boolean;
  readonly region?: string | null;
  readonly size?: string | null;
  readonly postcode?: string | null;
  readonly place?: string | null;
  readonly country?: string;
  readonly sector?: string | null;
  readonly employees?: number | null;
  readonly website?: string | null;
  readonly example?: boolean;
}

/** A text as it is searched: without case and accents. */
export function searchable(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** What a recipient is called in the ledger, the register and open data: a natural person has a pseudonym there. */
export function publicName({
  id,
  name,
  kind,
}: {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}): string {
  return kind === "person" ? `P-${id.slice(1, 9)}` : name;
}

/** Keeps a new organisation and gives its id. */
export async function keepOrganisation(tx: Queryable, now: Date, made: NewOrganisation): Promise<string> {
  const id = newOrganisationId();
  await tx.query(
    `INSERT INTO organisations (id, name, kind, kvk, kvk_confirmed_at, region, size, postcode, place, country, sector,
       employees, website, example, created_at, search)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      id,
      made.name,
      made.kind,
      made.kvk ?? null,
      made.kvkConfirmed === true ? now : null,
      made.region ?? null,
      made.size ?? null,
      made.postcode ?? null,
      made.place ?? null,
      made.country ?? "NL",
      made.sector ?? null,
      made.employees ?? null,
      made.website ?? null,
      made.example ?? false,
      now,
      searchable(made.name),
    ],
  );
  return id;
}

/** Makes somebody a member; who is one already gets the role. */
export async function keepMembership(
  tx: Queryable,
  now: Date,
  personId: string,
  organisationId: string,
  role: "member" | "admin",
): Promise<void> {
  await tx.query(
    `INSERT INTO memberships (person_id, organisation_id, role, since) VALUES ($1, $2, $3, $4)
     ON CONFLICT (person_id, organisation_id) DO UPDATE SET role = excluded.role`,
    [personId, organisationId, role, now],
  );
}

/**
 * Puts somebody with the organisation for which they signed in with a trade register number that the sign-in service
 * vouches for (eHerkenning). Nobody has to approve that: the organisation itself mandated this person. Whoever comes
 * first looks after the organisation, also where somebody had claimed the number without proof.
 */
export async function organisationOfKvk(
  tx: Queryable,
  now: Date,
  personId: string,
  { kvk, name }: { readonly kvk: string; readonly name: string },
): Promise<string> {
  const [found] = await tx.query<{ id: string; confirmed: boolean }>(
    "SELECT id, kvk_confirmed_at IS NOT NULL AS confirmed FROM organisations WHERE kvk = $1 FOR UPDATE",
    [kvk],
  );
  if (found === undefined) {
    const id = await keepOrganisation(tx, now, { name, kind: "company", kvk, kvkConfirmed: true });
    await keepMembership(tx, now, personId, id, "admin");
    return id;
  }
  if (!found.confirmed)
    await tx.query("UPDATE organisations SET kvk_confirmed_at = $2 WHERE id = $1", [found.id, now]);
  await tx.query(
    `INSERT INTO memberships (person_id, organisation_id, role, since) VALUES ($1, $2, $3, $4)
     ON CONFLICT (person_id, organisation_id) DO UPDATE
     SET role = CASE WHEN excluded.role = 'admin' THEN 'admin' ELSE memberships.role END`,
    [personId, found.id, found.confirmed ? "member" : "admin", now],
  );
  return found.id;
}

/** Names of organisations by id. */
export async function organisationNames(
  from: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await from.query<{ id: string; name: string }>(
    "SELECT id, name FROM organisations WHERE id = ANY ($1::text[])",
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
