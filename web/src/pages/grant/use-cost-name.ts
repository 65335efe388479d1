/** What costs are called on a page. */
import type { CostCell } from "@voorsprong/server/contract";
import { COST_CATEGORIES } from "@voorsprong/state-aid";
import { useLocalised } from "../../i18n/texts.js";

/** Gives the title of a category; one that is not known is called as it was written. */
export function useCategoryTitle(): (category: string) => string {
  const l = useLocalised();
  return (category) => {
    const known = COST_CATEGORIES.find(({ id }) => id === category);
    return known === undefined ? category : l(known.title);
  };
}

/** Gives the name of a cost: category and year, and whose it is and in which work package where that tells. */
export function useCostName() {
  const title = useCategoryTitle();
  return (
    { category, year, participant, workPackage }: Omit<CostCell, "cents">,
    participants: readonly { readonly id: string; readonly name: string }[],
  ): string => {
    const owner =
      participant === "lead" ? "" : (participants.find(({ id }) => id === participant)?.name ?? participant);
    return [title(category), year, owner, workPackage].filter((part) => part !== "").join(", ");
  };
}
