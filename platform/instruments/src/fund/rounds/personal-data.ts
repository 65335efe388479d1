/** Rounds hold of people only who registered one: a decision under the law, of which that somebody prepared it is a part. */
import type { PersonalData } from "../../kernel/privacy.js";

export const roundsData: PersonalData = {
  id: "rounds",
  async export(from, personId) {
    const rows = await from.query<{ id: string; title: string; at: Date }>(
      "SELECT id, title, created_at AS at FROM rounds WHERE registered_by = $1 ORDER BY created_at, id",
      [personId],
    );
    return { registered: rows.map(({ id, title, at }) => ({ id, title, at: at.toISOString() })) };
  },
  // The id stays, and leads to nobody once the name is gone: four eyes can still be shown.
  erase: async () => [],
  retention: [],
  expire: async () => 0,
};
