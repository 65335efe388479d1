/** Limits hold: each by itself, and all on one tag together. */
import type { FundFile } from "../assemble.js";
import type { Problem } from "../problem.js";
import { broken } from "../read/lenient.js";
import type { Tag } from "../vocabulary.js";
import { at, boundOf, budgetOf, type FoundLimit, type Side, written } from "./bounds.js";
import { scopesOf, together } from "./limits-together.js";
import { entries, idsOf, type LenientLimit, type Part, type Parts, problemAt } from "./parts.js";

/** A limit that lacks both sides, or whose floor is above its cap. */
function byItself(found: FoundLimit): Problem[] {
  const { value: limit } = found;
  const floor = boundOrCount(limit, "min");
  const cap = boundOrCount(limit, "max");
  if (floor === null && cap === null) {
    if (broken(limit, "min") || broken(limit, "max") || limit.kind === undefined) return [];
    return [problemAt(found, "the limit has no `min` and no `max`", "`min`, `max` or both")];
  }
  if (floor === null || cap === null || floor <= cap) return [];
  const message = `the least (${written(limit, "min")}) is more than the greatest (${written(limit, "max")})`;
  return [problemAt(at(found, "min"), message, `at most ${written(limit, "max")}`)];
}

function boundOrCount(limit: LenientLimit, side: Side): bigint | null {
  if (limit.kind !== "count") return boundOf(limit, side, 1n);
  const number = limit[side];
  return number === undefined ? null : BigInt(number);
}

/** Two limits of one kind on the same value and money: one of them says nothing or contradicts the other. */
function repeatedLimits(limits: readonly FoundLimit[]): Problem[] {
  const key = ({ value: limit }: FoundLimit): string | null => {
    if (limit.kind === undefined || limit.tag === undefined || limit.value === undefined) return null;
    const of = limit.kind === "share" ? limit.of : "";
    const budget = budgetOf(limit);
    return JSON.stringify([limit.kind, limit.tag, limit.value, of, budget ?? ""]);
  };
  const first = new Map<string, FoundLimit>();
  return limits.flatMap((found) => {
    const same = key(found);
    if (same === null) return [];
    const earlier = first.get(same);
    first.set(same, earlier ?? found);
    if (earlier === undefined) return [];
    const { line } = earlier.document.at(earlier.path);
    const message = `there is a ${found.value.kind} limit on the ${found.value.tag} \`${found.value.value}\` already (line ${line})`;
    return [
      problemAt({ ...found, path: [...found.path, "value"] }, message, "one limit with `min` and `max`"),
    ];
  });
}

/** A fund's values of a tag; null when they are not all known. */
function valuesOf(fund: Part<FundFile>, { programme }: Parts, tag: Tag): readonly string[] | null {
  if (tag === "theme") return idsOf(fund.value.themes);
  const field = tag === "region" ? "regions" : "sizes";
  const own = fund.value[field];
  if (broken(fund.value, field) || own?.includes(undefined)) return null;
  return (own as readonly string[] | undefined) ?? idsOf(programme?.value[field]);
}

function limitsOfFund(fund: Part<FundFile>, parts: Parts): Problem[] {
  const limits = entries(fund.document, ["limits"], fund.value.limits);
  const certain = limits.filter(
    ({ value }) => value.kind !== undefined && !("budget" in value && value.budget === undefined),
  );
  const scopes = scopesOf(fund, certain);
  const several = fund.value.several ?? [];
  const oneValueEach = (tag: Tag): boolean =>
    !several.includes(tag) && !several.includes(undefined) && !broken(fund.value, "several");
  const tags: readonly Tag[] = ["theme", "region", "size"];
  const joint = scopes.flatMap((scope) =>
    tags.flatMap((tag) => together(scope, tag, valuesOf(fund, parts, tag), oneValueEach(tag))),
  );
  return [...limits.flatMap(byItself), ...repeatedLimits(limits), ...joint];
}

/** The limits of every fund hold. */
export function checkLimits(parts: Parts): Problem[] {
  return parts.funds.flatMap((fund) => limitsOfFund(fund, parts));
}
