/** What is wrong in a programme, and where. */

/** One problem. Line and column count from 1; a problem of a whole file or folder is at 1:1. */
export interface Problem {
  /** The path inside the programme's folder, with `/`; the folder itself is `.`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What is wrong. */
  readonly message: string;
  /** What was expected instead. */
  readonly expected: string;
}

/** A programme cannot be used; `problems` says all that is wrong with it. */
export class ProgrammeError extends Error {
  override readonly name = "ProgrammeError";
  readonly problems: readonly Problem[];

  constructor(dir: string, problems: readonly Problem[]) {
    const lines = problems.map(formatProblem);
    super(`The programme in ${dir} has ${problems.length} problem(s):\n${lines.join("\n")}`);
    this.problems = problems;
  }
}

/** One line of text: `file:line:column message; expected …`. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, message, expected } = problem;
  return `${file}:${line}:${column} ${message}; expected ${expected}`;
}

/** Order of reading: by file, line, column, then message. */
export function compareProblems(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  if (a.line !== b.line) return a.line - b.line;
  if (a.column !== b.column) return a.column - b.column;
  if (a.message === b.message) return 0;
  return a.message < b.message ? -1 : 1;
}
