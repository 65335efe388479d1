/** The names of the rules for `--rule`, without loading the engine: help must come at once. */
import type { Rule } from "@voorsprong/allocation";

/** A rule of the engine that is missing here is a type error. */
const named: Readonly<Record<Rule, true>> = {
  optimal: true,
  ranking: true,
  "first-come": true,
  lottery: true,
  "pro-rata": true,
};

/** Every rule a round can be decided by. */
export const rules = Object.keys(named);
