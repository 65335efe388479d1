/** Tables in files: encodings, separators, workbooks, cells that are not right, and what is written. */
import { PassThrough } from "node:stream";
import { buffer, text } from "node:stream/consumers";
import {
  type Cell,
  type CellError,
  type Column,
  columnLetters,
  decimalText,
  type ImportRecord,
  openSource,
  openTable,
  readCents,
  readDay,
  TableError,
  tableLimits,
  writeCsv,
  writeXlsx,
} from "@voorsprong/instruments/fund/exchange/table";
import Excel from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ZipFile } from "yazl";

const title = { nl: "Kolom", en: "Column" };
const columns: readonly Column[] = [
  { name: "kvk", title, holds: { kind: "digits", length: 8 }, required: true, example: "01234567" },
  { name: "name", title, holds: { kind: "text", longest: 40 }, required: true, example: "Voorbeeld BV" },
  { name: "amount", title, holds: { kind: "cents" }, required: false, example: "1250,50" },
  { name: "start", title, holds: { kind: "day" }, required: false, example: "2027-03-01" },
  {
    name: "region",
    title,
    holds: { kind: "choice", choices: ["Groningen", "Fryslân"] },
    required: false,
    example: "Groningen",
  },
];

async function read(bytes: Buffer) {
  const table = await openTable(await openSource(bytes), columns);
  const records: ImportRecord[] = [];
  for await (const record of table!.records) records.push(record);
  return { ...table!, records };
}

const failure = (bytes: Buffer, limits = tableLimits) =>
  (async () => {
    for await (const _ of (await openSource(bytes, limits)).rows);
  })().then(
    () => null,
    (error: unknown) => error,
  );

const csv = "kvk;name;amount;start;region\r\n01234567;Café \u0130;€ 1.250,50;1-3-2027;FRYSLÂN\r\n";
const cafe = { kvk: "01234567", name: "Café İ", amount: 125_050, start: "2027-03-01", region: "Fryslân" };

