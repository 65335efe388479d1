/** Invitations by link: to an organisation, or to a role on a fund. Each is for one person. */
import type { Database, Queryable } from "@voorsprong/store";
import { anyFund, type FundRole } from "../actor.js";
import { keepMembership } from "../organisations/organisations.js";
import { grantRole } from "../people/people.js";
import { Refusal } from "../refusal.js";
import { hashOfSecret, newSecret } from "../secrets.js";
import type { InvitationTarget, InvitationView, NewInvitation } from "./views.js";

/** How long an invitation is good, in milliseconds: two weeks. */
const goodFor = 14 * 24 * 3_600_000;

/** Makes an invitation; its code is told once and kept nowhere. */
export async function invite(
  database: Queryable,
  now: Date,
  by: string,
  to: InvitationTarget,
): Promise<NewInvitation> {
  const code = newSecret();
  const expires = new Date(now.getTime() + goodFor);
  const [organisation, membership, role, fund] =
    to.kind === "organisation"
      ? [to.organisationId, to.membership, null, null]
      : [null, null, to.role, to.fundId];
  await database.query(
    `INSERT INTO invitations (hash, organisation_id, membership, fund_role, fund_id, created_by, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [hashOfSecret(code), organisation, membership, role, fund, by, now, expires],
  );
  return { code, expires: expires.toISOString() };
}

interface Row {
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly membership: "member" | "admin" | null;
  readonly role: FundRole | null;
  readonly fundId: string | null;
  readonly invitedBy: string | null;
  readonly invitedById: string;
  readonly expires: Date;
}

async function find(from: Queryable, now: Date, code: string): Promise<Row> {
  const [row] = await from.query<Row>(
    `SELECT i.organisation_id AS "organisationId", o.name AS "organisationName", i.membership, i.fund_role AS role,
       i.fund_id AS "fundId", p.name AS "invitedBy", p.id AS "invitedById", i.expires_at AS expires
     FROM invitations i LEFT JOIN organisations o ON o.id = i.organisation_id JOIN people p ON p.id = i.created_by
     WHERE i.hash = $1 AND i.expires_at > $2`,
    [hashOfSecret(code), now],
  );
  if (row === undefined)
    throw new Refusal("not-found", "This invitation was used, has expired or never was. Ask for a new one.");
  return row;
}

/** What an invitation is for. @throws Refusal when it is good no longer */
export async function invitationView(from: Queryable, now: Date, code: string): Promise<InvitationView> {
  const { invitedById: _, expires, ...row } = await find(from, now, code);
  return { ...row, expires: expires.toISOString() };
}

/** Takes an invitation up: it is used by that. @throws Refusal when it is good no longer, or who invited may no longer */
export function acceptInvitation(
  database: Database,
  now: Date,
  personId: string,
  code: string,
): Promise<InvitationView> {
  return database.transaction(async (tx) => {
    const view = await invitationView(tx, now, code);
    const { invitedById } = await find(tx, now, code);
    const used = await tx.query("DELETE FROM invitations WHERE hash = $1 RETURNING 1", [hashOfSecret(code)]);
    if (used.length === 0) throw new Refusal("conflict", "This invitation was used a moment ago.");
    if (view.organisationId !== null && view.membership !== null) {
      await requireStill(
        tx,
        "SELECT 1 FROM memberships WHERE person_id = $1 AND organisation_id = $2 AND role = 'admin'",
        [invitedById, view.organisationId],
      );
      await tx.query("DELETE FROM membership_requests WHERE person_id = $1 AND organisation_id = $2", [
        personId,
        view.organisationId,
      ]);
      await keepMembership(tx, now, personId, view.organisationId, view.membership);
    } else if (view.role !== null) {
      await requireStill(
        tx,
        `SELECT 1 FROM fund_roles
         WHERE person_id = $1 AND role = 'programme-director' AND (fund_id IS NULL OR fund_id = $2)`,
        [invitedById, view.fundId ?? anyFund],
      );
      await grantRole(tx, now, { personId, role: view.role, fundId: view.fundId, grantedBy: invitedById });
    }
    return view;
  });
}

/** An invitation is worth what its maker may do now: one of somebody who was put out lets nobody in. */
async function requireStill(from: Queryable, sql: string, parameters: readonly string[]): Promise<void> {
  if ((await from.query(sql, parameters)).length === 0)
    throw new Refusal("conflict", "Who sent this invitation may no longer invite. Ask for a new one.");
}
