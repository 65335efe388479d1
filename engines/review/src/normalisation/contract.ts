/**
 * How lenient and strict reviewers are made comparable. All work on total scores per review:
 *
 * - `none`: nothing changes; an application's score is the mean of its reviews.
 * - `mean`: a score is application + reviewer + noise (the additive two-way layout), and the reviewer's part, estimated by
 *   least squares, is taken off. Uses that reviewers share applications, so a reviewer with weak applications is not taken
 *   for a strict one.
 * - `z-score`: each reviewer's scores get the mean and the standard deviation of all scores. Supposes that every reviewer
 *   had applications that are about equally good.
 * - `quantile`: each reviewer's order is kept and gets the distribution of all scores. Supposes the same.
 */
export type NormalisationMethod = "none" | "mean" | "z-score" | "quantile";

/** All methods, in the order in which they are offered. */
export const NORMALISATION_METHODS: readonly NormalisationMethod[] = ["none", "mean", "z-score", "quantile"];

/** The total score of one review, in whole hundredths of a point. */
export interface ReviewScore {
  readonly applicationId: string;
  readonly reviewerId: string;
  readonly score: number;
}

/** What is asked. */
export interface NormalisationChoice {
  readonly method: NormalisationMethod;
  /** Reviews a reviewer needs before `z-score` or `quantile` touches the scores; at least 2. */
  readonly minimumReviews: number;
}

/** Reviews a reviewer needs by default before scores are rescaled. */
export const MINIMUM_REVIEWS = 5;

/** A part of the graph of reviewers and applications that shares no review with the rest. */
export interface Component {
  readonly reviewers: readonly string[];
  readonly applications: readonly string[];
}

/** What a reader must know before trusting normalised scores. */
export type NormalisationWarning =
  /** No reviewer links these parts: between them scores are comparable only if the parts are equally good on average. */
  | { readonly kind: "disconnected"; readonly components: readonly Component[] }
  /** Too few reviews: left as they are by `z-score` and `quantile`, an uncertain effect with `mean`. */
  | {
      readonly kind: "too-few-reviews";
      readonly reviewerId: string;
      readonly reviews: number;
      readonly minimum: number;
    }
  /** All scores alike: `z-score` leaves them as they are. */
  | { readonly kind: "no-spread"; readonly reviewerId: string };

/** The outcome; whole hundredths of a point throughout, rounded once (see `nearest`). Raw scores are kept beside. */
export interface Normalisation {
  readonly method: NormalisationMethod;
  readonly minimumReviews: number;
  /** In order of application, then reviewer. */
  readonly reviews: readonly (ReviewScore & { readonly normalised: number })[];
  readonly applications: readonly {
    readonly applicationId: string;
    readonly reviews: number;
    /** Mean of its raw scores. */
    readonly raw: number;
    /** Mean of its normalised scores; may lie outside 0 to 10,000. */
    readonly normalised: number;
    /** `normalised` − `raw`. */
    readonly change: number;
  }[];
  readonly reviewers: readonly {
    readonly reviewerId: string;
    readonly reviews: number;
    readonly mean: number;
    /** How much higher than comparable this reviewer scored, on average: positive is lenient, negative strict. */
    readonly effect: number;
  }[];
  readonly warnings: readonly NormalisationWarning[];
}
