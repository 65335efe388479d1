/** Where things stand in a CSV file of applications, to tell what is wrong at its row and column. */
import Papa from "papaparse";

/** The columns of a CSV file, and where its applications stand. */
export interface CsvPlaces {
  /** Names of the columns, in order. */
  readonly header: readonly string[];
  /** The line on which each application begins, counted from 1, by its id. */
  readonly lines: ReadonlyMap<string, number>;
}

/** Finds the places in a file that `readApplicationsCsv` has read; a quoted field may span several lines. */
export function csvPlaces(sent: string): CsvPlaces {
  const text = sent.replace(/^\ufeff/, "");
  let header: readonly string[] | null = null;
  const lines = new Map<string, number>();
  let line = 1;
  let before = 0;
  Papa.parse<string[]>(text, {
    delimitersToGuess: [",", ";"],
    step: ({ data, meta }) => {
      const cells = data.map((cell) => cell.trim());
      if (header === null) header = cells;
      else lines.set(cells[header.indexOf("id")] ?? "", line);
      line += text.slice(before, meta.cursor).match(/\r\n|\n|\r/g)?.length ?? 0;
      before = meta.cursor;
    },
  });
  return { header: header ?? [], lines };
}
