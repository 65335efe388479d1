/** Checks and loads a programme from its folder. */
import { assemble, type FundFile, type PointFile, type ProgrammeFile } from "./assemble.js";
import { compareProblems, type Problem, ProgrammeError } from "./problem.js";
import { type PartDocument, parsePart } from "./read/document.js";
import { readParts } from "./read/files.js";
import { checkShape } from "./read/shape.js";
import type { Programme } from "./vocabulary.js";

/** What a check found; `programme` is there only when there are no problems. */
export interface Checked {
  readonly programme?: Programme;
  /** In order of file, line and column. */
  readonly problems: readonly Problem[];
}

/**
 * Checks the programme in `dir` and reports every problem of every file. It reads files and never throws for
 * anything that it finds in them.
 */
export function checkProgramme(dir: string): Checked {
  const { parts, problems } = readParts(dir);
  const documents: PartDocument[] = [];
  let programme: ProgrammeFile | null = null;
  const points: PointFile[] = [];
  const funds: FundFile[] = [];
  for (const part of parts) {
    const parsed = parsePart(part);
    problems.push(...parsed.problems);
    if (parsed.document === null) continue;
    documents.push(parsed.document);
    const shape = checkShape(parsed.document);
    problems.push(...shape.problems);
    if (shape.value === null) continue;
    if (part.kind === "programme") programme = shape.value as ProgrammeFile;
    if (part.kind === "point") points.push(shape.value as PointFile);
    if (part.kind === "fund") funds.push(shape.value as FundFile);
  }
  if (problems.length > 0 || programme === null) return { problems: problems.sort(compareProblems) };
  return { programme: assemble(programme, points, funds), problems: [] };
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
