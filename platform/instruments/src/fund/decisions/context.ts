/** What deciding works with: the fund's world, and what other rooms tell. */

import type { OutcomeReason } from "@voorsprong/review";
import type { Line } from "@voorsprong/state-aid";
import type { Queryable } from "@voorsprong/store";
import type { Localised } from "../../kernel/views.js";
import type { FundContext } from "../context.js";
import type { LetterScores } from "./letters/facts.js";

/** The scores of a call as they were frozen. */
export interface FrozenScores {
  /** Hash of the frozen set. */
  readonly hash: string;
  readonly scores: ReadonlyMap<
    string,
    {
      /** Hundredths of a point. */
      readonly score: number;
      readonly passed: boolean;
      /** Which thresholds it does not reach; empty where it passed. */
      readonly reasons: readonly OutcomeReason[];
      readonly criteria: LetterScores["criteria"];
      readonly arithmetic: LetterScores["arithmetic"];
    }
  >;
}

/** How the most that an application may be granted was computed. */
export interface AidArithmetic {
  /** Cents. */
  readonly most: number;
  readonly lines: readonly Line[];
  readonly assumptions: readonly Localised[];
}

/** What the other rooms of the fund tell. */
export interface DecisionSources {
  /** Null: the scores of this call are not frozen yet. */
  frozenScores(from: Queryable, callId: string): Promise<FrozenScores | null>;
  /** By application; one that nothing can be computed for is absent. */
  aid(
    from: Queryable,
    callId: string,
    applicationIds: readonly string[],
  ): Promise<ReadonlyMap<string, AidArithmetic>>;
}

/** The world of deciding. */
export interface DecisionContext extends FundContext {
  readonly sources: DecisionSources;
  /** Origin of the site for links in letters, for instance `https://voorsprong.example.nl`; asked when a letter is written. */
  readonly site: () => string;
}
