/** Reads a call, strictly: every error with its place and what to do. */
import canonicalize from "canonicalize";
import type { CallDefinition } from "../definition/call-definition.js";
import { checkTogether } from "./consistency.js";
import type { CallError } from "./kit.js";
import { callShape } from "./read-terms.js";

/** What reading gives: the call, or at least one error. */
export type ReadCall =
  | { readonly ok: true; readonly call: CallDefinition }
  | { readonly ok: false; readonly errors: readonly CallError[] };

/** Reads the JSON of a call in format voorsprong-call/1 (docs/formats/call.md). */
export function readCall(json: unknown): ReadCall {
  const errors: CallError[] = [];
  const at = { pointer: "", errors };
  const call = callShape(json, at);
  if (call !== undefined) checkTogether(call, at);
  return call === undefined || errors.length > 0 ? { ok: false, errors } : { ok: true, call };
}

/** The canonical text of a call (RFC 8785); its UTF-8 is what is hashed at opening. */
export function canonicalCall(call: CallDefinition): string {
  return canonicalize(call) as string;
}
