/** Partners of an application: invited, confirmed, declined. */
import type { Queryable, Transaction } from "@voorsprong/store";

/** One partner as the application knows it. */
export interface PartnerRow {
  readonly partner: string;
  readonly organisationId: string | null;
  readonly organisation: string | null;
  readonly state: "invited" | "confirmed" | "declined";
  /** Whether an invitation link is out that nobody used yet. */
  readonly linkOut: boolean;
  readonly answeredAt: Date | null;
}

/** The partners of an application in the order of their ids. */
export async function listPartners(from: Queryable, id: string): Promise<PartnerRow[]> {
  return from.query<PartnerRow>(
    `SELECT p.partner, p.organisation_id AS "organisationId", o.name AS organisation, p.state,
       p.invitation IS NOT NULL AS "linkOut", p.answered_at AS "answeredAt"
     FROM grant_application_partners p LEFT JOIN organisations o ON o.id = p.organisation_id
     WHERE p.application_id = $1 ORDER BY p.partner`,
    [id],
  );
}

/** Keeps the hash of a new invitation link, which replaces an older one; false when there is no such partner. */
export async function keepInvitation(
  tx: Transaction,
  id: string,
  partner: string,
  hash: string,
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE grant_application_partners SET invitation = $3, state = CASE WHEN state = 'declined' THEN 'invited' ELSE state END
     WHERE application_id = $1 AND partner = $2 RETURNING partner`,
    [id, partner, hash],
  );
  return rows.length > 0;
}

/** Takes an invitation up for an organisation; false when the link is not, or no longer, good. */
export async function takeInvitation(
  tx: Transaction,
  id: string,
  partner: string,
  hash: string,
  organisationId: string,
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE grant_application_partners SET invitation = NULL, organisation_id = $4
     WHERE application_id = $1 AND partner = $2 AND invitation = $3 RETURNING partner`,
    [id, partner, hash, organisationId],
  );
  return rows.length > 0;
}

/** Keeps a partner's answer. */
export async function keepAnswer(
  tx: Transaction,
  id: string,
  partner: string,
  answer: {
    readonly state: "confirmed" | "declined";
    readonly partHash: string | null;
    readonly personId: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx.query(
    `UPDATE grant_application_partners SET state = $3, part_hash = $4, answered_by = $5, answered_at = $6
     WHERE application_id = $1 AND partner = $2`,
    [id, partner, answer.state, answer.partHash, answer.personId, answer.at],
  );
}
