// Writes programmes/schemas/*.schema.json from the built package, formatted like the rest of the repository.
// Run it after a schema has changed: `npx tsc -b platform/programme && node platform/programme/scripts/schemas.mjs`.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publishedSchemas } from "@voorsprong/programme";

const root = join(import.meta.dirname, "../../..");
const folder = join(root, "programmes/schemas");
mkdirSync(folder, { recursive: true });
for (const [kind, schema] of Object.entries(publishedSchemas())) {
  writeFileSync(join(folder, `${kind}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
}
const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
execFileSync(process.execPath, [biome, "format", "--write", folder], { cwd: root, stdio: "inherit" });
