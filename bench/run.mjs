/** `npm run bench -- NAME [options]`: runs one of the measurements of this folder. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { prepare } from "../scripts/lib/prepare.mjs";

const [name, ...rest] = process.argv.slice(2);
const file = join(import.meta.dirname, `${name}.mjs`);
if (name === undefined || name === "run" || !/^[a-z]+$/.test(name) || !existsSync(file)) {
  console.error(
    "which measurement? npm run bench -- allocation, npm run bench -- funds, or npm run bench -- startup",
  );
  process.exit(2);
}
prepare();
process.argv = [process.argv[0], file, ...rest];
await import(pathToFileURL(file).href);
