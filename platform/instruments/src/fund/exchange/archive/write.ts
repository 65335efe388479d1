/** Writes an archive as a zip file, one file after the other. */
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { type ArchiveFile, type ListedFile, type Manifest, manifestPath, signaturePath } from "./format.js";

/** `sha256:` and the hex digest of bytes. */
export function sha256Of(bytes: Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

/** What stands in a manifest before its files are known. */
export type ManifestHead = Omit<Manifest, "format" | "files">;

/**
 * A stream of the zip file. Files come from their source while they are asked for; the manifest and its signature come
 * last, for only then every hash is known.
 *
 * @param sign makes a compact JWS with the key in the head
 */
export function writeArchive(
  head: ManifestHead,
  files: AsyncIterable<ArchiveFile>,
  sign: (text: string) => Promise<string>,
): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on("error", (error: Error) => output.destroy(error));
  const mtime = new Date(head.madeAt);
  /** Settles when the file went out, so that a slow reader holds the source back; or when nobody reads any more. */
  const add = (path: string, bytes: Buffer) =>
    new Promise<void>((resolve) => {
      output.once("close", resolve);
      zip.addReadStreamLazy(path, { mtime, size: bytes.length }, (pass) => {
        const stream = Readable.from([bytes], { objectMode: false });
        stream.once("end", () => {
          output.off("close", resolve);
          resolve();
        });
        pass(null, stream);
      });
    });
  const fill = async () => {
    const listed: ListedFile[] = [];
    const paths = new Set<string>();
    for await (const { bytes, ...file } of files) {
      if (paths.has(file.path)) throw new Error(`two files of the archive are named ${file.path}`);
      if (output.destroyed) return;
      paths.add(file.path);
      listed.push({ ...file, size: bytes.length, sha256: sha256Of(bytes) });
      await add(file.path, bytes);
    }
    const manifest: Manifest = { format: "voorsprong-archive/1", ...head, files: listed };
    const text = Buffer.from(JSON.stringify(manifest, null, 1));
    await add(manifestPath, text);
    await add(signaturePath, Buffer.from(await sign(sha256Of(text))));
    zip.end();
  };
  fill().catch((error: unknown) => output.destroy(error as Error));
  return output;
}
