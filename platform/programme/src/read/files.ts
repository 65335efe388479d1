/** Finds and reads the files of a programme. Never follows a folder twice: it looks at fixed places only. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { didYouMean } from "../did-you-mean.js";
import type { Problem } from "../problem.js";
import { FOLDERS, type PartKind, ROOT_FILE } from "./kinds.js";

/** A file of a programme as text. */
export interface PartText {
  readonly kind: PartKind;
  /** Path inside the programme's folder, with `/`. */
  readonly file: string;
  readonly text: string;
}

/** The largest file that is read, in bytes; a programme file is written by people and is far smaller. */
const MAX_BYTES = 128 * 1024;
/** The most files in one folder. */
const MAX_FILES = 1000;

const wholeFile = (file: string, message: string, expected: string): Problem => ({
  file,
  line: 1,
  column: 1,
  message,
  expected,
});

/** Why the system could not read something, in words. */
function reason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
  const words: Record<string, string> = {
    ENOENT: "it does not exist",
    ENOTDIR: "it is not a folder",
    EACCES: "reading it is not permitted",
    EPERM: "reading it is not permitted",
    ELOOP: "its links go round in a circle",
  };
  return words[code] ?? code;
}

/** Reads one file, or says why it cannot be used. */
function readPart(dir: string, file: string, kind: PartKind): PartText | Problem {
  const path = join(dir, file);
  try {
    const stat = statSync(path);
    if (!stat.isFile()) return wholeFile(file, `${file} is not a file`, "a YAML file");
    if (stat.size > MAX_BYTES) {
      return wholeFile(file, `the file has ${stat.size} bytes`, `at most ${MAX_BYTES} bytes; split it up`);
    }
    const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
    if (text.includes("\0")) return wholeFile(file, "the file is binary", "YAML as UTF-8 text");
    return { kind, file, text };
  } catch (error) {
    if (error instanceof TypeError)
      return wholeFile(file, "the file is not UTF-8 text", "YAML as UTF-8 text");
    return wholeFile(file, `the file cannot be read: ${reason(error)}`, "a YAML file that can be read");
  }
}

/** The names in a folder that matter, sorted; hidden ones and those that are not YAML are left out. */
function yamlNames(names: readonly string[]): string[] {
  return names
    .filter((name) => !name.startsWith(".") && [".yaml", ".yml"].includes(extname(name).toLowerCase()))
    .sort();
}

/** Lists one folder of parts. */
function listFolder(dir: string, folder: string, problems: Problem[]): string[] {
  let names: string[];
  try {
    names = yamlNames(readdirSync(join(dir, folder)));
  } catch (error) {
    problems.push(wholeFile(folder, `the folder cannot be read: ${reason(error)}`, "a folder of YAML files"));
    return [];
  }
  if (names.length > MAX_FILES) {
    problems.push(wholeFile(folder, `the folder has ${names.length} files`, `at most ${MAX_FILES}`));
    return [];
  }
  return names.flatMap((name) => {
    if (name.endsWith(".yaml")) return [`${folder}/${name}`];
    problems.push(
      wholeFile(`${folder}/${name}`, "the name does not end in .yaml", "a name such as `id.yaml`"),
    );
    return [];
  });
}

/** What was found in a programme's folder. */
export interface FoundParts {
  readonly parts: PartText[];
  /** Names (without ending) of files that are there but cannot be read. */
  readonly unread: Readonly<Record<PartKind, string[]>>;
  readonly problems: Problem[];
}

/** Reads all files of the programme in `dir`, with everything that cannot be read as a problem. */
export function readParts(dir: string): FoundParts {
  const problems: Problem[] = [];
  const parts: PartText[] = [];
  const unread: Record<PartKind, string[]> = { programme: [], point: [], fund: [] };
  const take = (file: string, kind: PartKind): void => {
    const part = readPart(dir, file, kind);
    if ("text" in part) parts.push(part);
    else {
      problems.push(part);
      unread[kind].push(basename(file, ".yaml"));
    }
  };

  let entries: string[];
  try {
    entries = readdirSync(dir).sort();
  } catch (error) {
    return {
      parts,
      unread,
      problems: [wholeFile(".", `the folder cannot be read: ${reason(error)}`, "a folder")],
    };
  }

  take(ROOT_FILE, "programme");
  for (const name of yamlNames(entries)) {
    if (name === ROOT_FILE) continue;
    const hint = didYouMean(name, [ROOT_FILE]);
    const places = Object.keys(FOLDERS).map((folder) => `\`${folder}/\``);
    problems.push(
      wholeFile(
        name,
        `this file has no place here${hint}`,
        `${ROOT_FILE}, or a file in ${places.join(" or ")}`,
      ),
    );
  }
  for (const [folder, kind] of Object.entries(FOLDERS)) {
    if (entries.includes(folder)) for (const file of listFolder(dir, folder, problems)) take(file, kind);
  }
  for (const entry of entries) {
    const hint = didYouMean(entry, Object.keys(FOLDERS));
    if (hint !== "" && !(entry in FOLDERS) && isFolder(join(dir, entry))) {
      problems.push(
        wholeFile(entry, `this folder is not read${hint}`, `a folder ${Object.keys(FOLDERS).join(" or ")}`),
      );
    }
  }
  return { parts, unread, problems };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
