/** Tables in files: read with every cell checked, and written without formulas. */
export type { Column, ColumnKind, Value } from "./columns.js";
export { openSource } from "./open-source.js";
export {
  type CellError,
  type Header,
  type HeaderProblems,
  type ImportRecord,
  type OpenedTable,
  openTable,
} from "./records.js";
export {
  type Cell,
  columnLetters,
  type Source,
  type SourceFormat,
  type SourceRow,
  TableError,
  type TableLimits,
  tableLimits,
} from "./source.js";
export { decimalText, readCents, readDay } from "./values.js";
export { type Batches, eurosText, type Written, writeCsv, writeXlsx } from "./write.js";
