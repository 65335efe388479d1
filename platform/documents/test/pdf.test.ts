import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Block, type PrintDocument, plainText, writePdf } from "@voorsprong/documents";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPdf } from "./read-pdf.js";

const sentence =
  "De aanvraag is beoordeeld op vier criteria en vergeleken met de andere aanvragen in deze ronde. ";

const documentOf = (blocks: readonly Block[], more: Partial<PrintDocument> = {}): PrintDocument => ({
  language: "nl",
  title: "Besluit op uw aanvraag",
  sender: "Voorbeeldfonds",
  made: "2027-03-01T10:00:00Z",
  reference: "RESEARCH-2027-0001",
  blocks,
  ...more,
});

/** Every kind of block, long enough for several pages. */
const everything: readonly Block[] = [
  { kind: "note", text: "Dit is een voorbeeld." },
  { kind: "lines", lines: ["Voorbeeld Machinebouw B.V.", "Industrieweg 1", "8000 AA Zwolle"] },
  { kind: "facts", items: [{ term: "Dossier", value: "RESEARCH-2027-0001" }] },
  { kind: "heading", level: 2, text: "Besluit" },
  {
    kind: "paragraph",
    text: [
      "Wij verlenen ten hoogste ",
      { kind: "strong", text: "€ 123.456,00" },
      ". Lees ",
      { kind: "link", text: "hoe u bezwaar maakt", href: "https://example.org/bezwaar?a=1&b=2" },
      ".",
    ],
  },
  { kind: "paragraph", text: sentence.repeat(40) },
  { kind: "heading", level: 3, text: "Berekening" },
  {
    kind: "table",
    caption: "Berekening van de subsidie",
    columns: [{ title: "Werkpakket" }, { title: "Artikel" }, { title: "Steun", align: "end" }],
    rows: [
      ...Array.from({ length: 60 }, (_, at) => ({
        cells: [
          `Werkpakket ${at + 1}${at === 7 ? `: ${sentence.repeat(60)}` : ""}`,
          "AGVV 25",
          "€ 50.000,00",
        ],
      })),
      { cells: ["Totaal", "", "€ 3.000.000,00"], total: true },
    ],
  },
  { kind: "list", ordered: true, items: ["Eerste verplichting", ["Zie ", { kind: "strong", text: "4:37" }]] },
  { kind: "list", items: ["een", "twee"] },
  {
    kind: "verify",
    text: "Iedereen kan dit besluit narekenen.",
    href: "https://example.org/verify",
    hash: "a3f5".repeat(16),
  },
];

const squeeze = (text: string): string => text.replace(/\s+/g, "");

/** Runs veraPDF where `verapdf/install.sh` has put it; CI always has it. */
const verapdf = join(import.meta.dirname, "verapdf", "lib");
const hasVeraPdf = existsSync(join(verapdf, "CheckPdf.class"));
const checkFiles = (paths: readonly string[]) =>
  spawnSync("java", ["-cp", `${verapdf}/*:${verapdf}`, "CheckPdf", ...paths], { encoding: "utf8" });

