/**
 * Checks that every library the product ships has a licence that fits EUPL-1.2.
 *
 * Permissive licences may be used under any licence; copyleft ones only where the appendix of the EUPL 1.2 names them
 * as compatible or the library stays a separate file (MPL-2.0). A font under the OFL may be bundled with any program.
 * Development tools are not shipped and not checked. Run it after the installation.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const fitting = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "EUPL-1.2",
  "ISC",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "OFL-1.1",
  "PostgreSQL",
  "Python-2.0",
  "Unlicense",
  "Zlib",
]);

const root = resolve(import.meta.dirname, "..");
const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));

/** A licence expression fits when one branch of each OR and every part of each AND does. */
function fits(expression) {
  return expression
    .replace(/[()]/g, "")
    .split(" OR ")
    .some((branch) => branch.split(" AND ").every((licence) => fitting.has(licence.trim())));
}

/** What a package without the field says in its licence file: the name in the first line, where it is one we know. */
function licenceFile(path) {
  const file = join(root, path, "LICENSE");
  const [title = ""] = existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
  return title.trim() === "MIT License" ? "MIT" : "none stated";
}

const wrong = [];
let checked = 0;
for (const [path, entry] of Object.entries(packages)) {
  if (!path.includes("node_modules/") || entry.dev || entry.link || entry.devOptional) continue;
  checked += 1;
  const licence = entry.license ?? licenceFile(path);
  if (!fits(licence)) wrong.push(`${path}: ${licence}`);
}
for (const line of wrong) console.error(`licence does not fit EUPL-1.2: ${line}`);
console.log(`${checked} shipped libraries, ${wrong.length} with a licence that does not fit`);
process.exitCode = wrong.length === 0 && checked > 0 ? 0 : 1;
