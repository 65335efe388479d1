/**
 * A document for people, as data: what a letter, receipt or register says, apart from how it is drawn. The PDF
 * (`writePdf`) and the web page are made from the same value, so they cannot differ.
 */
export interface PrintDocument {
  /** The language of all its text; becomes nl-NL or en-GB. */
  readonly language: "nl" | "en";
  /** The title: the first heading (level 1), the title of the window and of the file. */
  readonly title: string;
  /** Who sends it; stands at the top of the first page and in the file's metadata. */
  readonly sender: string;
  /** The moment the document was made, ISO 8601; the file's creation date, so that equal input gives equal bytes. */
  readonly made: string;
  /** A short reference, repeated at the foot of each page. */
  readonly reference: string;
  readonly blocks: readonly Block[];
}

/** A part of a line of text. A string is plain text. */
export type Inline =
  | string
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string };

/** Text of a paragraph, item or cell. A newline in it breaks the line. */
export type Text = string | readonly Inline[];

/** A column of a table. Money and counts are aligned at the end. */
export interface Column {
  readonly title: string;
  readonly align?: "start" | "end";
}

/** One row of a table; `total` sets it apart as the sum of what stands above. */
export interface Row {
  readonly cells: readonly Text[];
  readonly total?: boolean;
}

/** One building block of a document. */
export type Block =
  /** A heading below the title. Level 3 only occurs below a level 2. */
  | { readonly kind: "heading"; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: Text }
  /** Lines that belong together, such as an address or a signature. */
  | { readonly kind: "lines"; readonly lines: readonly string[] }
  | { readonly kind: "list"; readonly ordered?: boolean; readonly items: readonly Text[] }
  /** A table; the first cell of each row names the row. */
  | {
      readonly kind: "table";
      readonly caption: string;
      readonly columns: readonly Column[];
      readonly rows: readonly Row[];
    }
  /** Terms with their values, such as date, number and amount. */
  | { readonly kind: "facts"; readonly items: readonly { readonly term: string; readonly value: Text }[] }
  /** Something the reader must not miss, such as the mark of example data. */
  | { readonly kind: "note"; readonly text: Text }
  /** Where and with which hash anyone checks what the document says. */
  | { readonly kind: "verify"; readonly text: string; readonly href: string; readonly hash: string };

/** A part of a text as an object; plain text too. */
export type Part = { readonly kind: "plain"; readonly text: string } | Exclude<Inline, string>;

/** The parts of a text in order, each as an object. */
export const partsOf = (text: Text): readonly Part[] =>
  (typeof text === "string" ? [text] : text).map((part) =>
    typeof part === "string" ? { kind: "plain", text: part } : part,
  );

/** The characters of a text without marks and links. */
export const charactersOf = (text: Text): string =>
  typeof text === "string"
    ? text
    : text.map((part) => (typeof part === "string" ? part : part.text)).join("");
