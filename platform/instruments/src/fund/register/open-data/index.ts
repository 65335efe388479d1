/** Awards as open data: 360Giving, the list of GBER article 9, and how usable the data are. */
export type { PublicAward, Publisher, Recipient } from "./award.js";
export {
  type GberLine,
  gberAssumptions,
  gberColumns,
  gberLine,
  gberRow,
  gberThreshold,
  isInGberList,
} from "./gber-9.js";
export { nutsTwo } from "./nuts.js";
export { joinMarks, type QualityMark, qualityMarks } from "./quality.js";
export {
  openDataLicence,
  type ThreeSixtyGrant,
  type ThreeSixtyPackage,
  threeSixtyAssumptions,
  threeSixtyColumns,
  threeSixtyGrant,
  threeSixtyMeta,
  threeSixtyRow,
} from "./threesixty.js";