describe("a document as PDF", () => {
  test("says in the file what it is: PDF/UA-1, title shown, language, tagged, bookmarks", async () => {
    const { catalog, objects } = readPdf(await writePdf(documentOf(everything, { title: "R&D <proef>" })));
    const all = [...objects.values()];
    expect(catalog).toContain("/Lang (nl-NL)");
    expect(catalog).toMatch(/\/MarkInfo \d+ 0 R/);
    expect(catalog).toMatch(/\/Outlines \d+ 0 R/);
    expect(all.some(({ dictionary }) => /\/DisplayDocTitle true/.test(dictionary))).toBe(true);
    const metadata = all.find(({ dictionary }) => dictionary.includes("/Subtype /XML"))!.stream!;
    expect(metadata).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(metadata).toContain("R&amp;D &lt;proef&gt;");
    expect(all.filter(({ dictionary }) => dictionary.includes("/FontFile2"))).toHaveLength(2);
  });

  test("gives the same bytes for the same document, and others for another moment", async () => {
    const one = await writePdf(documentOf(everything));
    expect(Buffer.compare(one, await writePdf(documentOf(everything)))).toBe(0);
    const later = await writePdf(documentOf(everything, { made: "2027-03-02T10:00:00Z" }));
    expect(Buffer.compare(one, later)).not.toBe(0);
  });

  test("holds all its text in reading order, and nothing outside the structure", async () => {
    const document = documentOf(everything);
    const { content, unmarked, artifacts } = readPdf(await writePdf(document));
    expect(unmarked).toEqual([]);
    expect(artifacts.some((text) => text.startsWith("RESEARCH-2027-0001"))).toBe(true);
    const text = squeeze(content.join(""));
    let from = 0;
    // In plain text a cell carries the title of its column; in the table the titles stand at its head.
    for (const line of plainText(document).split("\n"))
      for (const part of line.split(/[:;] /).map((piece) => squeeze(piece.replace(/^- /, ""))))
        if (!["Artikel", "Steun"].includes(part)) {
          const found = text.indexOf(part, from);
          expect(found, part).toBeGreaterThanOrEqual(from);
          from = found;
        }
  });

  test("gives every cell of a table a header with its scope", async () => {
    const { objects } = readPdf(await writePdf(documentOf(everything)));
    const scopes = [...objects.values()].filter(({ dictionary }) => /\/S \/TH\b/.test(dictionary));
    expect(scopes.filter(({ dictionary }) => dictionary.includes("/Scope /Column"))).toHaveLength(3);
    expect(scopes.filter(({ dictionary }) => dictionary.includes("/Scope /Row"))).toHaveLength(61 + 1);
  });

  test("keeps characters without a glyph readable for assistive technology", async () => {
    const { content, objects } = readPdf(
      await writePdf(documentOf([{ kind: "paragraph", text: "Bedrijf 中文 en \u0007Ωmega" }])),
    );
    expect(content.join("")).toContain("Bedrijf ?? en Ωmega");
    const original = Buffer.from("\ufeffBedrijf 中文", "utf16le").swap16().toString("latin1");
    expect([...objects.values()].some(({ dictionary }) => dictionary.includes(original))).toBe(true);
  });

  test("refuses a moment that is none", async () => {
    await expect(writePdf(documentOf([], { made: "morgen" }))).rejects.toThrow("made is not a moment");
  });

  test("any text survives: nothing is lost, doubled or drawn outside the structure", async () => {
    const word = fc.stringMatching(/^[A-Za-z0-9éëï/&<>()-]{1,90}$/);
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 400 }), async (words) => {
        const { content, unmarked } = readPdf(
          await writePdf(documentOf([{ kind: "paragraph", text: words.join(" ") }])),
        );
        expect(unmarked).toEqual([]);
        expect(content.join("")).toBe(`VoorbeeldfondsBesluit op uw aanvraag${words.join(" ")}`);
      }),
      { numRuns: 30, seed: 4 },
    );
  });

  test.skipIf(!hasVeraPdf && process.env.CI === undefined)(
    "veraPDF finds nothing against PDF/UA-1",
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "voorsprong-pdf-"));
      const documents: PrintDocument[] = [
        documentOf(everything),
        documentOf(everything, { language: "en", title: "Decision" }),
        documentOf([]),
        documentOf([{ kind: "paragraph", text: "Onbekend teken 中 en ﬁne ligaturen" }]),
      ];
      const paths = documents.map((_, at) => join(folder, `${at}.pdf`));
      for (const [at, document] of documents.entries()) writeFileSync(paths[at]!, await writePdf(document));
      const { status, stdout, stderr } = checkFiles(paths);
      rmSync(folder, { recursive: true });
      expect(`${stdout}${stderr}`).not.toContain("failed");
      expect(status, `${stdout}${stderr}`).toBe(0);
    },
  );
});
