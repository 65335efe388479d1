/** Places in a text. */

/** Line and column, both from 1; columns count UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The line and column of offsets in a text, which is walked through once; lines end with LF, CR LF or CR. */
export function placesIn(text: string): (offset: number) => Place {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  return (offset) => {
    let [low, high] = [0, starts.length];
    // The last start at or before the offset lies from `low` up to, not including, `high`.
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  };
}

/** The line and column of one offset. */
export function placeAt(text: string, offset: number): Place {
  return placesIn(text)(offset);
}
