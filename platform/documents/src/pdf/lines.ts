import type { Face } from "./fonts.js";

/** A stretch of text in one face, perhaps a link. */
export interface Run {
  readonly text: string;
  readonly face: Face;
  readonly href?: string;
}

/** Width of a text in a face, in points, at the size that is being set. */
export type Measure = (text: string, face: Face) => number;

/** What stays together on a line. A word without runs is a newline. */
interface Word {
  readonly runs: readonly Run[];
  /** Whether a space parts it from the word before it. */
  readonly spaced: boolean;
  readonly width: number;
}

/** Pieces that may stand on lines of their own: split at spaces and newlines, and after a hyphen or slash in a word. */
const pieces = /\n| |[^ \n]*?\p{L}[-/](?=\p{L})|[^ \n]+/gu;

function wordsOf(runs: readonly Run[], measure: Measure): Word[] {
  const words: { runs: Run[]; spaced: boolean }[] = [];
  let spaced = false;
  let open = false;
  for (const run of runs)
    for (const [piece] of run.text.matchAll(pieces)) {
      if (piece === " " || piece === "\n") {
        if (piece === "\n") words.push({ runs: [], spaced: false });
        spaced = piece === " ";
        open = false;
        continue;
      }
      const part = { ...run, text: piece };
      // A word may change face halfway ("see **here**."): without a space in between it stays one word.
      if (open) words.at(-1)!.runs.push(part);
      else words.push({ runs: [part], spaced });
      open = !/\p{L}[-/]$/u.test(piece);
      spaced = false;
    }
  return words.map((word) => ({
    ...word,
    width: word.runs.reduce((sum, { text, face }) => sum + measure(text, face), 0),
  }));
}

/** The parts of a word that is wider than a line, each as wide as fits. */
function chop(word: Word, width: number, measure: Measure): Word[] {
  const parts: Word[] = [];
  for (const run of word.runs) {
    let text = "";
    for (const character of run.text) {
      if (text !== "" && measure(text + character, run.face) > width) {
        parts.push({ runs: [{ ...run, text }], spaced: false, width: measure(text, run.face) });
        text = "";
      }
      text += character;
    }
    parts.push({ runs: [{ ...run, text }], spaced: false, width: measure(text, run.face) });
  }
  return parts.map((part, at) => (at === 0 ? { ...part, spaced: word.spaced } : part));
}

const same = (one: Run, other: Run): boolean => one.face === other.face && one.href === other.href;

function append(line: Run[], run: Run): void {
  const last = line.at(-1);
  if (last !== undefined && same(last, run)) line[line.length - 1] = { ...last, text: last.text + run.text };
  else line.push(run);
}

/**
 * Breaks runs of text into lines of at most `width` points: greedy, at spaces and after hyphens and slashes; a word
 * that is too wide for a line is cut. Text without characters gives one empty line.
 */
export function breakLines(runs: readonly Run[], width: number, measure: Measure): Run[][] {
  const lines: Run[][] = [[]];
  let used = 0;
  const space = measure(" ", "regular");
  for (const whole of wordsOf(runs, measure))
    for (const word of whole.width > width ? chop(whole, width, measure) : [whole]) {
      const gap = word.spaced && used > 0 ? space : 0;
      if (word.runs.length === 0 || (used > 0 && used + gap + word.width > width)) {
        // The space at a line's end stays in the text, so that a reader does not glue the words together.
        const last = lines.at(-1)!.at(-1);
        if (gap > 0 && last !== undefined) append(lines.at(-1)!, { ...last, text: " " });
        lines.push([]);
        used = 0;
      } else if (gap > 0) {
        const [line, first] = [lines.at(-1)!, word.runs[0]!];
        const last = line.at(-1)!;
        append(line, same(last, first) ? { ...first, text: " " } : { text: " ", face: "regular" });
        used += gap;
      }
      for (const run of word.runs) append(lines.at(-1)!, run);
      used += word.width;
    }
  return lines;
}

/** The widest word and the whole width of a text on one line, in points: what a column needs and would like. */
export function widths(runs: readonly Run[], measure: Measure): { least: number; whole: number } {
  const words = wordsOf(runs, measure);
  const space = measure(" ", "regular");
  let [least, whole, line] = [0, 0, 0];
  for (const { width, spaced, runs: parts } of words) {
    least = Math.max(least, width);
    line = parts.length === 0 ? 0 : line + width + (spaced && line > 0 ? space : 0);
    whole = Math.max(whole, line);
  }
  return { least, whole };
}
