/** The schema of `programme.yaml`: who, from which sources, and the lists every part shares. */
import * as z from "zod";
import { quantity } from "./number.js";
import { id, list, localisedText, tagValue, text } from "./text.js";

/** A document that figures and promises come from. */
export const source = z
  .strictObject({
    id: id.describe("The id by which figures name this source."),
    title: localisedText.describe("The title of the document."),
    publisher: text().exactOptional().describe("Who published it."),
    url: z
      .httpUrl({ error: "an address that begins with https:// or http://" })
      .exactOptional()
      .describe("Where it can be read."),
  })
  .meta({ id: "Source", description: "A document that figures and promises come from." });

/** A stated figure. */
export const figure = z
  .strictObject({
    id: id.describe("Unique within the clause, or within the coalition."),
    title: localisedText.describe("What the figure counts."),
    value: quantity,
    source: id.describe("The id of the source that states it."),
  })
  .meta({ id: "Figure", description: "A figure that a source states." });

/** A value of a tag. */
export const category = z
  .strictObject({
    id: tagValue.describe("The value of the tag in a round."),
    title: localisedText.describe("What pages call it."),
    description: localisedText.exactOptional().describe("What belongs in it."),
  })
  .meta({ id: "Category", description: "A value that applications are sorted by." });

const CODE_HINT = "an ISO 3166-2 code, for instance `NL-GR`";

/** A region. */
export const region = z
  .strictObject({
    ...category.shape,
    code: z
      .string({ error: CODE_HINT })
      .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, { error: CODE_HINT })
      .describe("The ISO 3166-2 code; maps find the region by it."),
  })
  .meta({ id: "Region", description: "A region with its ISO 3166-2 code." });

/** `programme.yaml`. */
export const programmeFile = z
  .strictObject({
    id: id.describe("The id of the programme."),
    title: localisedText.describe("The title of the programme."),
    summary: localisedText.describe("What the programme is for, in a few sentences."),
    coalition: z
      .strictObject({
        name: localisedText.describe("What the coalition is called."),
        figures: list(figure).describe("How large the coalition is."),
      })
      .describe("Who stands behind the accord."),
    sources: list(source, "at least one source").describe("Where figures come from."),
    points: list(id, "at least one point").describe(
      "The ids of the points in their order; each has its file in `points/`.",
    ),
    regions: list(region, "at least one region").describe("All regions a fund may be open to."),
    sizes: list(category, "at least one size class").describe(
      "The size classes of applicants; an applicant is in one.",
    ),
  })
  .meta({ title: "Programme", description: "What a programme is called, its sources and its shared lists." });
