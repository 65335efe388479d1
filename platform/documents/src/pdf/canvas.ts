import PDFDocument from "pdfkit";
import type { Part, PrintDocument, Text } from "../document.js";
import { partsOf } from "../document.js";
import { wordsOf } from "../words.js";
import { type Face, fontOf } from "./fonts.js";
import { breakLines, type Measure, type Run } from "./lines.js";
import { printable } from "./printable.js";

/** An element of the structure tree of the file. */
export type Element = PDFKit.PDFStructureElement;

/** How a text is set: size and height of a line in points, face of the unmarked text, colour. */
export interface Style {
  readonly size: number;
  readonly leading: number;
  readonly face: Face;
  readonly color: string;
}

/**
 * A text ready to be drawn. `substituted`: the original, when some characters have no glyph; it becomes the replacement
 * text of the element (not where there is a link in it, which the replacement would hide).
 */
export interface SetText {
  readonly lines: readonly (readonly Run[])[];
  readonly style: Style;
  readonly height: number;
  readonly substituted: string | null;
}

/** Colours of the house; ink on paper has a contrast of at least 7 to 1. */
export const colors = {
  ink: "#17232b",
  soft: "#4b5963",
  rule: "#b9b3a4",
  accent: "#0b5cad",
  tint: "#f4f1ea",
};

/** Sizes of the page in points: A4 with wide margins. */
export const page = { width: 595.28, height: 841.89, side: 71, top: 64, bottom: 72 };
export const contentWidth = page.width - 2 * page.side;

const faceOf = (part: Part, style: Style): Face => (part.kind === "strong" ? "strong" : style.face);

/**
 * The page under construction: a place on the page, the structure tree, and text that lands in both. Everything that
 * is drawn is either content of an element or an artifact, as PDF/UA-1 demands.
 */
export class Canvas {
  readonly pdf: PDFKit.PDFDocument;
  /** The root of the structure tree. */
  readonly root: Element;
  /** Distance of the next line to the top of the page, in points. */
  y = page.top;
  readonly #hasGlyph: (codePoint: number) => boolean;

  constructor(document: PrintDocument) {
    this.pdf = new PDFDocument({
      size: "A4",
      margins: { left: page.side, right: page.side, top: page.top, bottom: 0 },
      pdfVersion: "1.7",
      tagged: true,
      lang: wordsOf(document.language).tag,
      displayTitle: true,
      bufferPages: true,
      info: {
        Title: document.title,
        Author: document.sender,
        Subject: document.reference,
        Creator: "Voorsprong",
        Producer: "Voorsprong (PDFKit)",
        CreationDate: new Date(document.made),
      },
    });
    for (const face of ["regular", "strong"] as const) this.pdf.registerFont(face, fontOf(face));
    this.pdf.font("regular");
    const { font } = (
      this.pdf as unknown as { _font: { font: { hasGlyphForCodePoint(point: number): boolean } } }
    )._font;
    this.#hasGlyph = (point) => font.hasGlyphForCodePoint(point);
    this.root = this.pdf.struct("Document");
    this.pdf.addStructure(this.root);
  }

  /** Measures text at a size. */
  measure(size: number): Measure {
    return (text, face) => this.pdf.font(face).fontSize(size).widthOfString(text);
  }

  /** The runs of a text in a style, with only characters that the font has. */
  runs(text: Text, style: Style): Run[] {
    return partsOf(text).map((part) => ({
      text: printable(part.text, this.#hasGlyph),
      face: faceOf(part, style),
      ...(part.kind === "link" ? { href: part.href } : {}),
    }));
  }

  /** Breaks a text into lines of a width. */
  set(text: Text, style: Style, width: number): SetText {
    const written = partsOf(text)
      .map((part) => part.text.normalize("NFC"))
      .join("");
    const lines = breakLines(this.runs(text, style), width, this.measure(style.size));
    const drawn = this.runs(text, style)
      .map((run) => run.text)
      .join("");
    return {
      lines,
      style,
      height: lines.length * style.leading,
      substituted: drawn === written || partsOf(text).some(({ kind }) => kind === "link") ? null : written,
    };
  }

  /** A new element below a parent. */
  element(parent: Element, type: string, options: Record<string, unknown> = {}): Element {
    const element = this.pdf.struct(type, options);
    parent.add(element);
    return element;
  }

  /** Points left on this page. */
  get room(): number {
    return page.height - page.bottom - this.y;
  }

  /** Whether so many points are left on this page. */
  fits(height: number): boolean {
    return height <= this.room;
  }

  /** Goes to a new page. */
  turn(): void {
    this.pdf.addPage();
    this.y = page.top;
  }

  /** Draws some lines of a set text at a place, as content of an element. Links become elements within it. */
  lines(
    element: Element,
    text: SetText,
    from: number,
    to: number,
    x: number,
    y: number,
    width?: number,
  ): void {
    text.lines.slice(from, to).forEach((line, at) => {
      const measure = this.measure(text.style.size);
      const total = line.reduce((sum, run) => sum + measure(run.text, run.face), 0);
      const trailing = line.at(-1)?.text.match(/ +$/) ? measure(" ", line.at(-1)!.face) : 0;
      let left = width === undefined ? x : x + width - total + trailing;
      for (const run of line) {
        const holder = run.href === undefined ? element : this.element(element, "Link");
        const wide = measure(run.text, run.face);
        const top = y + at * text.style.leading;
        const content = this.pdf.markStructureContent(run.href === undefined ? "Span" : "Link");
        this.pdf
          .font(run.face)
          .fontSize(text.style.size)
          .fillColor(run.href === undefined ? text.style.color : colors.accent)
          .text(run.text, left, top, { lineBreak: false, underline: run.href !== undefined });
        this.pdf.endMarkedContent();
        holder.add(content);
        if (run.href !== undefined) {
          this.pdf.link(left, top, wide, text.style.leading, run.href, {
            structParent: holder,
            Contents: new String(run.text.trim()),
          } as never);
          // Ended on its own page: the reference to the link is written with the page that is open now.
          holder.end();
        }
        left += wide;
      }
    });
  }

  /**
   * Draws a text below a parent as one element at the current place, over pages where it must. At least two of its
   * lines stay together.
   *
   * @param indent distance to the left margin in points.
   */
  text(
    parent: Element,
    type: string,
    text: Text,
    style: Style,
    indent = 0,
    width = contentWidth - indent,
  ): Element {
    const set = this.set(text, style, width);
    const element = this.element(parent, type, set.substituted === null ? {} : { actual: set.substituted });
    let drawn = 0;
    while (drawn < set.lines.length) {
      const room = Math.floor(this.room / style.leading);
      const left = set.lines.length - drawn;
      if (room < Math.min(left, 2)) {
        this.turn();
        continue;
      }
      // A single last line would stand alone on the next page: it takes the line before it along.
      const count = room >= left ? left : left - room === 1 && room > 2 ? room - 1 : room;
      this.lines(element, set, drawn, drawn + count, page.side + indent, this.y);
      this.y += count * style.leading;
      drawn += count;
    }
    return element;
  }

  /** Draws what carries no meaning, such as a rule or a page number. */
  artifact(type: "Layout" | "Pagination", draw: () => void): void {
    this.pdf.markContent("Artifact", { type });
    draw();
    this.pdf.endMarkedContent();
  }

  /** A horizontal rule at a height. */
  rule(y: number, color = colors.rule, weight = 0.6, left = page.side, right = page.width - page.side): void {
    this.artifact("Layout", () => {
      this.pdf.moveTo(left, y).lineTo(right, y).lineWidth(weight).strokeColor(color).stroke();
    });
  }
}
