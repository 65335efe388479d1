/** The columns of an application that lists sort, filter and search by, kept beside its document. */
import { foldForSearch } from "../../../kernel/fold.js";
import { type ApplicationDocument, requestedOf } from "../document.js";
import { dossierOf } from "../record.js";

/** Column values of a document. */
export function columnsOf(document: ApplicationDocument, place: { callId: string; number: number | null }) {
  const { title = "", project, lead } = document;
  const words = [dossierOf(place) ?? "", title, lead.name].filter((word) => word !== "");
  return {
    title,
    theme: project?.theme || null,
    region: project?.region || lead.region || null,
    size: lead.size ?? null,
    requested: requestedOf(document),
    search: foldForSearch(words.join(" ")),
  };
}
