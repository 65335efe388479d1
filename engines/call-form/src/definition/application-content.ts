/** What this engine reads of an application (voorsprong-application/1, docs/formats/application.md). */
import type { Attachment } from "./question.js";

/** The value of one answer; absent and null mean that there is no answer yet. */
export type Answer =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | Attachment
  | readonly Attachment[]
  | readonly Row[];

/** A row of a table; a cell may still be empty. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** Answers by question id. */
export type Answers = Readonly<Record<string, Answer | undefined>>;

/** An organisation as it was when it applied. */
export interface Organisation {
  readonly organisation?: string | null;
  readonly name?: string | null;
  /** For instance `company`, `research-organisation`, `school`. */
  readonly kind?: string | null;
  /** A region of the programme. */
  readonly region?: string | null;
  /** A size class of the programme: `micro`, `small`, `medium`, `large`. */
  readonly size?: string | null;
  /** Whole annual work units, rounded down. */
  readonly employees?: number | null;
}

/** A partner in a consortium. */
export interface Partner extends Organisation {
  readonly id: string;
}

/** A work package. */
export interface WorkPackage {
  readonly id: string;
  readonly title?: string | null;
  /** What will be done. */
  readonly description?: string | null;
  /** The category of research or aid, for instance `industrial-research`. */
  readonly category?: string | null;
  /** Why the work is of that category. */
  readonly reason?: string | null;
}

/** Planned costs of one party in one work package, year and category. */
export interface CostLine {
  readonly workPackage?: string | null;
  /** Id of the partner; absent or null: the lead. */
  readonly partner?: string | null;
  readonly year?: number | null;
  readonly category?: string | null;
  readonly cents?: number | null;
}

/** Money from others for the same project. */
export interface FundingLine {
  readonly source?: string | null;
  readonly kind?: string | null;
  readonly cents?: number | null;
}

/** An application or a draft of one: every part may still be missing. */
export interface ApplicationContent {
  readonly title?: string | null;
  readonly summary?: string | null;
  readonly lead?: Organisation | null;
  readonly project?: {
    readonly theme?: string | null;
    readonly region?: string | null;
    /** `YYYY-MM-DD`. */
    readonly start?: string | null;
    readonly end?: string | null;
  } | null;
  readonly answers?: Answers;
  readonly workPackages?: readonly WorkPackage[];
  readonly partners?: readonly Partner[];
  readonly costs?: readonly CostLine[];
  readonly funding?: readonly FundingLine[];
  /** Cents by budget id. */
  readonly requested?: Readonly<Record<string, number | null | undefined>>;
}
