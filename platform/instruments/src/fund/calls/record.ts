/** A call as the table `calls` holds it. */
import type { Json } from "@voorsprong/store";
import type { Localised } from "../../kernel/views.js";

/** Where a call stands. `coming`, `open` and `closed` follow from its period once it is published. */
export type CallState = "draft" | "coming" | "open" | "closed" | "cancelled";

/** One call. */
export interface CallRecord {
  readonly id: string;
  readonly fundId: string;
  readonly state: CallState;
  /** The latest published version, 0 for a draft. */
  readonly version: number;
  /** Changes to the draft; whoever saves says which one was seen. */
  readonly revision: number;
  /** The draft or the latest version, format voorsprong-call/1. */
  readonly definition: Json;
  /** Hash of the latest version, null for a draft. */
  readonly hash: string | null;
  readonly title: Localised;
  readonly opens: Date;
  readonly closes: Date;
  readonly origin: "programme" | "pages" | "archive";
  readonly example: boolean;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

/**
 * Where a call stands at a moment: it is open from `opens` up to and not including `closes`.
 * @param stored the column `state`
 */
export function callStateAt(
  stored: "draft" | "published" | "cancelled",
  { opens, closes }: Pick<CallRecord, "opens" | "closes">,
  now: Date,
): CallState {
  if (stored !== "published") return stored;
  if (now < opens) return "coming";
  return now < closes ? "open" : "closed";
}
