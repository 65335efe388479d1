import type { PrintDocument } from "../document.js";
import { wordsOf } from "../words.js";
import { drawBlock, Headings } from "./blocks.js";
import { Canvas, colors, page } from "./canvas.js";
import { styles } from "./styles.js";

const xml: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/**
 * States conformance to PDF/UA-1. pdfkit's own option for it also writes a list of the glyphs in each font that misses
 * the parts of composite glyphs, which ISO 14289-1 (7.21.4.2) forbids; without that list the file conforms.
 */
const conformance = `
        <rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        `;

/** pdfkit copies the information fields into the file's XML metadata as they are; there they must be escaped. */
function escapeMetadata(pdf: PDFKit.PDFDocument): void {
  const end = pdf.endMetadata.bind(pdf);
  pdf.endMetadata = () => {
    const info = pdf.info as Record<string, unknown>;
    for (const [key, value] of Object.entries(info))
      if (typeof value === "string") info[key] = value.replace(/[&<>]/g, (character) => xml[character]!);
    end();
  };
}

/** The foot of each page: the reference, and which page of how many. Decoration, not content. */
function drawFeet(canvas: Canvas, document: PrintDocument): void {
  const words = wordsOf(document.language);
  const { start, count } = canvas.pdf.bufferedPageRange();
  for (let at = start; at < start + count; at += 1) {
    canvas.pdf.switchToPage(at);
    const number = words.page(at - start + 1, count);
    const y = page.height - page.bottom + 28;
    canvas.artifact("Pagination", () => {
      const { face, size, color } = styles.small;
      canvas.pdf.font(face).fontSize(size).fillColor(color);
      const [reference] = canvas.set(document.reference, styles.small, 360).lines;
      canvas.pdf.text(reference?.map((run) => run.text).join("") ?? "", page.side, y, { lineBreak: false });
      const left = page.width - page.side - canvas.pdf.widthOfString(number);
      canvas.pdf.text(number, left, y, { lineBreak: false });
    });
  }
}

/**
 * Writes a document as tagged PDF (PDF/UA-1, ISO 14289-1): structure tree, table headers with their scope, language,
 * title, bookmarks and embedded fonts. The same document always gives the same bytes.
 *
 * @throws RangeError when `made` is not a moment.
 */
export async function writePdf(document: PrintDocument): Promise<Uint8Array> {
  if (Number.isNaN(Date.parse(document.made)))
    throw new RangeError(`made is not a moment in ISO 8601: ${document.made}`);
  const canvas = new Canvas(document);
  const { pdf } = canvas;
  const chunks: Buffer[] = [];
  const written = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on("error", reject);
  });
  escapeMetadata(pdf);
  pdf.appendXML(conformance);

  canvas.text(canvas.root, "P", document.sender, styles.sender);
  canvas.rule(canvas.y + 5, colors.accent, 1.6);
  canvas.y += 26;
  const headings = new Headings(canvas);
  headings.draw(1, document.title);
  for (const block of document.blocks) drawBlock(canvas, headings, block, wordsOf(document.language));
  drawFeet(canvas, document);
  canvas.root.end();
  pdf.end();
  return written;
}
