/** Texts and ids as they are written in a programme file. */
import * as z from "zod";

/** A text that is not empty; `hint` says in an error what was expected. */
export const text = (hint = "a text that is not empty") =>
  z.string({ error: hint }).trim().min(1, { error: hint });

/** A text in Dutch and in English. */
export const localisedText = z
  .strictObject(
    {
      nl: text("the Dutch text").describe("The text in Dutch."),
      en: text("the same text in English").describe("The text in English."),
    },
    { error: "a text in two languages: `nl: …` and `en: …`" },
  )
  .meta({ id: "LocalisedText", description: "A text in Dutch (nl) and in English (en); both are required." });

const ID_HINT = "an id of small letters, digits and hyphens, for instance `every-pupil`";

/** The id of a point, fund, envelope, target, figure, source or call. */
export const id = z
  .string({ error: ID_HINT })
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: ID_HINT })
  .meta({ id: "Id", description: "Small letters, digits and hyphens." });

const CLAUSE_ID_HINT = "a clause id: the point's id, a dot and a name, for instance `innovation.research`";

/** The id of a clause, `POINT.NAME`. */
export const clauseId = z
  .string({ error: CLAUSE_ID_HINT })
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: CLAUSE_ID_HINT })
  .meta({ id: "ClauseId", description: "The id of the point, a dot and a name: `innovation.research`." });

const VALUE_HINT = "a tag value without `|` and without spaces around it, for instance `Groningen`";

/** The value of a tag in a round. `|` separates values in a CSV file of applications, so no value holds it. */
export const tagValue = z
  .string({ error: VALUE_HINT })
  .regex(/^[^\s|](?:[^|]*[^\s|])?$/, { error: VALUE_HINT })
  .meta({ id: "TagValue", description: "A value of a tag in a round: any text without `|`." });

const BUDGET_HINT = "a budget id: small letters, digits and hyphens, or a year, for instance 2027";

/** The id of a budget. A bare year is a number in YAML and is read as its digits. */
export const budgetId = z
  .union(
    [
      z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
      z
        .int()
        .min(0)
        .transform((year) => String(year)),
    ],
    { error: BUDGET_HINT },
  )
  .meta({ id: "BudgetId", description: "Small letters, digits and hyphens, or a year." });

/** A list of `entry`; with `atLeastOne`, the words for what must be in it. */
export function list<Entry extends z.ZodType>(entry: Entry, atLeastOne?: string) {
  const entries = z.array(entry);
  return atLeastOne === undefined ? entries : entries.min(1, { error: atLeastOne });
}
