/** Suggestions for words that were probably mistyped. */
import { distance } from "fastest-levenshtein";

/** The known word nearest to `word`; null when none is near: one edit in a short word, a third of a long one. */
function nearest(word: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let least = (word.length < 5 ? 1 : Math.max(2, Math.floor(word.length / 3))) + 1;
  // A distance is at least the difference in length, so very long words need no comparison.
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const edits = distance(word.toLowerCase(), candidate.toLowerCase());
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}

/** The words ` (did you mean …?)`, or nothing when no known word is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const candidate = nearest(word, known);
  return candidate === null ? "" : ` (did you mean \`${candidate}\`?)`;
}
