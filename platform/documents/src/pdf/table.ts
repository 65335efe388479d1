import type { Column, Row } from "../document.js";
import { type Canvas, colors, contentWidth, type Element, page, type SetText, type Style } from "./canvas.js";
import { widths } from "./lines.js";
import { styles } from "./styles.js";

const padding = { side: 5, top: 4, bottom: 4 };

/** A table as it is drawn; `header`: whether its column titles are shown. */
export interface TableParts {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly header: boolean;
}

/**
 * Widths of the columns in points, together `contentWidth`: each as wide as its content where that fits, otherwise
 * what its widest word needs and a share of the rest by what it would like.
 */
function columnWidths(canvas: Canvas, { columns, rows, header }: TableParts): number[] {
  const wishes = columns.map((column, at) => {
    const texts = [
      ...(header ? [{ text: column.title as Row["cells"][number], style: styles.cellStrong }] : []),
      ...rows.map((row) => ({ text: row.cells[at] ?? "", style: styleOf(row, at) })),
    ].map(({ text, style }) => widths(canvas.runs(text, style), canvas.measure(style.size)));
    const most = (of: (one: { least: number; whole: number }) => number) =>
      Math.max(0, ...texts.map(of)) + 2 * padding.side + 0.5;
    const least = most((one) => one.least);
    // A column of long sentences would squeeze the others; it is content with half of the page.
    return {
      least,
      whole: Math.max(
        least,
        Math.min(
          most((one) => one.whole),
          contentWidth / 2,
        ),
      ),
    };
  });
  const sum = (of: (one: { least: number; whole: number }) => number) =>
    wishes.reduce((total, wish) => total + of(wish), 0);
  const [whole, least] = [sum((wish) => wish.whole), sum((wish) => wish.least)];
  if (whole <= contentWidth)
    return wishes.map((wish) => wish.whole + ((contentWidth - whole) * wish.whole) / whole);
  if (least >= contentWidth) return wishes.map((wish) => (wish.least * contentWidth) / least);
  return wishes.map(
    (wish) => wish.least + ((contentWidth - least) * (wish.whole - wish.least)) / (whole - least),
  );
}

const styleOf = (row: Row, at: number): Style =>
  row.total === true || at === 0 ? styles.cellStrong : styles.cell;

/** Draws the cells' lines `from`..`to` of one row at the current place. */
function drawCells(
  canvas: Canvas,
  cells: readonly { set: SetText; element: Element | null; left: number; width: number; end: boolean }[],
  from: number,
  to: number,
): void {
  for (const { set, element, left, width, end } of cells) {
    const [x, wide] = [left + padding.side, width - 2 * padding.side];
    if (element !== null)
      canvas.lines(element, set, from, to, x, canvas.y + padding.top, end ? wide : undefined);
    else
      canvas.artifact("Pagination", () => {
        set.lines.slice(from, to).forEach((line, at) => {
          const text = line.map((run) => run.text).join("");
          const free = end ? wide - canvas.measure(set.style.size)(text, set.style.face) : 0;
          canvas.pdf
            .font(set.style.face)
            .fontSize(set.style.size)
            .fillColor(set.style.color)
            .text(text, x + free, canvas.y + padding.top + at * set.style.leading, { lineBreak: false });
        });
      });
  }
}

/**
 * Draws a table at the current place: column titles and the first cell of each row are headers with their scope; the
 * titles are repeated on each page as decoration; a row only breaks when it is higher than a page.
 */
export function drawTable(canvas: Canvas, table: Element, parts: TableParts): void {
  const { columns, rows, header } = parts;
  const wide = columnWidths(canvas, parts);
  const lefts = wide.map((_, at) => page.side + wide.slice(0, at).reduce((sum, one) => sum + one, 0));
  const layOut = (texts: Row["cells"], style: (at: number) => Style) =>
    columns.map((column, at) => ({
      set: canvas.set(texts[at] ?? "", style(at), wide[at]! - 2 * padding.side),
      left: lefts[at]!,
      width: wide[at]!,
      end: column.align === "end",
    }));
  const linesOf = (cells: readonly { set: SetText }[]) =>
    Math.max(...cells.map(({ set }) => set.lines.length));
  const leading = styles.cell.leading;
  const heightOf = (lines: number) => lines * leading + padding.top + padding.bottom;

  const titles = layOut(
    columns.map((column) => column.title),
    () => styles.cellStrong,
  );
  const shade = (height: number) =>
    canvas.artifact("Layout", () => {
      canvas.pdf.rect(page.side, canvas.y, contentWidth, height).fill(colors.tint);
    });
  const drawTitles = (row: Element | null) => {
    const count = linesOf(titles);
    shade(heightOf(count));
    const cells = titles.map((cell) => ({
      ...cell,
      element: row === null ? null : canvas.element(row, "TH", { scope: "Column" }),
    }));
    drawCells(canvas, cells, 0, count);
    canvas.y += heightOf(count);
    canvas.rule(canvas.y, colors.ink, 0.8);
  };

  const turn = () => {
    canvas.turn();
    if (header) drawTitles(null);
  };

  const laid = rows.map((row) => layOut(row.cells, (at) => styleOf(row, at)));
  const first = laid[0];
  const opening = (header ? heightOf(linesOf(titles)) : 0) + (first ? heightOf(linesOf(first)) : 0);
  if (!canvas.fits(opening) && canvas.y > page.top) canvas.turn();
  if (header) drawTitles(canvas.element(table, "TR"));

  rows.forEach((row, index) => {
    const element = canvas.element(table, "TR");
    const cells = laid[index]!.map((cell, at) => {
      const options = cell.set.substituted === null ? {} : { actual: cell.set.substituted };
      return {
        ...cell,
        element: canvas.element(
          element,
          at === 0 ? "TH" : "TD",
          at === 0 ? { scope: "Row", ...options } : options,
        ),
      };
    });
    const count = linesOf(cells);
    if (!canvas.fits(heightOf(count))) turn();
    let drawn = 0;
    for (;;) {
      const room = Math.max(1, Math.floor((canvas.room - padding.top - padding.bottom) / leading));
      const until = Math.min(count, drawn + room);
      if (row.total === true && drawn === 0) canvas.rule(canvas.y, colors.ink, 0.8);
      drawCells(canvas, cells, drawn, until);
      canvas.y += heightOf(until - drawn);
      drawn = until;
      if (drawn === count) break;
      turn();
    }
    canvas.rule(canvas.y);
  });
}
