/** An application to a call as the table `grant_applications` holds it. */
import type { Json } from "@voorsprong/store";

/**
 * `draft`: never submitted. `submitted`: with the fund. `returned`: the applicant has the chance to complete it (Awb
 * 4:5). `withdrawn`: by the applicant. What was decided is told by the decision, not here.
 */
export type ApplicationState = "draft" | "submitted" | "returned" | "withdrawn";

/** One application. */
export interface ApplicationRecord {
  readonly id: string;
  readonly callId: string;
  readonly fundId: string;
  /** The organisation that leads. */
  readonly organisationId: string;
  readonly state: ApplicationState;
  /** Number within the call, null before the first submission. */
  readonly number: number | null;
  /** Changes to the draft; whoever saves says which one was seen. */
  readonly revision: number;
  /** The latest submitted version, 0 before. */
  readonly version: number;
  /** As it is being written, format voorsprong-application/1. */
  readonly document: Json;
  readonly title: string;
  readonly theme: string | null;
  readonly region: string | null;
  readonly size: string | null;
  /** Cents. */
  readonly requested: number;
  readonly receivedAt: Date | null;
  /** When it was complete: what the order of receipt counts. */
  readonly completeAt: Date | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

/** Who and what an application belongs to. */
export interface ApplicationParties {
  readonly fundId: string;
  /** Whether it was ever submitted: before that it is the applicant's alone. */
  readonly submitted: boolean;
  /** The organisation that leads. */
  readonly lead: string;
  /** Partners that have an organisation here, whether they confirmed or not yet. */
  readonly partners: readonly string[];
}

/** What people call an application: the call and its number in it, for instance `RESEARCH-2027-0042`. */
export function dossierOf({ callId, number }: Pick<ApplicationRecord, "callId" | "number">): string | null {
  return number === null ? null : `${callId.toUpperCase()}-${String(number).padStart(4, "0")}`;
}
