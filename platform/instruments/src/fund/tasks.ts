/** What the fund has done in a thread of its own, and what comes back. */
import type { Decision, Finding, Round, Rule } from "@voorsprong/allocation";
import type { Call, FundDefinition } from "@voorsprong/programme";
import type { ExampleOptions } from "./example-round.js";
import type { Upload } from "./read-upload.js";
import type { DecisionFigures } from "./summarise-decision.js";

/** Reads what a user sent. */
export interface ReadTask {
  readonly kind: "read";
  readonly upload: Upload;
}

/** Makes an example round. */
export interface ExampleTask {
  readonly kind: "example";
  readonly fund: FundDefinition;
  readonly call: Call;
  readonly options: ExampleOptions;
}

/** A round in canonical form with its text and hash. */
export interface CanonicalRound {
  readonly round: Round;
  readonly document: string;
  readonly roundHash: string;
}

/** What deciding a round gives. */
export interface DecidedRound {
  readonly decision: Decision;
  /** The RFC 8785 text of the decision, as it is published. */
  readonly document: string;
  readonly figures: DecisionFigures;
}

/** Decides a round, or makes the decision of what a search that was ended had found. */
export type DecidingTask =
  | {
      readonly kind: "decide";
      /** The canonical round as JSON text. */
      readonly document: string;
      readonly rule: Rule;
      readonly timeLimitSeconds: number;
    }
  | {
      readonly kind: "assemble";
      readonly document: string;
      readonly rule: Rule;
      /** Null when nothing was found: only the rule `ranking` needs nothing. */
      readonly finding: Finding | null;
    };
