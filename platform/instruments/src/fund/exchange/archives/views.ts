/** Archives as they go over the wire. */
import { z } from "zod";
import { Localised } from "../../../kernel/views.js";
import { archiveKinds } from "../archive/index.js";

export const ArchiveSummary = z
  .object({
    hash: z.string().meta({ description: "Hash of the manifest: the same archive has the same" }),
    call: z.object({ id: z.string(), title: Localised }),
    fund: z.object({ id: z.string(), title: Localised }),
    programme: z.string(),
    madeAt: z.iso.datetime(),
    example: z.boolean(),
    keyId: z.string().meta({ description: "Thumbprint of the key; compare it with a published one" }),
    /** Made by this very installation. */
    own: z.boolean(),
    files: z.array(z.object({ kind: z.enum(archiveKinds), count: z.int(), size: z.int() })),
    keptAt: z.iso.datetime().nullable().meta({ description: "Null: not kept here" }),
  })
  .meta({ id: "ArchiveSummary" });
export type ArchiveSummary = z.infer<typeof ArchiveSummary>;

export const ArchiveCheck = z
  .object({
    archive: ArchiveSummary.nullable().meta({ description: "Null when it is not in order" }),
    faults: z.array(z.object({ path: z.string().nullable(), problem: Localised })),
  })
  .meta({ id: "ArchiveCheck" });
export type ArchiveCheck = z.infer<typeof ArchiveCheck>;

export const ArchiveList = z.object({ items: z.array(ArchiveSummary) }).meta({ id: "ArchiveList" });
export type ArchiveList = z.infer<typeof ArchiveList>;

export const ArchiveFileView = z
  .object({
    position: z.int(),
    path: z.string(),
    kind: z.enum(archiveKinds),
    about: z.string(),
    title: z.string(),
    size: z.int(),
    sha256: z.string(),
  })
  .meta({ id: "ArchiveFile" });
export type ArchiveFileView = z.infer<typeof ArchiveFileView>;

export const ArchiveFilePage = z
  .object({ items: z.array(ArchiveFileView), page: z.int(), pageSize: z.int(), total: z.int() })
  .meta({ id: "ArchiveFilePage" });
export type ArchiveFilePage = z.infer<typeof ArchiveFilePage>;
