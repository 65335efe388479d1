/** Imports as they go over the wire. */
import { z } from "zod";
import { Localised } from "../../../kernel/views.js";

export const ImportKindName = z.enum(["organisations", "applications"]);
export type ImportKindName = z.infer<typeof ImportKindName>;

const Cell = z.union([z.string(), z.int()]);

export const CellErrorView = z
  .object({
    row: z.int().meta({ description: "Row as a spreadsheet counts it, from 1" }),
    column: z.string().nullable().meta({ description: "Letters above the column; null: the whole row" }),
    name: z.string().meta({ description: "Name of the column in the header" }),
    value: z.string(),
    problem: Localised,
  })
  .meta({ id: "CellError" });

export const ImportRowView = z
  .object({
    line: z.int(),
    outcome: z.enum(["new", "changed", "unchanged", "error"]),
    title: z.string(),
    cells: z.record(z.string(), Cell),
    target: z.string().nullable(),
    changes: z.array(z.object({ name: z.string(), from: Cell.nullable(), to: Cell })),
    errors: z.array(CellErrorView),
  })
  .meta({ id: "ImportRow" });
export type ImportRowView = z.infer<typeof ImportRowView>;

export const ImportCounts = z
  .object({
    read: z.int(),
    new: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    errors: z.int().meta({ description: "Rows with at least one cell that is not right" }),
  })
  .meta({ id: "ImportCounts" });
export type ImportCounts = z.infer<typeof ImportCounts>;

export const ImportSource = z
  .union([
    z.object({
      kind: z.literal("csv"),
      encoding: z.string(),
      separator: z.string(),
      unused: z.array(z.string()),
    }),
    z.object({ kind: z.literal("xlsx"), sheet: z.string(), unused: z.array(z.string()) }),
  ])
  .meta({ id: "ImportSource" });
export type ImportSource = z.infer<typeof ImportSource>;

export const ImportView = z
  .object({
    id: z.uuid(),
    kind: ImportKindName,
    callId: z.string().nullable(),
    fundId: z.string().nullable(),
    fileName: z.string(),
    sha256: z.string(),
    /**
     * `reading` and `confirming` are at work; `ready` waits to be confirmed; `refused` has rows that are not right;
     * `done`, `failed` and `discarded` are over.
     */
    state: z.enum(["reading", "ready", "refused", "confirming", "done", "failed", "discarded"]),
    source: ImportSource.nullable(),
    counts: ImportCounts,
    failure: Localised.nullable(),
    columns: z.array(z.object({ name: z.string(), title: Localised, required: z.boolean() })),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Import" });
export type ImportView = z.infer<typeof ImportView>;

const page = { page: z.int(), pageSize: z.int(), total: z.int() };

export const ImportPage = z.object({ items: z.array(ImportView), ...page }).meta({ id: "ImportPage" });
export type ImportPage = z.infer<typeof ImportPage>;

export const ImportRowPage = z
  .object({ items: z.array(ImportRowView), ...page })
  .meta({ id: "ImportRowPage" });
export type ImportRowPage = z.infer<typeof ImportRowPage>;
