/** What each rule that anyone can carry out gives on one round. */
import type { Compiled, Selection } from "./compile.js";
import { type Line, lineOf, orderBy } from "./lines.js";
import { type Filling, fill } from "./pro-rata.js";
import type { Rule } from "./types.js";
import { type Walk, walk } from "./walk.js";

/** A rule that walks down a list. */
export type WalkRule = "ranking" | "first-come" | "lottery";

export const WALKS: readonly WalkRule[] = ["ranking", "first-come", "lottery"];

/** The rules carried out, each once, when first asked for. */
export class Rules {
  readonly #compiled: Compiled;
  readonly #explained: Rule;
  readonly #walks = new Map<WalkRule, Walk | undefined>();
  #line: Line | undefined;
  #filling: Filling | undefined;

  /** @param explained the rule whose walk is explained, if it walks */
  constructor(compiled: Compiled, explained: Rule) {
    this.#compiled = compiled;
    this.#explained = explained;
  }

  get line(): Line {
    this.#line ??= lineOf(this.#compiled);
    return this.#line;
  }

  /** The walk of a rule; undefined where the round cannot be decided by it. */
  walk(rule: WalkRule): Walk | undefined {
    if (!this.#walks.has(rule)) {
      const order = orderBy(this.#compiled, this.line, rule);
      const walked =
        order === undefined ? undefined : walk(this.#compiled, this.line, order, rule === this.#explained);
      this.#walks.set(rule, walked);
    }
    return this.#walks.get(rule);
  }

  /** Whether the round can be decided by a rule that anyone can carry out. */
  canDecide(rule: Exclude<Rule, "optimal">): boolean {
    return rule === "pro-rata" || this.walk(rule) !== undefined;
  }

  filling(): Filling {
    this.#filling ??= fill(this.#compiled, this.line);
    return this.#filling;
  }

  /** What a rule awards; undefined where the round cannot be decided by it, and for `optimal`. */
  awarded(rule: Rule): Selection | undefined {
    if (rule === "optimal") return undefined;
    return rule === "pro-rata" ? this.filling().awarded : this.walk(rule)?.awarded;
  }
}

/** A rule by its name, for people. */
export const RULE_NAMES = {
  optimal: { nl: "Het optimum", en: "The optimum" },
  ranking: { nl: "De ranglijst", en: "The ranking" },
  "first-come": { nl: "Wie het eerst komt", en: "First come, first served" },
  lottery: { nl: "De loting", en: "The lottery" },
  "pro-rata": { nl: "Naar rato", en: "Pro rata" },
} as const;
