/** The JSON Schemas that are published from the zod schemas, so that editors complete and check programme files. */
import * as z from "zod";
import { SCHEMAS } from "../read/kinds.js";

/** JSON Schema (draft 2020-12) per kind of file, as it is written in YAML; key: the name without `.schema.json`. */
export function publishedSchemas(): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(SCHEMAS).map(([kind, schema]) => [kind, z.toJSONSchema(schema, { io: "input" })]),
  );
}
