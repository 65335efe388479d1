/** Places in a text. */

/** Line and column, both from 1; columns count UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The line and column of an offset; lines end with LF, CR LF or CR. */
export function placeAt(text: string, offset: number): Place {
  let line = 1;
  let start = 0;
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) {
    if (index >= offset) break;
    line += 1;
    start = index + end.length;
  }
  return { line, column: offset - start + 1 };
}
