import type { Block, Text } from "../document.js";
import type { Words } from "../words.js";
import { type Canvas, colors, contentWidth, type Element, page } from "./canvas.js";
import { styles } from "./styles.js";
import { drawTable } from "./table.js";

const gap = 9;
const indent = 16;

function drawList(canvas: Canvas, items: readonly Text[], ordered: boolean): void {
  const list = canvas.element(canvas.root, "L");
  // pdfkit has no option for the numbering of a list; without it a reader announces no numbers.
  (list as unknown as { dictionary: { data: Record<string, unknown> } }).dictionary.data.A = {
    O: "List",
    ListNumbering: ordered ? "Decimal" : "Disc",
  };
  items.forEach((item, at) => {
    const entry = canvas.element(list, "LI");
    if (!canvas.fits(2 * styles.body.leading)) canvas.turn();
    const label = canvas.set(ordered ? `${at + 1}.` : "•", styles.body, indent);
    canvas.lines(canvas.element(entry, "Lbl"), label, 0, 1, page.side, canvas.y);
    canvas.text(entry, "LBody", item, styles.body, indent);
    canvas.y += 3;
  });
}

/** A text on a tinted ground with a bar before it; what does not fit on the page moves to the next as a whole. */
function drawNote(canvas: Canvas, texts: readonly { text: Text; style: (typeof styles)["body"] }[]): void {
  const width = contentWidth - 2 * indent;
  const height = texts.reduce((sum, { text, style }) => sum + canvas.set(text, style, width).height + 2, 14);
  if (!canvas.fits(height)) canvas.turn();
  const boxed = canvas.fits(height);
  if (boxed)
    canvas.artifact("Layout", () => {
      canvas.pdf.rect(page.side, canvas.y, contentWidth, height).fill(colors.tint);
      canvas.pdf.rect(page.side, canvas.y, 3, height).fill(colors.accent);
    });
  canvas.y += 7;
  for (const { text, style } of texts) {
    canvas.text(canvas.root, "P", text, style, indent, width);
    canvas.y += 2;
  }
  canvas.y += 5;
}

/** Draws headings with a bookmark each; a heading stays with the first lines of what follows. */
export class Headings {
  #chapter: PDFKit.PDFOutline;
  readonly #canvas: Canvas;

  constructor(canvas: Canvas) {
    this.#canvas = canvas;
    this.#chapter = canvas.pdf.outline;
  }

  draw(level: 1 | 2 | 3, text: string): void {
    const canvas = this.#canvas;
    const style = level === 1 ? styles.title : level === 2 ? styles.heading2 : styles.heading3;
    const before = level === 1 ? 0 : level === 2 ? 10 : 5;
    const { height } = canvas.set(text, style, contentWidth);
    if (!canvas.fits(before + height + 4 * styles.body.leading)) canvas.turn();
    else canvas.y += before;
    const place = { top: canvas.y, fit: false, expanded: true };
    const parent = level === 3 ? this.#chapter : canvas.pdf.outline;
    const bookmark = parent.addItem(text, place as never);
    if (level === 2) this.#chapter = bookmark;
    canvas.text(canvas.root, `H${level}`, text, style);
    canvas.y += level === 1 ? 12 : 4;
  }
}

/** Draws one block at the current place. */
export function drawBlock(canvas: Canvas, headings: Headings, block: Block, words: Words): void {
  switch (block.kind) {
    case "heading":
      headings.draw(block.level, block.text);
      return;
    case "paragraph":
      canvas.text(canvas.root, "P", block.text, styles.body);
      break;
    case "lines":
      canvas.text(canvas.root, "P", block.lines.join("\n"), styles.body);
      break;
    case "list":
      drawList(canvas, block.items, block.ordered === true);
      break;
    case "table": {
      if (!canvas.fits(6 * styles.body.leading)) canvas.turn();
      const table = canvas.element(canvas.root, "Table");
      canvas.text(table, "Caption", block.caption, styles.caption);
      canvas.y += 3;
      drawTable(canvas, table, { columns: block.columns, rows: block.rows, header: true });
      break;
    }
    case "facts": {
      const table: Element = canvas.element(canvas.root, "Table");
      drawTable(canvas, table, {
        columns: [{ title: "" }, { title: "" }],
        rows: block.items.map(({ term, value }) => ({ cells: [term, value] })),
        header: false,
      });
      break;
    }
    case "note":
      drawNote(canvas, [{ text: block.text, style: styles.body }]);
      break;
    case "verify":
      drawNote(canvas, [
        { text: block.text, style: styles.body },
        { text: [{ kind: "link", text: block.href, href: block.href }], style: styles.body },
        { text: `${words.fingerprint}: ${block.hash}`, style: styles.small },
      ]);
      break;
  }
  canvas.y += gap;
}
