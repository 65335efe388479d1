/** The files that an application names in its answers. */
import { isOpen, kindOf, visibleQuestions } from "@voorsprong/call-form";
import type { Queryable } from "@voorsprong/store";
import type { InputError } from "../../kernel/refusal.js";
import { contentOf } from "./check-application.js";
import type { Dossier } from "./read-one.js";
import { listAttachments } from "./store/attachments.js";

interface Named {
  readonly pointer: string;
  readonly id: string;
  readonly sha256: string;
}

function namedFiles({ definition, document }: Pick<Dossier, "definition" | "document">): readonly Named[] {
  return visibleQuestions(definition, contentOf(document)).flatMap(({ question }) => {
    const kind = kindOf(question.schema);
    const answer: unknown = document.answers?.[question.id];
    if ((kind !== "attachment" && kind !== "attachments") || isOpen(answer)) return [];
    const files = (Array.isArray(answer) ? answer : [answer]) as readonly {
      id?: unknown;
      sha256?: unknown;
    }[];
    return files.map((file, at) => ({
      pointer: `/answers/${question.id}${Array.isArray(answer) ? `/${at}` : ""}`,
      id: String(file?.id),
      sha256: String(file?.sha256),
    }));
  });
}

/** Files that are named and not there, or not the same. */
export async function attachmentErrors(from: Queryable, dossier: Dossier): Promise<readonly InputError[]> {
  const kept = new Map((await listAttachments(from, dossier.id)).map((file) => [file.id, file]));
  return namedFiles(dossier)
    .filter(({ id, sha256 }) => kept.get(id)?.sha256 !== sha256)
    .map(({ pointer, id }) => ({
      in: "body",
      location: { pointer },
      code: "missing",
      detail: `The file ${id} is not there, or not the one that was named: upload it again.`,
    }));
}
