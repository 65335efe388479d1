/** What a request may say in its path and query about the register. */
import { z } from "zod";
import type { AwardFilter } from "../store/awards.js";
import { awardSorts } from "../store/awards.js";
import { AwardState } from "../views.js";

const storable = (text: string) => !text.includes("\0");
const text = (longest: number) => z.string().min(1).max(longest).refine(storable, "U+0000 is not allowed");

/** A query parameter that may be given once or several times. */
const repeatable = <Item extends z.ZodType>(item: Item) =>
  z.union([z.array(item).max(100), item.transform((one) => [one])]).optional();

const paging = {
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(500).default(50),
};

const filter = {
  example: z
    .enum(["true", "false"])
    .default("false")
    .transform((each) => each === "true")
    .meta({ description: "Awards of the example generator instead of real ones; the two are never mixed" }),
  search: z.string().max(200).refine(storable, "U+0000 is not allowed").optional(),
  fundId: text(100).optional(),
  callId: text(100).optional(),
  region: repeatable(text(100)),
  theme: repeatable(text(100)),
  size: repeatable(text(100)),
  state: repeatable(AwardState),
  year: z.coerce.number().int().min(1900).max(9999).optional(),
};

export const AwardsQuery = z.object({ ...filter, ...paging, sort: z.enum(awardSorts).default("-awardedOn") });
export const FilterQuery = z.object(filter);
export const AwardParams = z.object({ awardId: text(100) });
export const ReportParams = z.object({ reportId: z.uuid() });
export const CallsQuery = z.object({ fundId: text(100).optional() });
export const DecisionsQuery = z.object({ fundId: text(100).optional(), ...paging });
export const FeedQuery = z.object({ language: z.enum(["nl", "en"]).default("nl") });

/** The filter in a query. */
export function filterOf(query: z.output<typeof FilterQuery>): AwardFilter {
  const { example, search, fundId, callId, region, theme, size, state, year } = query;
  return { example, search, fundId, callId, region, theme, size, state, year };
}
