/** The categories between which reviewers choose per work package: what the call's ground in state-aid law knows. */
import { workCategoriesOf } from "@voorsprong/state-aid";
import type { Localised } from "../../kernel/views.js";
import type { ReviewedCall } from "./terms.js";

/** A category with its name. */
export interface WorkPackageCategory {
  readonly id: string;
  readonly title: Localised;
}

/** The categories of a call, for instance industrial research and experimental development (GBER article 25(2)). */
export function categoriesOf({ definition }: ReviewedCall): readonly WorkPackageCategory[] {
  return workCategoriesOf(definition.aid.basis).map(({ id, title }) => ({ id, title }));
}
