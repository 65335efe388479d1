/** The schema of `points/*.yaml`: one point of the accord with its clauses. */
import * as z from "zod";
import type { EnvelopeField } from "../vocabulary.js";
import { assumptions } from "./assumption.js";
import { money, quantity, year } from "./number.js";
import { figure } from "./programme.js";
import { clauseId, id, list, localisedText } from "./text.js";

const ENVELOPE_FIELDS = ["amount", "period", "years", "reserve"] as const satisfies readonly EnvelopeField[];

/** Money that a clause promises. */
export const envelope = z
  .strictObject({
    id: id.describe("Unique in the programme."),
    title: localisedText.describe("What the money is for."),
    amount: money.describe("The whole amount that is promised."),
    from: year.describe("The first calendar year."),
    to: year.describe("The last calendar year, included."),
    years: list(
      z.strictObject({ year, amount: money.describe("The most that may be drawn in this year.") }),
      "at least one year, or no `years` at all",
    )
      .exactOptional()
      .describe("The most per year; the amounts add up to `amount`. Without it there is no yearly maximum."),
    reserve: money.exactOptional().describe("What is promised but not given to an instrument yet."),
    scope: id.exactOptional().describe("The part of the clause it is for; without it the whole clause."),
    assumptions: assumptions(ENVELOPE_FIELDS),
    source: id.describe("The id of the source that promises it."),
  })
  .meta({ id: "Envelope", description: "Money that a clause promises over whole calendar years." });

/** A measurable aim. */
export const target = z
  .strictObject({
    id: id.describe("Unique in the programme."),
    title: localisedText.describe("What is measured."),
    from: quantity.exactOptional().describe("Where it starts, in the unit of `to`."),
    to: quantity.describe("What must be reached."),
    hard: z
      .boolean({ error: "true (can be missed) or false (an aim)" })
      .describe("true: an obligation that can be missed. false: an aim."),
    by: year.exactOptional().describe("The year at whose end it must be reached."),
    source: id.describe("The id of the source that sets it."),
  })
  .meta({ id: "Target", description: "A measurable aim of a clause." });

/** The instruments that a clause can name. */
export const instrument = z
  .strictObject({
    kind: z.literal("fund", { error: "a kind of instrument: `fund`" }).describe("The kind of instrument."),
    id: id.describe("The id of the instrument."),
  })
  .meta({ id: "InstrumentRef", description: "The instrument that carries the clause out." });

const PLANNED_HINT = "true, or a text in two languages that says what is not running yet";

/** A clause. */
export const clause = z
  .strictObject({
    id: clauseId,
    title: localisedText.describe("The clause in a few words."),
    text: localisedText.describe("What is promised, in your own words."),
    planned: z
      .union([z.literal(true), localisedText], { error: PLANNED_HINT })
      .exactOptional()
      .describe(
        "Nothing runs yet: `true`, or the text that its page shows. Required beside an instrument: why.",
      ),
    instruments: list(instrument).exactOptional().describe("What carries the clause out."),
    envelopes: list(envelope).exactOptional().describe("The money that is promised."),
    targets: list(target).exactOptional().describe("The aims that are measured."),
    figures: list(figure).exactOptional().describe("Other figures of the clause."),
  })
  .meta({ id: "Clause", description: "One promise of the accord." });

/** `points/*.yaml`. */
export const pointFile = z
  .strictObject({
    id: id.describe("The id of the point; the file is called `ID.yaml`."),
    title: localisedText.describe("The title of the point."),
    summary: localisedText.describe("What the point is about, in a few sentences."),
    clauses: list(clause, "at least one clause").describe("The promises of this point, in order."),
  })
  .meta({ title: "Point", description: "One point of the accord with its clauses." });
