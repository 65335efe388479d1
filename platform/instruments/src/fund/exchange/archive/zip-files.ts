/** The files of a zip file that somebody sent, under limits: a small zip can unpack to more than a machine holds. */
import { buffer } from "node:stream/consumers";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import type { Localised } from "../../../kernel/views.js";

/** The files, read one at a time. */
export interface ZipFiles {
  readonly paths: readonly string[];
  /** The bytes of a file, or null when there is none of that name. */
  read(path: string): Promise<Buffer | null>;
}

/** The zip file cannot be read, or is too large. */
export class ZipRefusal extends Error {
  override readonly name = "ZipRefusal";
  constructor(readonly problem: Localised) {
    super(problem.en);
  }
}

const mostFiles = 400_000;
const mostBytes = 4 * 1024 ** 3;
/** One file is in memory whole. */
const largestFile = 256 * 1024 ** 2;

/** @throws ZipRefusal when it is no zip file, unpacks to too much, or names a file twice; also while reading a file */
export async function zipFiles(bytes: Buffer): Promise<ZipFiles> {
  const zip = await open(bytes);
  const entries = new Map<string, Entry>();
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith("/")) continue;
      total += entry.uncompressedSize;
      if (entries.has(entry.fileName)) throw twice(entry.fileName);
      if (entries.size >= mostFiles || total > mostBytes || entry.uncompressedSize > largestFile)
        throw new ZipRefusal({
          nl: "Het archief is te groot om in te lezen.",
          en: "The archive is too large to be read in.",
        });
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    throw error instanceof ZipRefusal ? error : damaged(null);
  }
  return {
    paths: [...entries.keys()],
    read: async (path) => {
      const entry = entries.get(path);
      if (entry === undefined) return null;
      try {
        return await buffer(await zip.openReadStreamPromise(entry));
      } catch {
        throw damaged(path);
      }
    },
  };
}

async function open(bytes: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true, autoClose: false });
  } catch {
    throw new ZipRefusal({
      nl: "Dit is geen zipbestand, of het is onderweg beschadigd.",
      en: "This is no zip file, or it was damaged on the way.",
    });
  }
}

function damaged(path: string | null): ZipRefusal {
  return new ZipRefusal({
    nl: path === null ? "Het zipbestand is beschadigd." : `Het bestand ${path} in het archief is beschadigd.`,
    en: path === null ? "The zip file is damaged." : `The file ${path} in the archive is damaged.`,
  });
}

function twice(path: string): ZipRefusal {
  return new ZipRefusal({
    nl: `Het archief heeft twee bestanden met de naam ${path}.`,
    en: `The archive has two files named ${path}.`,
  });
}
