/** What the rooms of exchange and register hold about people: who brought lists and archives in, and what was reported. */
import type { Json, Queryable } from "@voorsprong/store";
import type { PersonalData } from "../../kernel/privacy.js";

/** Years that an archive from elsewhere is kept: it may hold state aid (GBER, art. 12). */
const archiveYears = 10;

/** Years that finished imports and answered reports are kept. */
const recordYears = 1;

const deeds: Readonly<Record<string, string>> = {
  imports: "SELECT file_name AS what, created_at AS at FROM imports WHERE created_by = $1",
  confirmedImports: "SELECT file_name AS what, finished_at AS at FROM imports WHERE confirmed_by = $1",
  archives: "SELECT call_id AS what, taken_in_at AS at FROM archives WHERE taken_in_by = $1",
  answeredReports: "SELECT number AS what, closed_at AS at FROM register_reports WHERE closed_by = $1",
};

async function deedsOf(from: Queryable, personId: string): Promise<Record<string, Json>> {
  const found: Record<string, Json> = {};
  for (const [name, sql] of Object.entries(deeds)) {
    const rows = await from.query<{ what: string; at: Date | null }>(`${sql} ORDER BY at, what`, [personId]);
    if (rows.length > 0) found[name] = rows.map(({ what, at }) => ({ what, at: at?.toISOString() ?? null }));
  }
  return found;
}

export const exchangePersonalData: PersonalData = {
  id: "exchange",
  export: deedsOf,
  // Who brought what in stays by the person's id alone: names stand only among people.
  erase: async () => [],
  retention: [
    {
      kind: "archives",
      what: {
        nl: "Archieven van openstellingen van andere installaties",
        en: "Archives of calls of other installations",
      },
      years: archiveYears,
      source: {
        nl: "Verordening 651/2014, artikel 12: tien jaar",
        en: "Regulation 651/2014, article 12: ten years",
      },
    },
    {
      kind: "imports-and-reports",
      what: {
        nl: "Wie lijsten inlas, en beantwoorde meldingen over het register",
        en: "Who brought lists in, and answered reports on the register",
      },
      years: recordYears,
      source: {
        nl: "Aanname: een jaar na afloop is genoeg om vragen te beantwoorden",
        en: "Assumption: a year after the end is enough to answer questions",
      },
    },
  ],
  async expire(tx, now) {
    const ended = (years: number) => `$1::timestamptz - interval '${years} years'`;
    let removed = 0;
    for (const sql of [
      `DELETE FROM archives WHERE taken_in_at < ${ended(archiveYears)} RETURNING 1`,
      `DELETE FROM imports WHERE finished_at < ${ended(recordYears)} RETURNING 1`,
      `DELETE FROM register_reports WHERE closed_at < ${ended(recordYears)} RETURNING 1`,
    ])
      removed += (await tx.query(sql, [now])).length;
    return removed;
  },
};
