/** How the files of a draft are kept: on the server, under an id that this browser chooses. */
import type { Attachment } from "@voorsprong/call-form";
import type { AttachmentView } from "@voorsprong/server/contract";
import { useMemo } from "react";
import { applicationPath } from "../../../api/application-queries.js";
import { API, query, sendFile, sendJson } from "../../../api/client.js";
import type { FileKeeper } from "../../../components/form/FilesField.js";

/** The keeper of the files of one application. */
export function useFiles(applicationId: string): FileKeeper {
  return useMemo(() => {
    const path = (id: string) => `${applicationPath(applicationId)}/attachments/${id}`;
    return {
      async store(_question, file) {
        const kept = await sendFile<AttachmentView>(
          "PUT",
          `${path(crypto.randomUUID())}${query({ name: file.name })}`,
          file,
        );
        const { id, name, mediaType, bytes, sha256 } = kept;
        return { id, name, mediaType, bytes, sha256 } satisfies Attachment;
      },
      remove: (_question, file) => sendJson("DELETE", path(file.id)),
      href: (file) => API + path(file.id),
    };
  }, [applicationId]);
}
