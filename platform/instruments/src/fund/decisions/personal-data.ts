/** What deciding holds of people: who prepared and decided, and what objectors wrote. */
import type { PersonalData } from "../../kernel/privacy.js";

const archive = {
  nl: "Archiefwet 1995 en de selectielijst van het fonds; het dossier van een besluit blijft zolang het besluit betekenis heeft.",
  en: "Archiefwet 1995 (Public Records Act) and the fund's selection list; the file of a decision stays as long as the decision matters.",
};

/** Years after the year in which an objection was closed, or a letter of refusal was sent. */
const years = 10;

export const decisionsPersonalData: PersonalData = {
  id: "decisions",
  async export(from, personId) {
    const proposals = await from.query<{ callId: string; number: number; role: string; at: Date }>(
      `SELECT call_id AS "callId", number, 'proposed' AS role, proposed_at AS at FROM proposals WHERE proposed_by = $1
       UNION ALL SELECT call_id, number, 'answered', answered_at FROM proposals WHERE answered_by = $1 ORDER BY 4`,
      [personId],
    );
    const objections = await from.query<{ callId: string; number: number; grounds: string | null; at: Date }>(
      `SELECT call_id AS "callId", number, grounds, filed_at AS at FROM objections WHERE filed_by = $1 ORDER BY filed_at`,
      [personId],
    );
    const events = await from.query<{ kind: string; note: string | null; at: Date }>(
      "SELECT kind, note, at FROM objection_events WHERE by_person = $1 ORDER BY id",
      [personId],
    );
    const dated = <Row extends { at: Date }>(rows: readonly Row[]) =>
      rows.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() }));
    return { proposals: dated(proposals), objections: dated(objections), objectionFile: dated(events) };
  },
  // The id stays, and leads to nobody once the name is gone: four eyes can still be shown. What an objector wrote belongs
  // to the file of the decision.
  async erase(tx, personId) {
    const [open] = await tx.query<{ n: number }>(
      "SELECT count(*) AS n FROM objections WHERE filed_by = $1 AND grounds IS NOT NULL",
      [personId],
    );
    return open!.n === 0
      ? []
      : [
          {
            what: {
              nl: "De gronden van uw bezwaar, in het dossier van het besluit",
              en: "The grounds of your objection, in the file of the decision",
            },
            article: "Archiefwet 1995, art. 3",
            until: null,
          },
        ];
  },
  retention: [
    {
      kind: "objections",
      what: { nl: "Wat bezwaarmakers schreven", en: "What objectors wrote" },
      years,
      source: archive,
    },
    {
      kind: "letters",
      what: { nl: "De tekst van brieven", en: "The text of letters" },
      years,
      source: archive,
    },
  ],
  async expire(tx, now) {
    const before = new Date(Date.UTC(now.getUTCFullYear() - years, 0, 1));
    const objections = await tx.query(
      `UPDATE objections SET grounds = NULL, excuse = NULL WHERE closed_at < $1 AND grounds IS NOT NULL RETURNING id`,
      [before],
    );
    const letters = await tx.query(
      `UPDATE letters SET document = NULL WHERE sent_at < $1 AND document IS NOT NULL
         AND kind NOT IN ('award', 'reserve-award') RETURNING id`,
      [before],
    );
    const files = await tx.query(
      `DELETE FROM attachments WHERE owner_kind = 'objection'
         AND owner_id IN (SELECT id::text FROM objections WHERE closed_at < $1) RETURNING id`,
      [before],
    );
    return objections.length + letters.length + files.length;
  },
};
