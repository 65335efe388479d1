/** What reviewing holds of people: reviewers with their interests, declarations and reviews, and messages to them. */
import type { PersonalData } from "../../kernel/privacy.js";

/** Years after the year of the declaration. */
const explanationYears = 2;

/** Years after the year of the message. */
const messageYears = 1;

export const reviewsPersonalData: PersonalData = {
  id: "reviews",
  async export(from, personId) {
    const rows = <Row extends object>(sql: string) => from.query<Row>(sql, [personId]);
    const at = <Row extends { at: Date | null }>(list: readonly Row[]) =>
      list.map(({ at: moment, ...rest }) => ({ ...rest, at: moment?.toISOString() ?? null }));
    const calls = await rows<{ callId: string; alias: string; capacity: number; at: Date }>(
      `SELECT call_id AS "callId", alias, capacity, expertise, to_json(interests) AS interests, added_at AS at
       FROM reviewers WHERE person_id = $1 ORDER BY added_at`,
    );
    const reviews = await rows<{ applicationId: string; state: string; at: Date | null }>(
      `SELECT application_id AS "applicationId", state, scores, reasons, classes, submitted_at AS at
       FROM reviews WHERE person_id = $1 ORDER BY assigned_at, application_id`,
    );
    const conflicts = await rows<{
      applicationId: string;
      ground: string;
      explanation: string | null;
      at: Date;
    }>(
      `SELECT application_id AS "applicationId", ground, explanation, declared_at AS at
       FROM review_conflicts WHERE person_id = $1 ORDER BY declared_at`,
    );
    const messages = await rows<{ kind: string; at: Date }>(
      "SELECT kind, title, text, made_at AS at FROM outbox WHERE person_id = $1 ORDER BY made_at",
    );
    return { calls: at(calls), reviews: at(reviews), conflicts: at(conflicts), messages: at(messages) };
  },
  // A submitted review is part of the file of a decision; it stands under an alias, and the id behind it leads to nobody.
  async erase(tx, personId) {
    await tx.query("DELETE FROM outbox WHERE person_id = $1", [personId]);
    await tx.query("UPDATE review_conflicts SET explanation = NULL WHERE person_id = $1", [personId]);
    await tx.query(
      `UPDATE reviewers SET interests = '{}', expertise = '{}', ended_at = coalesce(ended_at, now()) WHERE person_id = $1`,
      [personId],
    );
    await tx.query(
      "UPDATE reviews SET state = 'released' WHERE person_id = $1 AND state IN ('assigned', 'open')",
      [personId],
    );
    const [row] = await tx.query<{ submitted: number }>(
      "SELECT count(*) AS submitted FROM reviews WHERE person_id = $1 AND state = 'submitted'",
      [personId],
    );
    return row!.submitted === 0
      ? []
      : [
          {
            what: {
              nl: "De beoordelingen die u indiende, onder een schuilnaam, in het dossier van het besluit",
              en: "The reviews you submitted, under an alias, in the file of the decision",
            },
            article: "Archiefwet 1995, art. 3",
            until: null,
          },
        ];
  },
  retention: [
    {
      kind: "conflict-explanations",
      what: {
        nl: "Wat beoordelaars over hun belangenconflict schreven; dat er een conflict was, blijft",
        en: "What reviewers wrote about their conflict of interest; that there was one stays",
      },
      years: explanationYears,
      source: {
        nl: "AVG artikel 5, eerste lid, onder e: niet langer dan nodig om een besluit in bezwaar en beroep uit te leggen. De termijn is een aanname.",
        en: "GDPR article 5(1)(e): no longer than needed to explain a decision in objection and appeal. The period is an assumption.",
      },
    },
    {
      kind: "messages",
      what: { nl: "Berichten aan mensen", en: "Messages to people" },
      years: messageYears,
      source: {
        nl: "AVG artikel 5, eerste lid, onder e. De termijn is een aanname.",
        en: "GDPR article 5(1)(e). The period is an assumption.",
      },
    },
  ],
  async expire(tx, now) {
    const before = (years: number) => new Date(Date.UTC(now.getUTCFullYear() - years, 0, 1));
    const explanations = await tx.query(
      `UPDATE review_conflicts SET explanation = NULL WHERE declared_at < $1 AND explanation IS NOT NULL RETURNING 1`,
      [before(explanationYears)],
    );
    const messages = await tx.query("DELETE FROM outbox WHERE made_at < $1 RETURNING 1", [
      before(messageYears),
    ]);
    return explanations.length + messages.length;
  },
};
