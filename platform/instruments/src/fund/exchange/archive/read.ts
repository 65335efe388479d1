/** Reads an archive and checks it whole: nothing of one that is not in order may be taken in. */
import { entryHash, signedText } from "@voorsprong/store";
import type { z } from "zod";
import type { Localised } from "../../../kernel/views.js";
import {
  LedgerExtract,
  type ListedFile,
  ledgerPath,
  Manifest,
  manifestPath,
  signaturePath,
} from "./format.js";
import { sha256Of } from "./write.js";
import { type ZipFiles, ZipRefusal, zipFiles } from "./zip-files.js";

/** Why an archive is refused: which file, and what is wrong with it. */
export interface ArchiveFault {
  /** The file in the archive; null for the archive itself. */
  readonly path: string | null;
  readonly problem: Localised;
}

/** An archive whose every file is what its maker signed. */
export interface CheckedArchive {
  readonly manifest: Manifest;
  /** Hash of the manifest: the same archive has the same. */
  readonly hash: string;
  readonly ledger: LedgerExtract;
  /** The bytes of a file of the manifest. */
  readonly read: (file: ListedFile) => Promise<Buffer>;
}

/** What came of reading: the archive, or everything that is wrong with it (at most a hundred faults). */
export type ReadArchive = { readonly archive: CheckedArchive } | { readonly faults: readonly ArchiveFault[] };

const mostFaults = 100;

const fault = (path: string | null, nl: string, en: string): ArchiveFault => ({ path, problem: { nl, en } });

/**
 * Checks a zip file: the manifest and its signature by the key it names, that key against the first ledger entry, each
 * file against its size and hash, each ledger entry's hash and signature, and each file that the ledger recorded against
 * its entry.
 *
 * It does not prove whose key that is: compare its thumbprint with one published by the installation that made it.
 */
export async function readArchive(bytes: Buffer): Promise<ReadArchive> {
  try {
    return await check(await zipFiles(bytes));
  } catch (error) {
    if (error instanceof ZipRefusal) return { faults: [{ path: null, problem: error.problem }] };
    throw error;
  }
}

async function check(zip: ZipFiles): Promise<ReadArchive> {
  const manifestBytes = await zip.read(manifestPath);
  const signature = await zip.read(signaturePath);
  if (manifestBytes === null || signature === null)
    return {
      faults: [
        fault(
          manifestBytes === null ? manifestPath : signaturePath,
          "Dit bestand ontbreekt: dit is geen archief van een openstelling.",
          "This file is missing: this is no archive of a call.",
        ),
      ],
    };
  const manifest = parsed(Manifest, manifestBytes);
  if (manifest === null)
    return {
      faults: [
        fault(
          manifestPath,
          "De lijst van bestanden heeft niet de vorm voorsprong-archive/1.",
          "The list of files does not have the form voorsprong-archive/1.",
        ),
      ],
    };
  const hash = sha256Of(manifestBytes);
  if ((await signedText(signature.toString("utf8"), manifest.key)) !== hash)
    return {
      faults: [
        fault(
          manifestPath,
          "De handtekening hoort niet bij deze lijst van bestanden: de lijst is veranderd.",
          "The signature does not belong to this list of files: the list was changed.",
        ),
      ],
    };
  const faults = [...strangers(zip, manifest), ...(await changedFiles(zip, manifest))];
  const ledgerBytes = faults.length === 0 ? await zip.read(ledgerPath) : null;
  const ledger = ledgerBytes && parsed(LedgerExtract, ledgerBytes);
  if (faults.length === 0 && ledger === null)
    faults.push(
      fault(
        ledgerPath,
        "Het uittreksel van het logboek ontbreekt of heeft niet de goede vorm.",
        "The extract of the ledger is missing or does not have the right form.",
      ),
    );
  if (ledger !== null) faults.push(...(await ledgerFaults(manifest, ledger)));
  if (faults.length > 0 || ledger === null) return { faults: faults.slice(0, mostFaults) };
  return {
    archive: { manifest, hash, ledger, read: async ({ path }) => (await zip.read(path)) ?? Buffer.alloc(0) },
  };
}

function parsed<Schema extends z.ZodType>(schema: Schema, bytes: Buffer): z.output<Schema> | null {
  try {
    return schema.safeParse(JSON.parse(bytes.toString("utf8"))).data ?? null;
  } catch {
    return null;
  }
}

/** Files that the manifest does not list, or lists twice. */
function strangers(zip: ZipFiles, { files }: Manifest): ArchiveFault[] {
  const listed = new Set(files.map(({ path }) => path));
  const unlisted = zip.paths.filter(
    (path) => !listed.has(path) && path !== manifestPath && path !== signaturePath,
  );
  return [
    ...(listed.size === files.length
      ? []
      : [fault(manifestPath, "De lijst noemt een bestand twee keer.", "The list names a file twice.")]),
    ...unlisted.map((path) =>
      fault(
        path,
        "Dit bestand staat niet in de lijst: het is later toegevoegd.",
        "This file is not in the list: it was added later.",
      ),
    ),
  ];
}

async function changedFiles(zip: ZipFiles, { files }: Manifest): Promise<ArchiveFault[]> {
  const faults: ArchiveFault[] = [];
  for (const { path, sha256, size } of files) {
    if (faults.length >= mostFaults) break;
    const bytes = await zip.read(path);
    if (bytes === null) faults.push(fault(path, "Dit bestand ontbreekt.", "This file is missing."));
    else if (bytes.length !== size || sha256Of(bytes) !== sha256)
      faults.push(
        fault(
          path,
          "Dit bestand is veranderd: zijn hash is niet die van de lijst.",
          "This file was changed: its hash is not the one in the list.",
        ),
      );
  }
  return faults;
}

async function ledgerFaults({ key, files }: Manifest, { entries }: LedgerExtract): Promise<ArchiveFault[]> {
  const faults: ArchiveFault[] = [];
  const [first] = entries;
  const opened = first?.body.key;
  const sameKey =
    typeof opened === "object" && opened !== null && !Array.isArray(opened) && opened.x === key.x;
  if (first?.seq !== 1 || !sameKey)
    faults.push(
      fault(
        ledgerPath,
        "De sleutel van de lijst is niet die waarmee het logboek begon.",
        "The key of the list is not the one the ledger began with.",
      ),
    );
  const recorded = new Map<number, string>();
  for (const { hash, signature, ...entry } of entries) {
    const right = hashOf(entry) === hash && (await signedText(signature, key)) === hash;
    if (!right)
      faults.push(
        fault(
          ledgerPath,
          `Regel ${entry.seq} is veranderd of niet door deze sleutel ondertekend.`,
          `Entry ${entry.seq} was changed or not signed by this key.`,
        ),
      );
    recorded.set(entry.seq, String(entry.body.hash ?? ""));
  }
  for (const { path, entry, sha256 } of files)
    if (entry !== null && recorded.get(entry) !== sha256)
      faults.push(
        fault(
          path,
          `Het logboek heeft bij regel ${entry} een andere hash vastgelegd dan die van dit bestand.`,
          `The ledger recorded another hash in entry ${entry} than that of this file.`,
        ),
      );
  return faults;
}

function hashOf(entry: Parameters<typeof entryHash>[0]): string | null {
  try {
    return entryHash(entry);
  } catch {
    return null;
  }
}
