/** A line on standard error that says how far a command is; only where somebody looks, on a terminal. */
import { printable } from "./print.js";

/** Milliseconds between two lines, so that showing costs nothing. */
const PAUSE = 100;

/** The one line; `show` writes over what it showed before. */
export class ProgressLine {
  #shown = false;
  #last = Number.NEGATIVE_INFINITY;

  /** Shows a text, unless one was shown a moment ago or nobody looks. */
  show(text: string): void {
    const now = performance.now();
    if (!process.stderr.isTTY || now - this.#last < PAUSE) return;
    this.#last = now;
    this.#shown = true;
    const width = (process.stderr.columns || 80) - 1; // A terminal that does not know its width says 0.
    process.stderr.write(`\r\u001b[K${printable(text).slice(0, width)}`);
  }

  /** Takes the line away; call it before anything else is printed. */
  clear(): void {
    if (this.#shown) process.stderr.write("\r\u001b[K");
    this.#shown = false;
  }
}
