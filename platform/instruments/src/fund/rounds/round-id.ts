/** Ids of rounds. */
import { createHash } from "node:crypto";
import type { Rule } from "@voorsprong/allocation";

/**
 * The id of a round: its name as a slug and eight hex digits of what makes it this round, so that registering the
 * same round again gives the same id.
 */
export function roundId(name: string, key: { roundHash: string; rule: Rule; fundId: string | null }): string {
  const slug = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
  const digest = createHash("sha256")
    .update(JSON.stringify([key.roundHash, key.rule, key.fundId]))
    .digest("hex");
  return `${slug === "" ? "round" : slug}-${digest.slice(0, 8)}`;
}
