/** Adding files to an objection, as long as it is being handled. */
import { createHash } from "node:crypto";
import { Refusal } from "../../../kernel/refusal.js";
import { FILE_KINDS, fileKindOf, MOST_FILE_BYTES } from "../../applications/file-kind.js";
import type { DecisionContext } from "../context.js";
import {
  insertObjectionFile,
  type ObjectionFile,
  objectionFile,
  objectionFiles,
} from "../store/objection-files.js";
import { findObjection } from "../store/objections.js";
import { requireObjection } from "./file.js";

/** The most files one objection may have. */
const mostFiles = 20;

/**
 * Keeps a file. The same file under the same id again changes nothing, so that a broken upload can be repeated.
 *
 * @throws Refusal when the objection is closed, or the file is empty, too large or of a kind that is not accepted
 */
export async function addObjectionFile(
  context: DecisionContext,
  objectionId: string,
  file: { readonly id: string; readonly name: string; readonly content: Uint8Array },
  personId: string,
): Promise<ObjectionFile> {
  const name =
    file.name
      .replace(/[\p{C}\\/:*?"<>|]/gu, "_")
      .trim()
      .slice(0, 200) || "bestand";
  const { id, content } = file;
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
  const kept = { id, name, mediaType, bytes: content.byteLength, sha256 };
  await requireObjection(context, objectionId);
  return context.store.database.transaction(async (tx) => {
    const objection = (await findObjection(tx, objectionId, { lock: true }))!;
    const known = (await objectionFiles(tx, objectionId)).find((each) => each.id === id);
    if (known?.sha256 === sha256) return known;
    if (objection.closedAt !== null)
      throw new Refusal(
        "conflict",
        `Objection ${objection.number} is ${objection.state}; its file is closed.`,
      );
    if ((await objectionFiles(tx, objectionId)).length >= mostFiles)
      throw new Refusal("conflict", `An objection has ${mostFiles} files at most.`);
    const made = { ...kept, content, personId, at: context.now() };
    if (!(await insertObjectionFile(tx, objectionId, made)))
      throw new Refusal("conflict", `There is a file ${id} already: upload it under a new id.`);
    return kept;
  });
}

/** One file with its bytes. @throws Refusal when there is none */
export async function readObjectionFile(
  { store }: Pick<DecisionContext, "store">,
  objectionId: string,
  id: string,
) {
  const found = await objectionFile(store.database, objectionId, id);
  if (found === null) throw new Refusal("not-found", `This objection has no file ${id}.`);
  return found;
}
