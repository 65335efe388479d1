/**
 * `npm run boundaries [-- ROOT]`: the laws of the house (ARCHITECTURE.md) as a check on imports.
 *
 * Exit 0: kept; 1: broken, with file, line, import and the law.
 */
import { existsSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative, resolve, sep } from "node:path";
import { filesBelow } from "./lib/fingerprint.mjs";

/**
 * Per package: which packages of the house it may import, and whether it may touch Node or any library.
 * `bundled`: what is built into the pages needs no library at run time, so a development dependency will do.
 */
const laws = {
  "engines/allocation": { house: [], node: false },
  "engines/verifier": { house: [], node: false, libraries: false },
  "engines/state-aid": { house: [], node: false },
  "engines/call-form": { house: [], node: false },
  "engines/review": { house: [], node: false },
  "engines/legal-time": { house: [], node: false },
  "engines/settlement": { house: [], node: false },
  "platform/programme": { house: ["call-form"], node: true },
  "platform/store": { house: [], node: true },
  "platform/access": { house: ["store"], node: true },
  "platform/documents": { house: [], node: true },
  "platform/instruments": {
    house: [
      "access",
      "allocation",
      "call-form",
      "documents",
      "legal-time",
      "programme",
      "review",
      "settlement",
      "state-aid",
      "store",
    ],
    node: true,
  },
  "platform/server": { house: ["access", "instruments", "programme", "store"], node: true },
  "platform/cli": {
    house: ["access", "allocation", "verifier", "instruments", "programme", "server", "store"],
    node: true,
  },
  web: {
    house: ["allocation", "call-form", "legal-time", "review", "settlement", "state-aid", "verifier"],
    typesOnly: ["server"],
    node: false,
    bundled: true,
  },
};

const root = resolve(process.argv[2] ?? resolve(import.meta.dirname, ".."));
const builtins = new Set(builtinModules);
const importPattern =
  /(?:^|\n)[ \t]*(?:import|export)(\s+type\b)?(?:[^;"'`]*?\bfrom)?\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/g;

function* importsOf(text) {
  for (const match of text.matchAll(importPattern)) {
    const leading = match[0].startsWith("\n") ? 1 : 0;
    const line = text.slice(0, match.index + leading).split("\n").length;
    yield { specifier: match[2] ?? match[3], typeOnly: match[1] !== undefined, line };
  }
}

function packageName(specifier) {
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : parts[0];
}

function breaks(home, law, declared, file, { specifier, typeOnly }) {
  if (specifier.startsWith(".")) {
    const target = resolve(dirname(file), specifier);
    if (!target.startsWith(join(root, home, "src") + sep))
      return "a relative import stays inside its own package's src";
    const instrument = (path) => relative(join(root, "platform/instruments/src"), path).split(sep)[0];
    if (home === "platform/instruments") {
      const [from, to] = [instrument(file), instrument(target)];
      if (from !== to && to !== "kernel" && from !== "index.ts")
        return "instruments do not import each other; they meet in the kernel";
    }
    return null;
  }
  if (specifier.startsWith("node:") || builtins.has(specifier))
    return law.node ? null : "an engine and a page have no input or output of Node";
  const name = packageName(specifier);
  if (name.startsWith("@voorsprong/")) {
    const short = name.slice("@voorsprong/".length);
    if (law.typesOnly?.includes(short)) {
      if (!typeOnly) return `only types may be imported from ${name}`;
    } else if (!law.house.includes(short)) return `${home} may not depend on ${name}`;
  } else if (law.libraries === false) return "the verifier has no dependencies";
  const types = `@types/${name.replace(/^@/, "").replace("/", "__")}`;
  return declared.has(name) || (typeOnly && declared.has(types))
    ? null
    : `${name} is not declared in ${home}/package.json`;
}

let broken = 0;
let checked = 0;
for (const [home, law] of Object.entries(laws)) {
  const manifest = join(root, home, "package.json");
  if (!existsSync(manifest)) continue;
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(manifest, "utf8"));
  const declared = new Set(Object.keys(law.bundled ? { ...dependencies, ...devDependencies } : dependencies));
  for (const file of filesBelow(join(root, home, "src")).filter((path) => /\.(ts|tsx)$/.test(path))) {
    checked += 1;
    for (const found of importsOf(readFileSync(file, "utf8"))) {
      const reason = breaks(home, law, declared, file, found);
      if (reason === null) continue;
      broken += 1;
      console.error(`${relative(root, file)}:${found.line}: "${found.specifier}": ${reason}`);
    }
  }
}
if (checked === 0) {
  console.error(`no source files found under ${root}`);
  broken += 1;
}
console.log(broken === 0 ? `boundaries kept in ${checked} files` : `${broken} broken`);
process.exitCode = broken === 0 ? 0 : 1;
