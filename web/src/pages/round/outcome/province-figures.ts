/** The figures of a round per province, where its applications name provinces. */
import type { DecisionSummary, FundView, RoundView } from "@voorsprong/server/contract";
import { type ProvinceId, provinceOf } from "../../../charts/provinces.js";

/** What is known of one province. Awards are null before the decision. */
export interface ProvinceFigures {
  readonly id: ProvinceId;
  /** The value of the tag `region` that means this province. */
  readonly region: string;
  readonly applications: number;
  readonly requested: number;
  readonly funded: number | null;
  readonly awarded: number | null;
}

/** The province a region means: by the fund's ISO code, else by its name. */
function provinceOfRegion(region: string, fund: FundView | undefined): ProvinceId | null {
  const iso = fund?.regions.find(({ id }) => id === region)?.iso;
  return provinceOf(iso ?? region);
}

/**
 * Figures per province, in the order of the round; null when the round has no regions or one that is no province,
 * because then a map would leave money out.
 */
export function provincesOf(
  round: RoundView,
  fund: FundView | undefined,
  summary?: DecisionSummary,
): readonly ProvinceFigures[] | null {
  const regions = round.tags.region ?? [];
  const groups = summary?.groups.filter((group) => group.tag === "region");
  const figures = regions.map(({ value, applications, requested }) => {
    const id = provinceOfRegion(value, fund);
    const group = groups?.find((each) => each.value === value);
    const funded = group?.funded ?? null;
    return id === null
      ? null
      : { id, region: value, applications, requested, funded, awarded: group?.awarded ?? null };
  });
  const known = figures.filter((figure) => figure !== null);
  return known.length > 0 && known.length === figures.length ? known : null;
}
