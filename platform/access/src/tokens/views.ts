/** Tokens of programs, as they go over the wire. */
import { z } from "zod";

export const NewTokenWish = z
  .object({
    name: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .refine((text) => !text.includes("\0"), "U+0000 is not allowed")
      .meta({ description: "What it is for" }),
    may: z.enum(["read", "change"]).default("read"),
    days: z.int().min(1).max(366).default(90).meta({ description: "How long it is good" }),
  })
  .meta({ id: "NewTokenWish" });
export type NewTokenWish = z.output<typeof NewTokenWish>;

export const TokenView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    may: z.enum(["read", "change"]),
    from: z.iso.datetime(),
    until: z.iso.datetime(),
    lastUsed: z.iso.datetime().nullable().meta({ description: "To the hour" }),
  })
  .meta({ id: "TokenView" });
export type TokenView = z.infer<typeof TokenView>;

export const TokenList = z.object({ items: z.array(TokenView) }).meta({ id: "TokenList" });
export type TokenList = z.infer<typeof TokenList>;

/** A new token, told once. */
export const NewToken = TokenView.extend({ token: z.string() }).meta({ id: "NewToken" });
export type NewToken = z.infer<typeof NewToken>;
