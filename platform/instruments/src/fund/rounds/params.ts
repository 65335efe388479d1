/** What a request may say in its path and query about funds, rounds and jobs. */
import { z } from "zod";

/** U+0000 is the one character PostgreSQL cannot take in a text. */
const storable = (text: string) => !text.includes("\0");

const page = z.coerce.number().int().min(1).max(1_000_000).default(1);
const pageSize = z.coerce.number().int().min(1).max(500).default(50);

const FundId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, "a fund id has small letters, digits and hyphens");
const RoundId = z
  .string()
  .max(100)
  .regex(/^[a-z0-9][a-z0-9-]*$/, "a round id has small letters, digits and hyphens");

/** A query parameter that may be given once or several times. */
const repeatable = <Item extends z.ZodType>(item: Item) =>
  z.union([z.array(item), item.transform((one) => [one])]).optional();

const TagFilter = z
  .string()
  .max(500)
  .regex(/^[^:]+:.+$/s, "a tag filter is NAME:VALUE, for instance region:Groningen")
  .refine(storable, "U+0000 is not allowed");

export const FundParams = z.object({ fundId: FundId });
export const RoundParams = z.object({ roundId: RoundId });
export const ApplicationParams = z.object({
  roundId: RoundId,
  applicationId: z.string().min(1).max(500).refine(storable, "U+0000 is not allowed"),
});
export const JobParams = z.object({ jobId: z.uuid() });

export const RoundsQuery = z.object({ fundId: FundId.optional(), page, pageSize });

export const ApplicationsQuery = z.object({
  page,
  pageSize,
  sort: z
    .enum(["score", "-score", "requested", "-requested", "received", "-received", "id", "-id"])
    .default("-score"),
  search: z.string().max(200).refine(storable, "U+0000 is not allowed").optional(),
  tag: repeatable(TagFilter).meta({
    description: "NAME:VALUE, repeatable; values of one name widen, names narrow the selection",
  }),
  outcome: z.enum(["funded", "unfunded", "changed"]).optional(),
});

/** Tag filters by name: `["region:A", "region:B"]` becomes `{region: ["A", "B"]}`. */
export function tagsOf(filters: readonly string[] = []): Record<string, string[]> {
  const tags = new Map<string, string[]>();
  for (const filter of filters) {
    const colon = filter.indexOf(":");
    const name = filter.slice(0, colon);
    tags.set(name, [...(tags.get(name) ?? []), filter.slice(colon + 1)]);
  }
  return Object.fromEntries(tags);
}
