/** Checks and loads a programme from its folder. */
import { basename } from "node:path";
import type * as z from "zod";
import { assemble } from "./assemble.js";
import { compareProblems, type Problem, ProgrammeError } from "./problem.js";
import { type PartDocument, parsePart } from "./read/document.js";
import { type PartText, readParts } from "./read/files.js";
import { type PartKind, SCHEMAS } from "./read/kinds.js";
import { readLenient } from "./read/lenient.js";
import { checkShape } from "./read/shape.js";
import { checkCalls } from "./rules/calls.js";
import { checkClauses } from "./rules/clauses.js";
import { checkIds } from "./rules/ids.js";
import { checkLimits } from "./rules/limits.js";
import { checkMoney } from "./rules/money.js";
import type { Part, PartsRule } from "./rules/parts.js";
import { checkProcedures } from "./rules/procedures.js";
import { checkReferences } from "./rules/references.js";
import { checkTies } from "./rules/ties.js";
import type { Programme } from "./vocabulary.js";

/** What a check found; `programme` is there only when there are no problems. */
export interface Checked {
  readonly programme?: Programme;
  /** In order of file, line and column. */
  readonly problems: readonly Problem[];
}

const RULES: readonly PartsRule[] = [
  checkIds,
  checkReferences,
  checkClauses,
  checkMoney,
  checkCalls,
  checkLimits,
  checkTies,
  checkProcedures,
];

const nameOf = (file: string): string => basename(file, ".yaml");

/** The files of one kind: their whole value where it is valid, what could be read of it, and what is wrong. */
function readKind<Kind extends PartKind>(kind: Kind, texts: readonly PartText[]) {
  type File = z.output<(typeof SCHEMAS)[Kind]>;
  const schema: z.ZodType<File> = SCHEMAS[kind] as never;
  const valid: File[] = [];
  const parts: Part<File>[] = [];
  const unread: string[] = [];
  const problems: (readonly Problem[])[] = [];
  const take = (document: PartDocument): void => {
    const result = checkShape(schema, document);
    if (result.value !== null) valid.push(result.value);
    problems.push(result.problems);
    const value = readLenient(schema, document.value) ?? {};
    parts.push({ document, name: nameOf(document.file), value: value as Part<File>["value"] });
  };
  for (const text of texts.filter((each) => each.kind === kind)) {
    const parsed = parsePart(text);
    problems.push(parsed.problems);
    if (parsed.document === null) unread.push(nameOf(text.file));
    else take(parsed.document);
  }
  return { valid, parts, unread, problems: problems.flat() };
}

/** Problems in order of reading, each once: a limit may fail in the same words for several calls. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const sorted = [...problems].sort(compareProblems);
  return sorted.filter((problem, index) => index === 0 || compareProblems(sorted[index - 1]!, problem) !== 0);
}

/**
 * Checks the programme in `dir` and reports every problem of every file. It reads files and never throws for
 * anything that it finds in them.
 */
export function checkProgramme(dir: string): Checked {
  const files = readParts(dir);
  const programmes = readKind("programme", files.parts);
  const points = readKind("point", files.parts);
  const funds = readKind("fund", files.parts);
  const parts = {
    programme: programmes.parts[0] ?? null,
    points: points.parts,
    funds: funds.parts,
    unread: {
      point: [...points.unread, ...files.unread.point],
      fund: [...funds.unread, ...files.unread.fund],
    },
  };
  const problems = inOrder([
    ...files.problems,
    ...programmes.problems,
    ...points.problems,
    ...funds.problems,
    ...RULES.flatMap((rule) => rule(parts)),
  ]);
  const programme = programmes.valid[0];
  if (problems.length > 0 || programme === undefined) return { problems };
  return { programme: assemble(programme, points.valid, funds.valid), problems };
}

/**
 * Loads the programme in `dir`.
 *
 * @throws {ProgrammeError} with every problem when it cannot be used.
 */
export function loadProgramme(dir: string): Programme {
  const { programme, problems } = checkProgramme(dir);
  if (programme === undefined) throw new ProgrammeError(dir, problems);
  return programme;
}
