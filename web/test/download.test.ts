import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { toCsv } from "../src/components/download.js";

describe("CSV", () => {
  it("has a header, a byte order mark and CRLF", () => {
    expect(
      toCsv(
        ["id", "cents"],
        [
          ["A1", 120],
          ["b, c", null],
        ],
      ),
    ).toBe('\ufeffid,cents\r\nA1,120\r\n"b, c",\r\n');
  });

  it("disarms what a spreadsheet would run", () => {
    expect(toCsv(["title"], [["=1+1"], ["-2"], [-2]])).toBe("\ufefftitle\r\n'=1+1\r\n'-2\r\n-2\r\n");
  });

  it("reads back as it was", () => {
    const cell = fc.string({ unit: "grapheme" }).filter((text) => !/^[=+\-@\t\r]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, fc.integer()), { minLength: 1 }), (rows) => {
        const { data } = Papa.parse<string[]>(toCsv(["a", "b", "c"], rows).slice(1).trimEnd());
        const last = (data as string[][]).slice(1, rows.length + 1);
        expect(last).toEqual(rows.map((row) => row.map(String)));
      }),
    );
  });
});
