/** The errors of reading: every reader collects all it finds before it gives up. */

/** One error in a round, at a JSON pointer (RFC 6901); the empty pointer is the whole document. */
export interface RoundIssue {
  readonly path: string;
  readonly message: string;
  /** What would have been right, where that can be said in a few words. */
  readonly expected?: string;
}

/** One error in a file. Lines and columns count from 1; a column counts UTF-16 code units. */
export interface FileIssue {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A round that cannot be used, with every reason. */
export class RoundError extends Error {
  readonly issues: readonly RoundIssue[];

  constructor(issues: readonly RoundIssue[]) {
    super(issues.map((issue) => `${issue.path || "(round)"}: ${describeIssue(issue)}`).join("\n"));
    this.name = "RoundError";
    this.issues = issues;
  }
}

/** A file that cannot be used, with every reason and its place, in the order of the file. */
export class FileError extends Error {
  readonly issues: readonly FileIssue[];

  constructor(issues: readonly FileIssue[]) {
    const ordered = [...issues].sort((a, b) => a.line - b.line || a.column - b.column);
    super(ordered.map((issue) => `${issue.line}:${issue.column} ${issue.message}`).join("\n"));
    this.name = "FileError";
    this.issues = ordered;
  }
}

/** The message of an issue with what was expected, as one sentence part. */
export function describeIssue(issue: RoundIssue): string {
  return issue.expected === undefined ? issue.message : `${issue.message}; expected ${issue.expected}`;
}

/** Appends one reference token to a JSON pointer, escaped as RFC 6901 section 3 says. */
export function pointer(parent: string, token: string | number): string {
  return `${parent}/${String(token).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
