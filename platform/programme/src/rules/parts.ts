/** What the rules between files work on. */
import type { FundFile, PointFile, ProgrammeFile } from "../assemble.js";
import type { Problem } from "../problem.js";
import type { PartDocument, Path } from "../read/document.js";
import type { Lenient } from "../read/lenient.js";

/** A file that is valid YAML, with what could be read of it. */
export interface Part<File> {
  readonly document: PartDocument;
  /** The file's name without folder and ending. */
  readonly name: string;
  readonly value: NonNullable<Lenient<File>>;
}

/** All files of a programme. */
export interface Parts {
  readonly programme: Part<ProgrammeFile> | null;
  readonly points: readonly Part<PointFile>[];
  readonly funds: readonly Part<FundFile>[];
  /** Names (without ending) of files that are there but are not valid YAML, per kind. */
  readonly unread: { readonly point: readonly string[]; readonly fund: readonly string[] };
}

/** A rule between the parts of a programme. */
export type PartsRule = (parts: Parts) => Problem[];

/** A clause as far as it could be read. */
export type LenientClause = NonNullable<NonNullable<Part<PointFile>["value"]["clauses"]>[number]>;
/** An envelope as far as it could be read. */
export type LenientEnvelope = NonNullable<NonNullable<LenientClause["envelopes"]>[number]>;
/** A limit as far as it could be read. */
export type LenientLimit = NonNullable<NonNullable<Part<FundFile>["value"]["limits"]>[number]>;

/** Something found at a place. */
export interface Found<T> {
  readonly document: PartDocument;
  readonly path: Path;
  readonly value: T;
}

/** A problem at a value. */
export function problemAt(
  found: { document: PartDocument; path: Path },
  message: string,
  expected: string,
): Problem {
  return { file: found.document.file, ...found.document.at(found.path), message, expected };
}

/** The entries of a list that could be read, each with its place. */
export function entries<T>(
  document: PartDocument,
  path: Path,
  list: readonly (T | undefined)[] | undefined,
): Found<T>[] {
  return (list ?? []).flatMap((value, index) =>
    value === undefined ? [] : [{ document, path: [...path, index], value }],
  );
}

/** All clauses of all points. */
export function clausesOf(parts: Parts): Found<LenientClause>[] {
  return parts.points.flatMap(({ document, value }) => entries(document, ["clauses"], value.clauses));
}

/** All envelopes, each with its clause. */
export function envelopesOf(parts: Parts): (Found<LenientEnvelope> & { readonly clause: LenientClause })[] {
  return clausesOf(parts).flatMap(({ document, path, value }) =>
    entries(document, [...path, "envelopes"], value.envelopes).map((found) => ({ ...found, clause: value })),
  );
}

/**
 * The ids of a list; null when they are not all known, so that no reference to them may be called wrong.
 */
export function idsOf(
  list: readonly ({ readonly id?: string | undefined } | undefined)[] | undefined,
): string[] | null {
  const ids = (list ?? []).map((entry) => entry?.id);
  return list === undefined || ids.includes(undefined) ? null : (ids as string[]);
}

/** Cents as money is written in a programme. */
export function euros(cents: number | bigint): string {
  const value = BigInt(cents);
  const rest = value % 100n;
  return `EUR ${value / 100n}${rest === 0n ? "" : `.${String(rest).padStart(2, "0")}`}`;
}

/** Different words joined with commas, each in backquotes. */
export function quoted(words: Iterable<string>): string {
  return [...new Set(words)].map((word) => `\`${word}\``).join(", ");
}
