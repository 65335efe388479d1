/** What an assignment of reviewers to applications is made from, and what comes out. */

/** An application that needs reviewers. */
export interface ApplicationToReview {
  readonly id: string;
  /** How many reviewers it needs in total, those it keeps included; a whole number, at least 0. */
  readonly reviewers: number;
  /** What it is about (themes, disciplines); compared with the expertise of reviewers. May be empty. */
  readonly subjects: readonly string[];
  /** The organisation that leads it, or null. */
  readonly lead: string | null;
  /** The organisations that take part in it. */
  readonly partners: readonly string[];
}

/** How well a reviewer knows a subject: 0 not at all, 1 a little, 2 well, 3 expert. */
export type ExpertiseLevel = 0 | 1 | 2 | 3;

/** A reviewer with room for a number of applications. */
export interface AvailableReviewer {
  readonly id: string;
  /** The largest number of applications, those that are kept included; a whole number, at least 0. */
  readonly capacity: number;
  /** Applications the reviewer has outside this problem; they take capacity and count as load. Default 0. */
  readonly load?: number;
  /** Level per subject; a subject that is not named counts as 0. */
  readonly expertise: Readonly<Record<string, ExpertiseLevel>>;
  /** The organisations the reviewer works for or has a stake in. */
  readonly organisations: readonly string[];
}

/** A reviewer and an application. */
export interface Pair {
  readonly applicationId: string;
  readonly reviewerId: string;
}

/** Everything an assignment depends on. The order of the lists does not matter. */
export interface AssignmentProblem {
  readonly applications: readonly ApplicationToReview[];
  readonly reviewers: readonly AvailableReviewer[];
  /** Conflicts of interest that were declared (Awb 2:4: an authority works without bias). */
  readonly declared: readonly Pair[];
  /** Pairs that stay: already assigned by hand, or already reviewed. A conflicted pair is released instead. */
  readonly kept: readonly Pair[];
}

/** Why a reviewer may not see an application. */
export type ConflictGround = "declared" | "own-organisation" | "partner-organisation";

/** One assignment. */
export interface Assigned extends Pair {
  /** How well the expertise fits, 0 to 12: four times the mean level over the application's subjects, rounded down. */
  readonly match: number;
  /** True when it was kept, false when it is new. */
  readonly kept: boolean;
}

/** A kept pair that a conflict has ended. */
export interface Released extends Pair {
  readonly ground: ConflictGround;
}

/**
 * Why not everything could be assigned: a set of applications that together need more than there is (a violated Hall
 * condition). `needed` = `capacity` + `elsewhere` + `short`, all counted beyond what is kept.
 */
export interface Shortage {
  /** The applications of the set, in order of id. */
  readonly applications: readonly string[];
  /** The applications of the set that get too few reviewers, with the number they miss. */
  readonly missing: readonly { readonly applicationId: string; readonly reviews: number }[];
  /** The reviewers these applications compete for: all full. */
  readonly reviewers: readonly string[];
  /** Reviews the applications need together. */
  readonly needed: number;
  /** Room of the reviewers they compete for. */
  readonly capacity: number;
  /** Reviews by other reviewers who are free of conflict: each at most once per application. */
  readonly elsewhere: number;
  /** Reviews that are missing whatever one does, without more reviewers, more room or fewer reviews. */
  readonly short: number;
}

/** An assignment, the best there is. */
export interface Assignment {
  /** In order of application, then reviewer. */
  readonly assigned: readonly Assigned[];
  readonly released: readonly Released[];
  readonly shortages: readonly Shortage[];
  /** Applications per reviewer, those kept included, in order of reviewer. */
  readonly loads: readonly {
    readonly reviewerId: string;
    readonly load: number;
    readonly capacity: number;
  }[];
}

/** Said when the problem itself is wrong; `message` names the thing and what to do. */
export class AssignmentProblemError extends Error {
  override readonly name = "AssignmentProblemError";
}
