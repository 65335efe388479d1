/** The canonical text of JSON (RFC 8785, JCS) and its hash. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import type { Round } from "../model/round.js";
import { inOrder, UNSUITED } from "./in-order.js";

/** The RFC 8785 form of a JSON value. @throws TypeError when the value has no JSON form. */
export function canonicalText(value: unknown): string {
  const ordered = inOrder(value);
  const text = ordered === UNSUITED ? canonicalize(value) : JSON.stringify(ordered);
  if (text === undefined) throw new TypeError("only JSON values have a canonical text");
  return text;
}

/** `sha256:` and the hex SHA-256 of the RFC 8785 form in UTF-8. */
export function hashOf(value: unknown): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalText(value))))}`;
}

/** The hash of a round in canonical form, as it is announced and published. */
export function hashRound(round: Round): string {
  return hashOf(round);
}

/** The lot of an application: lowercase hex of SHA-256 over seed, newline, id. The lowest comes first. */
export function lotOf(seed: string, application: string): string {
  return bytesToHex(sha256(utf8ToBytes(`${seed}\n${application}`)));
}
