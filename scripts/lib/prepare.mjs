/** Installs and builds where needed; every entry point (setup, start, test) goes through here. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { filesBelow, fingerprint } from "./fingerprint.mjs";

/** The root of the checkout. */
export const root = resolve(import.meta.dirname, "../..");

const built = [
  "engines/allocation",
  "engines/verifier",
  "engines/call-form",
  "engines/legal-time",
  "engines/review",
  "engines/settlement",
  "engines/state-aid",
  "platform/programme",
  "platform/store",
  "platform/access",
  "platform/documents",
  "platform/instruments",
  "platform/server",
  "platform/cli",
];
const stampDirectory = join(root, ".setup");

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (result.error) throw result.error;
  if (result.status !== 0) {
    console.error(`voorsprong: "${[command, ...args].join(" ")}" failed; see the lines above.`);
    process.exit(result.status ?? 1);
  }
}

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 20)) {
    console.error(
      `voorsprong: needs Node 20.20 or newer, this is ${process.versions.node}. Install it from nodejs.org and run the command again.`,
    );
    process.exit(2);
  }
}

function stampIs(name, value) {
  const path = join(stampDirectory, name);
  return existsSync(path) && readFileSync(path, "utf8") === value;
}

function stamp(name, value) {
  mkdirSync(stampDirectory, { recursive: true });
  writeFileSync(join(stampDirectory, name), value);
}

function install() {
  const wanted = fingerprint([join(root, "package-lock.json")]);
  if (existsSync(join(root, "node_modules")) && stampIs("installed", wanted)) return;
  console.log("Installing the libraries (once; about a minute) ...");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { shell: process.platform === "win32" });
  stamp("installed", wanted);
}

function sources() {
  return [
    ...built.flatMap((dir) => [
      ...filesBelow(join(root, dir, "src")),
      join(root, dir, "package.json"),
      join(root, dir, "tsconfig.json"),
    ]),
    ...filesBelow(join(root, "web")),
    join(root, "tsconfig.base.json"),
    join(root, "package-lock.json"),
  ];
}

/** Compiles all packages and bundles the pages. */
export function build() {
  const wanted = fingerprint(sources());
  console.log("Building ...");
  run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-b"]);
  run(process.execPath, [join(root, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "error"], {
    cwd: join(root, "web"),
  });
  stamp("built", wanted);
}

function buildWhereNeeded() {
  const outputs = [
    ...built.map((dir) => join(root, dir, "dist/index.js")),
    join(root, "web/dist/index.html"),
  ];
  if (outputs.every((path) => existsSync(path)) && stampIs("built", fingerprint(sources()))) return;
  build();
}

/** Everything that must be there before the product or its tests can run. */
export function prepare() {
  requireNode();
  install();
  buildWhereNeeded();
}