/** A workbook of rows, as a spreadsheet program saves it. */
async function workbook(rows: readonly (readonly Excel.CellValue[])[]): Promise<Buffer> {
  const book = new Excel.Workbook();
  const sheet = book.addWorksheet("Aanvragen");
  for (const row of rows) sheet.addRow(row);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe("CSV", () => {
  it.each([
    ["utf-8", Buffer.from(csv)],
    ["utf-8", Buffer.from(`\ufeff${csv}`)],
    ["utf-16le", Buffer.from(`\ufeff${csv}`, "utf16le")],
    ["utf-16be", Buffer.from(`\ufeff${csv}`, "utf16le").swap16()],
  ])("is read as %s", async (encoding, bytes) => {
    const { format, records } = await read(bytes);
    expect(format).toEqual({ kind: "csv", encoding, separator: ";" });
    expect(records).toEqual([{ row: 2, values: cafe, errors: [] }]);
  });

  it("is Windows-1252 when it is not UTF-8, and commas and tabs separate too", async () => {
    const latin = Buffer.from("kvk,name\n01234567,Caf\u00e9\n", "latin1");
    const { format, records } = await read(latin);
    expect(format).toEqual({ kind: "csv", encoding: "windows-1252", separator: "," });
    expect(records[0]!.values).toEqual({ kvk: "01234567", name: "Café" });
    expect((await read(Buffer.from("kvk\tname\n01234567\ta,b;c"))).records[0]!.values).toEqual({
      kvk: "01234567",
      name: "a,b;c",
    });
  });

  it("names the line of each row, also after cells with line breaks and empty lines", async () => {
    const text = 'kvk;name\n1;"two\nlines"\n\n;;\n2;x\n3;y\n';
    const { records } = await read(Buffer.from(text));
    expect(records.map(({ row }) => row)).toEqual([2, 6, 7]);
  });

  it("is refused with the line when a quotation mark is not closed", async () => {
    const error = await failure(Buffer.from('kvk;name\n1;a\n2;"b\n3;c\n'));
    expect(error).toBeInstanceOf(TableError);
    expect((error as Error).message).toMatch(/quot/);
  });
});

describe("XLSX", () => {
  it("gives numbers, dates, formulas, rich text and links as a person sees them", async () => {
    const bytes = await workbook([
      ["KVK", "Name", "amount", "start", "region"],
      [
        1234567,
        { richText: [{ text: "Café" }, { text: " İ" }] },
        1250.5,
        new Date(Date.UTC(2027, 2, 1)),
        { text: "Fryslân", hyperlink: "https://example.org/" },
      ],
      [],
      ["12345678", { formula: '"a"&"b"', result: "ab" }, { formula: "1/4", result: 0.25 }],
    ]);
    const { format, records } = await read(bytes);
    expect(format).toEqual({ kind: "xlsx", sheet: "Aanvragen" });
    expect(records).toEqual([
      { row: 2, values: cafe, errors: [] },
      { row: 4, values: { kvk: "12345678", name: "ab", amount: 25 }, errors: [] },
    ]);
  });

  it("tells each cell that is not right, with its letters", async () => {
    const bytes = await workbook([
      ["kvk", "name", "amount", "start", "region"],
      [123456789, null, { error: "#DIV/0!" }, "2027-02-30", "Utrecht"],
    ]);
    const errors: readonly CellError[] = (await read(bytes)).records[0]!.errors;
    expect(errors.map(({ row, column, name, value }) => [row, column, name, value])).toEqual([
      [2, "A", "kvk", "123456789"],
      [2, "B", "name", ""],
      [2, "C", "amount", "#DIV/0!"],
      [2, "D", "start", "2027-02-30"],
      [2, "E", "region", "Utrecht"],
    ]);
    expect(errors.every(({ problem }) => problem.nl.endsWith(".") && problem.en.endsWith("."))).toBe(true);
    expect(errors[4]!.problem.nl).toContain("Groningen, Fryslân");
  });

  it("is refused when it is a zip of something else, damaged, an old .xls or a bomb", async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from("x"), "x.txt");
    zip.end();
    const other = await buffer(zip.outputStream);
    const bomb = new ZipFile();
    bomb.addBuffer(Buffer.from("<workbook/>"), "xl/workbook.xml");
    bomb.addReadStreamLazy("xl/worksheets/sheet1.xml", (pass) => {
      const zeros = new PassThrough();
      for (let piece = 0; piece < 40; piece += 1) zeros.write(Buffer.alloc(1024 * 1024, " "));
      zeros.end();
      pass(null, zeros);
    });
    bomb.end();
    const bombBytes = await buffer(bomb.outputStream);
    expect(bombBytes.length).toBeLessThan(100_000);
    const whole = await workbook([
      ["kvk", "name"],
      ["1", "x".repeat(1000)],
    ]);
    const small = { ...tableLimits, unpackedBytes: 10 * 1024 * 1024 };
    for (const bytes of [other, whole.subarray(0, 200), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0])])
      expect(await failure(bytes)).toBeInstanceOf(TableError);
    expect(String(await failure(bombBytes, small))).toContain("unpacks to 41 MB");
    // The directory may lie about what a part becomes: then reading ends as well.
    const lying = Buffer.from(bombBytes);
    const at = lying.lastIndexOf(Buffer.from("PK\u0001\u0002"));
    lying.writeUInt32LE(1000, at + 24);
    expect(String(await failure(lying, small))).toContain("cannot be unpacked");
  });

  it("stops at the most rows, columns and characters", async () => {
    const rows = await workbook([["a"], ["b"], ["c"]]);
    expect(String(await failure(rows, { ...tableLimits, rows: 2 }))).toContain("more than 2 rows");
    const wide = await workbook([["a", "b", "c"]]);
    expect(String(await failure(wide, { ...tableLimits, columns: 2 }))).toContain("column 3");
    const long = Buffer.from(`a;b\n1;${"x".repeat(50)}\n`);
    expect(String(await failure(long, { ...tableLimits, cell: 40 }))).toContain("B2 has 50 characters");
    expect(String(await failure(long, { ...tableLimits, rows: 1 }))).toContain("more than 1 rows");
  });
});

