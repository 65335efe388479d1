/** Costs in words. */
import { COST_CATEGORIES } from "@voorsprong/state-aid";
import type { Localised } from "../../kernel/views.js";
import { leadId } from "./agreement/document.js";
import type { CostCell } from "./views/parts.js";

/** The title of a cost category; one that is not known is called as it was written. */
export function categoryTitle(category: string): Localised {
  return COST_CATEGORIES.find(({ id }) => id === category)?.title ?? { nl: category, en: category };
}

/**
 * What a cost is called: category and year, and whose it is and in which work package where that tells.
 * @param participants the names of who takes part
 */
export function costName(
  { category, year, participant, workPackage }: Omit<CostCell, "cents">,
  participants: readonly { readonly id: string; readonly name: string }[],
): Localised {
  const owner =
    participant === leadId ? "" : (participants.find(({ id }) => id === participant)?.name ?? participant);
  const { nl, en } = categoryTitle(category);
  const rest = [String(year), owner, workPackage].filter((part) => part !== "").join(", ");
  return { nl: `${nl}, ${rest}`, en: `${en}, ${rest}` };
}
