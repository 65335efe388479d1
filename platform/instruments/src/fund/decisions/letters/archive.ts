/** All letters of a call in one zip file, written while it is read: thousands never stand in memory at once. */
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { type PrintDocument, writePdf } from "@voorsprong/documents";
import type { Queryable } from "@voorsprong/store";
import { ZipFile } from "yazl";
import { letterDocument, letterPage } from "../store/letters.js";

/** Letters that are looked up at a time. */
const pageSize = 200;

/** A zip file with the PDF of each letter in a language, and a list of their names and hashes. */
export function zipLetters(
  from: Queryable,
  callId: string,
  language: PrintDocument["language"],
): NodeJS.ReadableStream {
  const zip = new ZipFile();
  const write = async () => {
    const list = ["file,letter,hash,pdf"];
    for (let page = 1; ; page += 1) {
      const { items } = await letterPage(from, callId, { page, pageSize });
      for (const { id, kind, hash } of items) {
        const document = await letterDocument(from, id);
        if (document === null) continue;
        const bytes = await writePdf(document[language]);
        const name = `${document[language].reference}-${kind}-${id.slice(0, 8)}.pdf`;
        const sha256 = createHash("sha256").update(bytes).digest("hex");
        list.push(`${name},${id},${hash},sha256:${sha256}`);
        await added(zip, name, bytes, document[language].made);
      }
      if (items.length < pageSize) break;
    }
    zip.addBuffer(Buffer.from(`${list.join("\n")}\n`), "letters.csv");
    zip.end();
  };
  write().catch((error: unknown) => {
    (zip.outputStream as unknown as Readable).destroy(error as Error);
  });
  return zip.outputStream;
}

/** Adds a file and waits until it was written out, so that no more than one PDF is held. */
function added(zip: ZipFile, name: string, bytes: Uint8Array, made: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const stream = Readable.from([Buffer.from(bytes)]);
    stream.once("end", resolve).once("error", reject);
    zip.addReadStream(stream, name, { mtime: new Date(made), compress: false });
  });
}
