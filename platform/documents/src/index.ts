/** Letters, receipts and registers: one document as data, drawn as tagged PDF or shown as a page. */
export type { Block, Column, Inline, Part, PrintDocument, Row, Text } from "./document.js";
export { charactersOf, partsOf } from "./document.js";
export { writePdf } from "./pdf/write-pdf.js";
export { plainText } from "./plain-text.js";
