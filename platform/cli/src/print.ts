/** What a command prints for people. */
import { reasonOf } from "./reason.js";

/** Control characters and the marks that turn the direction of text: a name from a file must not drive a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** What would begin a line of its own or shift one: an id with a newline must not look like two lines of an answer. */
const escaped: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** One line of text without anything a terminal would act on. */
export function printable(text: string): string {
  return text.replace(/[\n\r\t]/g, (mark) => escaped[mark]!).replace(unprintable, "\ufffd");
}

/** Prints lines of the answer. */
export function print(...lines: readonly string[]): void {
  for (const line of lines) console.log(printable(line));
}

/** Prints lines of a failure. */
export function complain(...lines: readonly string[]): void {
  for (const line of lines) console.error(printable(line));
}

/**
 * What to do when standard output takes no more: whoever reads the answer may stop reading, as `| head` does, which is
 * no failure; anything else, such as a full disk, is.
 *
 * @returns the exit code
 */
export function outputFailed(error: NodeJS.ErrnoException): number {
  if (error.code === "EPIPE") return 0;
  complain(`standard output: cannot be written: ${reasonOf(error)}`);
  return 2;
}
