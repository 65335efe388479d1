/** Uploading, reading and taking away files of an application. */
import { createHash } from "node:crypto";
import { refuseUnstorable } from "@voorsprong/store";
import { Refusal } from "../../kernel/refusal.js";
import type { FundContext } from "../context.js";
import { FILE_KINDS, fileKindOf, MOST_FILE_BYTES } from "./file-kind.js";
import { lockDossier } from "./read-one.js";
import { requireWritable } from "./start-application.js";
import {
  type AttachmentRow,
  attachedBytes,
  deleteAttachment,
  getAttachment,
  insertAttachment,
  isSubmitted,
} from "./store/attachments.js";

/** The most all files of one application may be together, in bytes. */
const MOST_ATTACHED_BYTES = 100 * 1024 * 1024;

/** A file name without what a file system or a header would take amiss. */
function cleanName(name: string): string {
  const clean = name
    .replace(/[\p{Cc}\\/:*?"<>|]/gu, "_")
    .trim()
    .slice(0, 200);
  return clean === "" ? "bestand" : clean;
}

/**
 * Keeps a file. The same file under the same id again changes nothing, so that a broken upload can be repeated.
 * @throws Refusal when it is too large, of a kind that is not accepted, or its id is taken
 */
export async function keepAttachment(
  { store, now }: FundContext,
  applicationId: string,
  file: { readonly id: string; readonly name: string; readonly content: Uint8Array },
  personId: string,
): Promise<AttachmentRow> {
  const { id, content } = file;
  const name = cleanName(file.name);
  refuseUnstorable(name, "the name of the file");
  if (content.byteLength === 0) throw new Refusal("unusable", `The file ${name} is empty.`);
  if (content.byteLength > MOST_FILE_BYTES)
    throw new Refusal("unusable", `The file ${name} is larger than 10 MB.`);
  const mediaType = await fileKindOf(content, name);
  if (mediaType === null)
    throw new Refusal(
      "unusable",
      `The file ${name} is not accepted: by its content it is none of ${Object.values(FILE_KINDS).join(", ")}, or it holds macros.`,
    );
  const sha256 = createHash("sha256").update(content).digest("hex");
  const uploadedAt = now();
  return store.database.transaction(async (tx) => {
    requireWritable(await lockDossier(tx, applicationId, uploadedAt));
    const known = await getAttachment(tx, applicationId, id);
    if (known !== null && known.sha256 === sha256) {
      const { content: _, ...row } = known;
      return row;
    }
    if ((await attachedBytes(tx, applicationId)) + content.byteLength > MOST_ATTACHED_BYTES)
      throw new Refusal("conflict", "The files of one application are 100 MB together at most.");
    const kept = await insertAttachment(tx, applicationId, {
      id,
      name,
      mediaType,
      content,
      sha256,
      personId,
      uploadedAt,
    });
    if (!kept) throw new Refusal("conflict", `There is a file ${id} already: upload it under a new id.`);
    return { id, name, mediaType, bytes: content.byteLength, sha256, uploadedAt };
  });
}

/** One file with its bytes. @throws Refusal when there is none */
export async function readAttachment({ store }: FundContext, applicationId: string, id: string) {
  const found = await getAttachment(store.database, applicationId, id);
  if (found === null) throw new Refusal("not-found", `The application ${applicationId} has no file ${id}.`);
  return found;
}

/** Takes a file out of the draft; what a submitted version names stays with that version. @throws Refusal when there is none */
export async function removeAttachment({ store, now }: FundContext, applicationId: string, id: string) {
  await store.database.transaction(async (tx) => {
    requireWritable(await lockDossier(tx, applicationId, now()));
    if ((await getAttachment(tx, applicationId, id)) === null)
      throw new Refusal("not-found", `The application ${applicationId} has no file ${id}.`);
    // Still named by a version that was submitted: it leaves the draft, and stays with that version.
    if (!(await isSubmitted(tx, applicationId, id))) await deleteAttachment(tx, applicationId, id);
  });
}
