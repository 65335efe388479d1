/** The errors of reading: every reader collects all it finds before it gives up. */

/** More errors than this help nobody. */
const MOST_ISSUES = 1000;

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

/** A round that cannot be used, with every reason; beyond the first thousand, how many more there are. */
export class RoundError extends Error {
  readonly issues: readonly RoundIssue[];

  constructor(issues: readonly RoundIssue[]) {
    const shown = firstOf(issues, ({ path }, message) => ({ path, message }));
    super(shown.map((issue) => `${issue.path || "(round)"}: ${describeIssue(issue)}`).join("\n"));
    this.name = "RoundError";
    this.issues = shown;
  }
}

/**
 * A file that cannot be used, with every reason and its place, in the order of the file; beyond the first thousand, how
 * many more there are.
 */
export class FileError extends Error {
  readonly issues: readonly FileIssue[];

  constructor(issues: readonly FileIssue[]) {
    const ordered = [...issues].sort((a, b) => a.line - b.line || a.column - b.column);
    const shown = firstOf(ordered, ({ line, column }, message) => ({ line, column, message }));
    super(shown.map((issue) => `${issue.line}:${issue.column} ${issue.message}`).join("\n"));
    this.name = "FileError";
    this.issues = shown;
  }
}

/** The first issues; what is left out is counted at the place of the first one left out. */
function firstOf<Issue>(issues: readonly Issue[], note: (at: Issue, message: string) => Issue) {
  // One more may be such a count already, from the error that is passed on with places.
  if (issues.length <= MOST_ISSUES + 1) return issues;
  const more = issues.length - MOST_ISSUES;
  return [
    ...issues.slice(0, MOST_ISSUES),
    note(issues[MOST_ISSUES]!, `${more} more errors from here on are not shown`),
  ];
}

/** The message of an issue with what was expected, as one sentence part. */
export function describeIssue(issue: RoundIssue): string {
  return issue.expected === undefined ? issue.message : `${issue.message}; expected ${issue.expected}`;
}

/** Appends one reference token to a JSON pointer, escaped as RFC 6901 section 3 says. */
export function pointer(parent: string, token: string | number): string {
  if (typeof token === "number" || !/[~/]/.test(token)) return `${parent}/${token}`;
  return `${parent}/${token.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
