/** What applications hold about people: who wrote and submitted them, and whom the fund may write to. */
import type { Json, Queryable, Transaction } from "@voorsprong/store";
import type { PersonalData } from "../../kernel/privacy.js";

/** Years after the closing of its call that a draft is kept that nobody submitted. */
const DRAFT_YEARS = 1;

/** What somebody did, each a list of dossiers and moments. */
const deeds: Readonly<Record<string, string>> = {
  begun: "SELECT a.id AS dossier, a.created_at AS at FROM grant_applications a WHERE a.created_by = $1",
  submitted: `SELECT v.application_id AS dossier, v.submitted_at AS at FROM grant_application_versions v
    WHERE v.submitted_by = $1`,
  answeredAsPartner: `SELECT p.application_id AS dossier, p.answered_at AS at FROM grant_application_partners p
    WHERE p.answered_by = $1`,
  correctionsAsked: `SELECT r.application_id AS dossier, r.asked_at AS at FROM correction_requests r
    WHERE r.asked_by = $1`,
  flagsSettled: `SELECT f.application_id AS dossier, f.resolved_at AS at FROM grant_application_flags f
    WHERE f.resolved_by = $1`,
  filesUploaded: `SELECT t.name AS dossier, t.uploaded_at AS at FROM attachments t
    WHERE t.owner_kind = 'application' AND t.uploaded_by = $1`,
};

/** Applications that name a person as contact, by the address they sign in with. */
async function contactIn(
  from: Queryable,
  personId: string,
): Promise<readonly { id: string; contact: Json }[]> {
  return from.query<{ id: string; contact: Json }>(
    `SELECT a.id, a.document->'contact' AS contact FROM grant_applications a JOIN people p ON p.id = $1
     WHERE p.email IS NOT NULL AND lower(a.document->'contact'->>'email') = lower(p.email) ORDER BY a.id`,
    [personId],
  );
}

/** Drafts of calls that closed long ago. */
async function expireDrafts(tx: Transaction, now: Date): Promise<number> {
  const old = `SELECT a.id FROM grant_applications a JOIN calls c ON c.id = a.call_id
    WHERE a.version = 0 AND c.closes < $1::timestamptz - interval '${DRAFT_YEARS} years'`;
  await tx.query(`DELETE FROM attachments WHERE owner_kind = 'application' AND owner_id IN (${old})`, [now]);
  await tx.query(`DELETE FROM grant_application_partners WHERE application_id IN (${old})`, [now]);
  const gone = await tx.query(`DELETE FROM grant_applications WHERE id IN (${old}) RETURNING id`, [now]);
  return gone.length;
}

/**
 * The texts of applications whose time is over, by the retention of their call: counted from the end of the year in
 * which the grant ended, or in which it had to be decided. Hash, amounts and organisation stay.
 */
async function expireTexts(tx: Transaction, now: Date): Promise<number> {
  const over = `SELECT a.id FROM grant_applications a JOIN calls c ON c.id = a.call_id
    LEFT JOIN grants g ON g.application_id = a.id
    WHERE a.version > 0 AND a.document ? 'project' AND CASE WHEN g.application_id IS NULL
      THEN make_date(extract(year FROM c.closes + 7 * coalesce((c.definition->>'decisionWeeks')::int, 0)
             * interval '1 day')::int + 1 + (c.definition->'retention'->>'refused')::int, 1, 1) <= $1::timestamptz
      ELSE g.state IN ('settled', 'withdrawn') AND
        make_date(extract(year FROM coalesce(g.settled_on, g.granted_on))::int + 1
             + (c.definition->'retention'->>'granted')::int, 1, 1) <= $1::timestamptz END`;
  const rows = await tx.query<{ id: string }>(over, [now]);
  const ids = rows.map(({ id }) => id);
  await tx.query("DELETE FROM attachments WHERE owner_kind = 'application' AND owner_id = ANY($1::text[])", [
    ids,
  ]);
  await tx.query(
    "UPDATE grant_application_versions SET document = NULL WHERE application_id = ANY($1::text[])",
    [ids],
  );
  await tx.query(
    `UPDATE grant_applications SET document = jsonb_build_object('format', document->'format', 'call', document->'call',
       'callVersion', document->'callVersion', 'lead', document->'lead') WHERE id = ANY($1::text[])`,
    [ids],
  );
  return ids.length;
}

export const applicationsPersonalData: PersonalData = {
  id: "applications",
  async export(from, personId) {
    const found: Record<string, Json> = {};
    for (const [name, sql] of Object.entries(deeds)) {
      const rows = await from.query<{ dossier: string; at: Date }>(`${sql} ORDER BY at, dossier`, [personId]);
      if (rows.length > 0) found[name] = rows.map(({ dossier, at }) => ({ dossier, at: at.toISOString() }));
    }
    const contact = await contactIn(from, personId);
    if (contact.length > 0)
      found.contact = contact.map((each) => ({ application: each.id, contact: each.contact }));
    return found;
  },
  async erase(tx, personId) {
    const contact = await contactIn(tx, personId);
    const ids = contact.map(({ id }) => id);
    await tx.query(
      "UPDATE grant_applications SET document = document - 'contact', revision = revision + 1 WHERE id = ANY($1::text[])",
      [ids],
    );
    await tx.query(
      "UPDATE attachments SET uploaded_by = NULL WHERE owner_kind = 'application' AND uploaded_by = $1",
      [personId],
    );
    const [submitted] = await tx.query<{ count: number }>(
      `SELECT count(*) AS count FROM grant_application_versions
       WHERE application_id = ANY($1::text[]) AND document IS NOT NULL`,
      [ids],
    );
    // What was submitted is part of a decision and hashed as it is: it goes when its retention is over.
    return submitted!.count === 0
      ? []
      : [
          {
            what: {
              nl: "De contactgegevens in aanvragen zoals die zijn ingediend",
              en: "The contact details in applications as they were submitted",
            },
            article: "Archiefwet 1995, art. 3",
            until: null,
          },
        ];
  },
  retention: [
    {
      kind: "drafts",
      what: {
        nl: "Concepten van aanvragen die niemand indiende, na het sluiten van de oproep",
        en: "Drafts of applications that nobody submitted, after the closing of the call",
      },
      years: DRAFT_YEARS,
      source: {
        nl: "Algemene verordening gegevensbescherming, artikel 5, lid 1, onder e",
        en: "General Data Protection Regulation, article 5(1)(e)",
      },
    },
    {
      kind: "applications",
      what: {
        nl: "Ingediende aanvragen; korter waar de oproep dat voor afgewezen aanvragen zegt",
        en: "Submitted applications; shorter where the call says so for refused ones",
      },
      years: 10,
      source: {
        nl: "Verordening 651/2014, artikel 12: tien jaar na de steun",
        en: "Regulation 651/2014, article 12: ten years after the aid",
      },
    },
  ],
  expire: async (tx, now) => (await expireDrafts(tx, now)) + (await expireTexts(tx, now)),
};
