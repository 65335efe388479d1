/** The archive of a call, format voorsprong-archive/1 (docs/formats/archive.md). */
import { z } from "zod";
import { Localised } from "../../../kernel/views.js";

/** The `format` of an archive. */
export const archiveFormat = "voorsprong-archive/1";

/** What a file in an archive is. */
export const archiveKinds = [
  "call-version",
  "organisation",
  "application",
  "attachment",
  "review",
  "round",
  "decision",
  "letter",
  "objection",
  "grant",
  "record",
  "ledger",
  "readme",
] as const;
export type ArchiveKind = (typeof archiveKinds)[number];

const sha256 = z.string().regex(/^sha256:[0-9a-f]{64}$/);

/** A path in the archive: folders and a name, of safe characters only. */
export const archivePath = z
  .string()
  .max(300)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/);

/** One file as the manifest lists it. */
export const ListedFile = z.strictObject({
  path: archivePath,
  kind: z.enum(archiveKinds),
  /** Id of what it is about: the application, the round, the organisation. */
  about: z.string().max(200),
  /** What people read in a list. */
  title: z.string().max(500),
  size: z.int().min(0),
  sha256,
  /** Number of the ledger entry that recorded this very file by its hash; null where none did. */
  entry: z.int().min(1).nullable(),
});
export type ListedFile = z.infer<typeof ListedFile>;

/** What an archive says of itself. */
export const Manifest = z.strictObject({
  format: z.literal(archiveFormat),
  madeAt: z.iso.datetime(),
  programme: z.string().max(200),
  fund: z.strictObject({ id: z.string().max(200), title: Localised }),
  call: z.strictObject({ id: z.string().max(200), title: Localised }),
  /** Made by the example generator, or for trying out. */
  example: z.boolean(),
  /** The public key of the installation that made it; its thumbprint is what to compare. */
  key: z.strictObject({
    kty: z.literal("OKP"),
    crv: z.literal("Ed25519"),
    x: z.string().max(100),
    kid: z.string().max(100),
  }),
  files: z.array(ListedFile).max(1_000_000),
});
export type Manifest = z.infer<typeof Manifest>;

const entry = z.strictObject({
  seq: z.int().min(1),
  at: z.string().max(40),
  kind: z.string().max(100),
  subject: z.string().max(300),
  body: z.record(z.string(), z.json()),
  previous: sha256,
  hash: sha256,
  signature: z.string().max(2_000),
});

/**
 * The ledger entries about what is in the archive, entry 1 with the key first. Each can be checked by itself; what lies
 * between them is not here.
 */
export const LedgerExtract = z.strictObject({
  format: z.literal("voorsprong-ledger-extract/1"),
  entries: z.array(entry).min(1).max(1_000_000),
});
export type LedgerExtract = z.infer<typeof LedgerExtract>;

/** Paths with a meaning of their own. */
export const manifestPath = "manifest.json";
export const signaturePath = "manifest.jws";
export const ledgerPath = "ledger.json";

/** One file on its way into an archive. */
export interface ArchiveFile extends Omit<ListedFile, "size" | "sha256"> {
  readonly bytes: Buffer;
}

/** Part of a path made of an id or a name: what is not a safe character becomes a hyphen. */
export function safeName(text: string): string {
  const safe = text
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/^[^A-Za-z0-9]+/, "");
  return safe.slice(0, 100) || "x";
}
