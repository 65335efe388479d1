import { StateAidInputError } from "../model/common.js";
import { WHOLE } from "../model/exact.js";
import { type Graph, linkedGroups } from "../sme/links.js";
import type { GrantedAid } from "./window.js";

/** De minimis aid that an enterprise received. */
export interface DeMinimisAid extends GrantedAid {
  readonly enterprise: string;
  /** Aid for services of general economic interest has a ceiling of its own (Regulation 2023/2832). */
  readonly regulation?: "general" | "agriculture" | "fisheries" | "sgei";
}

/** A merger or takeover, or a split (Regulation 2023/2831, Art. 3(8) and 3(9)). */
export type Restructuring =
  | {
      readonly kind: "merger";
      readonly date: string;
      readonly from: readonly string[];
      readonly into: string;
    }
  | {
      readonly kind: "split";
      readonly date: string;
      readonly from: string;
      /** Who took over the activities that the aid was for; null: by book value of the equity, in basis points. */
      readonly heir: string | null;
      readonly into: readonly { readonly id: string; readonly share: number }[];
    };

/** The enterprises that are one undertaking with another: links through enterprises only (Art. 2(2)), in order. */
export function singleUndertaking(graph: Graph, enterprise: string): readonly string[] {
  const groups = linkedGroups(graph, false);
  const own = groups.of(enterprise);
  const members = graph.parties.filter(({ id }) => groups.of(id) === own).map(({ id }) => id);
  return members.includes(enterprise) ? members : [enterprise];
}

function afterSplit(each: DeMinimisAid, split: Extract<Restructuring, { kind: "split" }>): DeMinimisAid[] {
  if (split.heir !== null) return [{ ...each, enterprise: split.heir }];
  const shares = split.into.reduce((sum, { share }) => sum + share, 0);
  if (shares !== WHOLE)
    throw new StateAidInputError(
      `The shares of the split of "${split.from}" add up to ${shares}, not 10,000.`,
    );
  // Rounded up per part: aid of the past is never understated.
  return split.into.map(({ id, share }) => ({
    ...each,
    enterprise: id,
    cents: Number((BigInt(each.cents) * BigInt(share) + BigInt(WHOLE - 1)) / BigInt(WHOLE)),
  }));
}

/** The aid as it counts after mergers and splits, which are applied in order of date to the aid of before. */
export function afterRestructuring(
  aid: readonly DeMinimisAid[],
  events: readonly Restructuring[],
): readonly DeMinimisAid[] {
  return [...events]
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .reduce<readonly DeMinimisAid[]>(
      (all, event) =>
        all.flatMap((each) => {
          if (each.date > event.date) return [each];
          if (event.kind === "merger")
            return [event.from.includes(each.enterprise) ? { ...each, enterprise: event.into } : each];
          return each.enterprise === event.from ? afterSplit(each, event) : [each];
        }),
      aid,
    );
}
