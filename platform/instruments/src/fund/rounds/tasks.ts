/** What the fund has done in a thread of its own, and what comes back. */
import type { Decision, Finding, Round, Rule } from "@voorsprong/allocation";
import type { Call, FundDefinition } from "@voorsprong/programme";
import type { Json } from "@voorsprong/store";
import type { ApplicationAnswers } from "./answer-application.js";
import type { DrawWish } from "./draw.js";
import type { ExampleOptions } from "./example-round.js";
import type { LocalisedTitles } from "./limits.js";
import type { Upload } from "./read-upload.js";
import type { DecisionFigures } from "./summarise-decision.js";

/** Reads what a user sent. */
export interface ReadTask {
  readonly kind: "read";
  readonly upload: Upload;
  /** Null unless the rule is `lottery`. */
  readonly draw: DrawWish | null;
}

/** Makes an example round. */
export interface ExampleTask {
  readonly kind: "example";
  readonly fund: FundDefinition;
  readonly call: Call;
  readonly options: ExampleOptions;
  /** Null unless the rule is `lottery`. */
  readonly draw: DrawWish | null;
}

/** A round in canonical form with its text and hash. */
export interface CanonicalRound {
  readonly round: Round;
  readonly document: string;
  readonly roundHash: string;
  /** Of a round that is to be drawn by the ledger: the hash of what was sent, without seed and draw; else null. */
  readonly sourceHash: string | null;
}

/** What deciding a round gives. */
export interface DecidedRound {
  readonly decision: Decision;
  /** The RFC 8785 text of the decision, as it is published. */
  readonly document: string;
  readonly figures: DecisionFigures;
  /** Hash of the round as it was registered, which is before its draw. */
  readonly registeredHash: string;
}

/** What completes the seed of a round that is drawn by the ledger. */
export interface KeptDraw {
  readonly secret: string;
  /** Hash of the ledger entry that registered the round. */
  readonly entry: string;
}

/** Decides a round, or makes the decision of what a search that was ended had found. */
export type DecidingTask =
  | {
      readonly kind: "decide";
      /** The canonical round as it was registered, as JSON text. */
      readonly document: string;
      /** The draw to be made first; null where there is none. */
      readonly draw: KeptDraw | null;
      readonly rule: Rule;
      readonly titles: LocalisedTitles;
      readonly timeLimitSeconds: number;
    }
  | {
      readonly kind: "assemble";
      readonly document: string;
      readonly draw: KeptDraw | null;
      readonly rule: Rule;
      readonly titles: LocalisedTitles;
      /** Null when nothing was found; only `optimal` may then have nothing to decide by. */
      readonly finding: Finding | null;
    };

/** Explains a decision, or works out the score and the cost that one application needed. */
export interface ExplainTask {
  readonly kind: "explain";
  /** The decision as it was published. */
  readonly decision: string;
  /** Null for the whole of the decision. */
  readonly applicationId: string | null;
  readonly titles: LocalisedTitles;
}

/** Puts what is known of one application in words. */
export interface AnswerTask {
  readonly kind: "answer";
  readonly decision: string;
  readonly applicationId: string;
  readonly titles: LocalisedTitles;
  /** The explanation of the whole decision, and the one that was asked for the application, where they are there. */
  readonly explanations: readonly string[];
}

/** What explaining gives. */
export interface ExplainedDecision {
  readonly hash: string;
  /** The RFC 8785 text of the explanation. */
  readonly document: string;
  /** Figures for the page. */
  readonly summary: Json;
}

/** What comes of each task of the thread that explains. */
export interface ExplainingResults {
  readonly explain: ExplainedDecision;
  readonly answer: ApplicationAnswers;
}