describe("a header", () => {
  it("may have columns in any order, and names what it does not know", async () => {
    const { header, records } = await read(Buffer.from("Name;remark; KVK \nA;hello;01234567\n"));
    expect(header).toMatchObject({ unused: ["remark"] });
    expect(records[0]!.values).toEqual({ kvk: "01234567", name: "A" });
  });

  it("is an error when a column is missing or there twice", async () => {
    const { header, records } = await read(Buffer.from("name;name\nA;B\n"));
    expect(header).toMatchObject({
      errors: [
        { row: 1, column: "B", name: "name" },
        { row: 1, column: null, name: "kvk" },
      ],
    });
    expect(records).toEqual([]);
  });
});

describe("values", () => {
  it.each([
    ["1250", 125_000],
    ["1.250", 125_000],
    ["1,250", 125_000],
    ["1.250,5", 125_050],
    ["1,250.50", 125_050],
    ["€ 0,05", 5],
    ["1.000.000", 100_000_000],
    ["1 000,00", 100_000],
    ["100,-", 10_000],
    ["90071992547409,91", 9_007_199_254_740_991],
  ])("%s euro", (written, cents) => {
    expect(readCents(written)).toEqual({ value: cents });
  });

  it.each([
    "-1",
    "1,2,3",
    "1.25.50",
    "abc",
    "1,2345",
    "90071992547409,92",
    "1e3",
    "",
  ])("%s is no amount", (written) => {
    expect(readCents(written)).toHaveProperty("problem");
  });

  it("reads every amount back in both ways of writing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 50 }), (cents) => {
        const written = new Intl.NumberFormat("nl-NL", { minimumFractionDigits: 2 });
        const euros = BigInt(cents) / 100n;
        const rest = String(cents % 100).padStart(2, "0");
        expect(readCents(`${written.format(euros).split(",")[0]},${rest}`)).toEqual({ value: cents });
        expect(readCents(`${euros}.${rest}`)).toEqual({ value: cents });
      }),
    );
  });

  it("reads days day first, and no day that does not exist", () => {
    expect(readDay("1-3-2027")).toEqual({ value: "2027-03-01" });
    expect(readDay("29/02/2028")).toEqual({ value: "2028-02-29" });
    for (const written of ["29-02-2027", "2027-13-01", "3-2027", "31.4.2027"])
      expect(readDay(written)).toHaveProperty("problem");
  });

  it("leaves a text that is no decimal alone", () => {
    expect(decimalText("12-3")).toBeNull();
    expect(decimalText("--1")).toBeNull();
    expect(decimalText(",5")).toBe("0.5");
  });

  it("names columns as a spreadsheet does", () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual([
      "A",
      "Z",
      "AA",
      "AZ",
      "BA",
      "ZZ",
      "AAA",
    ]);
  });
});

describe("written tables", () => {
  const rows = [["=1+1", { cents: 125_050 }, 7, null] as const, ["@x", { cents: 5 }, 0, "Café"] as const];
  async function* batches() {
    yield rows;
  }
  const header = ["text", "amount", "count", "note"];

  it("quote formulas in CSV and keep them text in XLSX", async () => {
    let written = "";
    for await (const piece of writeCsv(header, batches())) written += piece;
    expect(written).toBe(`\ufefftext,amount,count,note\r\n"'=1+1",1250.50,7,\r\n"'@x",0.05,0,Café\r\n`);
    const book = new Excel.Workbook();
    await book.xlsx.load((await buffer(writeXlsx("Lijst: 1/2", header, batches()))) as never);
    const [sheet] = book.worksheets;
    expect(sheet!.name).toBe("Lijst  1 2");
    const cells: Cell[][] = [];
    sheet!.eachRow((row) => cells.push((row.values as Cell[]).slice(1)));
    expect(cells).toEqual([header, ["=1+1", 1250.5, 7], ["@x", 0.05, 0, "Café"]]);
    expect(sheet!.getCell("A2").type).toBe(Excel.ValueType.String);
  });

  it("end with the error of their source", async () => {
    // biome-ignore lint/correctness/useYield: the source fails before its first batch.
    async function* broken(): AsyncGenerator<readonly never[]> {
      throw new Error("the database went away");
    }
    await expect(text(writeXlsx("x", header, broken()))).rejects.toThrow("went away");
  });
});
