/** What a request may say in its path and query about imports, exports and archives. */
import { z } from "zod";
import { ImportKindName } from "../imports/views.js";

const storable = (text: string) => !text.includes("\0");

export const CallId = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$/, "a call id has small letters, digits and hyphens");

export const PageQuery = {
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(500).default(50),
};

export const ImportParams = z.object({ importId: z.uuid() });
export const ImportsQuery = z.object(PageQuery);
export const ImportRowsQuery = z.object({
  ...PageQuery,
  outcome: z.enum(["new", "changed", "unchanged", "error"]).optional(),
});

/** Applications need their call; organisations have none. */
const target = {
  kind: ImportKindName,
  callId: CallId.optional().meta({ description: "The call; needed for applications" }),
};

const hasCall = ({ kind, callId }: { kind: string; callId?: string | undefined }) =>
  (kind === "applications") === (callId !== undefined);

const callNeeded = { message: "applications need a callId, and organisations have none", path: ["callId"] };

export const NewImportQuery = z
  .object({
    ...target,
    fileName: z.string().min(1).max(255).refine(storable, "U+0000 is not allowed"),
  })
  .refine(hasCall, callNeeded);

export const TemplateQuery = z.object(target).refine(hasCall, callNeeded);

/** The target of an import in a query. */
export function targetOf({ kind, callId }: { kind: ImportKindName; callId?: string | undefined }) {
  return { kind, callId: callId ?? null };
}
