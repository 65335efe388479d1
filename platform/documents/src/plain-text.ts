import { type Block, charactersOf, type PrintDocument } from "./document.js";
import { wordsOf } from "./words.js";

/** The texts of a block in reading order, one line each. */
function linesOf(block: Block, language: PrintDocument["language"]): string[] {
  switch (block.kind) {
    case "heading":
      return [block.text];
    case "paragraph":
    case "note":
      return [charactersOf(block.text)];
    case "lines":
      return [...block.lines];
    case "list":
      return block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : "-"} ${charactersOf(item)}`);
    case "table":
      return [
        block.caption,
        ...block.rows.map((row) =>
          row.cells
            .map((cell, at) => {
              const title = block.columns[at]?.title ?? "";
              return at === 0 || title === "" ? charactersOf(cell) : `${title}: ${charactersOf(cell)}`;
            })
            .join("; "),
        ),
      ];
    case "facts":
      return block.items.map(({ term, value }) => `${term}: ${charactersOf(value)}`);
    case "verify":
      return [block.text, block.href, `${wordsOf(language).fingerprint}: ${block.hash}`];
  }
}

/** A document as plain text in reading order, for an e-mail or a search: one line per paragraph, item or row. */
export const plainText = (document: PrintDocument): string =>
  [
    document.sender,
    "",
    document.title,
    ...document.blocks.flatMap((block) => ["", ...linesOf(block, document.language)]),
    "",
  ].join("\n");
