import { SIZE_CLASSES, type SizeClass } from "../model/common.js";

/**
 * The class that counts after the two-year rule (Annex I, Art. 4(2)): a class is lost or gained only when two
 * periods after one another say so, and then it moves to the nearer of the two.
 *
 * @param classes what the figures of each period say, oldest first; at least one
 */
export function classOverYears(classes: readonly SizeClass[]): SizeClass {
  const ranks = classes.map((size) => SIZE_CLASSES.indexOf(size));
  let status = ranks[0]!;
  for (let at = 1; at < ranks.length; at++) {
    const [before, now] = [ranks[at - 1]!, ranks[at]!];
    if (before > status && now > status) status = Math.min(before, now);
    else if (before < status && now < status) status = Math.max(before, now);
  }
  return SIZE_CLASSES[status]!;
}
