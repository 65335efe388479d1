/** Who belongs to an organisation. */
import type { Database, Transaction } from "@voorsprong/store";
import { Refusal } from "../refusal.js";
import { keepMembership } from "./organisations.js";
import { noOrganisation, organisationExists } from "./read.js";
import type { JoinState } from "./views.js";

/** Asks to join; a member has to approve, or where nobody is left there, a fund manager. */
export function askToJoin(
  database: Database,
  now: Date,
  personId: string,
  organisationId: string,
): Promise<JoinState> {
  return database.transaction(async (tx) => {
    await lock(tx, organisationId);
    const members = await membershipsOf(tx, organisationId);
    if (members.some((member) => member.personId === personId)) return { state: "member" };
    await tx.query(
      "INSERT INTO membership_requests (person_id, organisation_id, asked_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
      [personId, organisationId, now],
    );
    return { state: "asked" };
  });
}

/** Says yes or no to who asks to join. @throws Refusal when that person does not ask */
export function answerRequest(
  database: Database,
  now: Date,
  personId: string,
  organisationId: string,
  approved: boolean,
): Promise<void> {
  return database.transaction(async (tx) => {
    const asked = await tx.query(
      "DELETE FROM membership_requests WHERE person_id = $1 AND organisation_id = $2 RETURNING 1",
      [personId, organisationId],
    );
    if (asked.length === 0) throw new Refusal("not-found", "This person does not ask to join (any more).");
    if (approved) await keepMembership(tx, now, personId, organisationId, "member");
  });
}

/** Gives a member another role. @throws Refusal when that leaves nobody who looks after the organisation */
export function changeMember(
  database: Database,
  personId: string,
  organisationId: string,
  role: "member" | "admin",
): Promise<void> {
  return database.transaction(async (tx) => {
    await lock(tx, organisationId);
    if (role === "member") await refuseLastAdmin(tx, personId, organisationId);
    const changed = await tx.query(
      "UPDATE memberships SET role = $3 WHERE person_id = $1 AND organisation_id = $2 RETURNING 1",
      [personId, organisationId, role],
    );
    if (changed.length === 0) throw new Refusal("not-found", noMember);
  });
}

/** Takes a member out. @throws Refusal as above */
export function removeMember(database: Database, personId: string, organisationId: string): Promise<void> {
  return database.transaction(async (tx) => {
    await lock(tx, organisationId);
    await refuseLastAdmin(tx, personId, organisationId);
    const removed = await tx.query(
      "DELETE FROM memberships WHERE person_id = $1 AND organisation_id = $2 RETURNING 1",
      [personId, organisationId],
    );
    if (removed.length === 0) throw new Refusal("not-found", noMember);
  });
}

const noMember = "This person is no member of the organisation.";

/** Changes of one organisation's members come one after another, so that two cannot both be the last to go. */
async function lock(tx: Transaction, organisationId: string): Promise<void> {
  if (!(await organisationExists(tx, organisationId)))
    throw new Refusal("not-found", noOrganisation(organisationId));
  await tx.query("SELECT 1 FROM organisations WHERE id = $1 FOR UPDATE", [organisationId]);
}

const membershipsOf = (tx: Transaction, organisationId: string) =>
  tx.query<{ personId: string; role: string }>(
    `SELECT person_id AS "personId", role FROM memberships WHERE organisation_id = $1`,
    [organisationId],
  );

async function refuseLastAdmin(tx: Transaction, personId: string, organisationId: string): Promise<void> {
  const members = await membershipsOf(tx, organisationId);
  const admins = members.filter(({ role }) => role === "admin");
  if (admins.length === 1 && admins[0]!.personId === personId && members.length > 1)
    throw new Refusal(
      "conflict",
      "This is the only administrator of the organisation. Make another member administrator first.",
    );
}
