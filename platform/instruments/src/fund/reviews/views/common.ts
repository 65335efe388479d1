/** What views of reviews share. Scores are whole hundredths of a point on a scale from 0 to 100 points. */
import { z } from "zod";
import { Localised } from "../../../kernel/views.js";

/** A score. */
export const Score = z.int().meta({ description: "Hundredths of a point of 100" });
/** A person's name, for those who run the fund. */
export const PersonName = z.string().nullable().meta({ personal: true, description: "Null once erased" });
/** Where a review stands. */
export const ReviewStateName = z
  .enum(["assigned", "open", "submitted", "conflict", "released"])
  .meta({ id: "ReviewState" });
/** Where a panel stands. */
export const PanelState = z.enum(["closed", "open", "frozen"]);
/** Where a page lies in its list. */
export const page = { page: z.int(), pageSize: z.int(), total: z.int() };
/** Category of research of a work package, with the reason. */
export const Classification = z.object({ category: z.string(), reason: z.string() });

/** A criterion as reviewers see it. */
export const CriterionView = z.object({
  id: z.string(),
  title: Localised,
  description: Localised.nullable(),
  weight: z.int().meta({ description: "Basis points" }),
  max: z.int(),
  threshold: z.int().nullable(),
  anchors: z.array(z.object({ points: z.int(), text: Localised })),
});
