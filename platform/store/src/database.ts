/**
 * The one interface the product speaks to its database through. Two adapters implement it, for PGlite and for
 * PostgreSQL; the SQL is the same on both and stays within PostgreSQL 15.
 *
 * Values come back alike from both: `bigint` and `count(*)` as numbers (an error above 2^53 - 1, never a rounded
 * value), `timestamptz` as `Date`, `date` as the text `2027-01-15`, `bytea` as `Uint8Array`, `json` and `jsonb` parsed,
 * arrays as arrays, `numeric` as a string.
 */

/** A value that may be bound to `$1`, `$2`, … JSON is bound as text and cast in the SQL (`$1::jsonb`). */
export type Parameter =
  | string
  | number
  | bigint
  | boolean
  | Date
  | Uint8Array
  | null
  | readonly (string | number | boolean | null)[];

/** Something that runs SQL: the database itself, or one transaction of it. */
export interface Queryable {
  /**
   * Runs one statement and gives its rows; use `RETURNING` to learn what a change touched.
   * @throws the database's error, with its five-character SQLSTATE in `code`
   */
  query<Row = Record<string, unknown>>(sql: string, parameters?: readonly Parameter[]): Promise<Row[]>;
  /** Runs one or more statements without parameters. */
  exec(sql: string): Promise<void>;
}

/** A transaction that is open. It must not be used after the function it was given to has returned. */
export interface Transaction extends Queryable {
  /** Keeps a transaction from being taken for a database, which would commit each statement by itself. */
  readonly inTransaction: true;
}

/** An open database. */
export interface Database extends Queryable {
  readonly kind: "pglite" | "postgresql";
  /**
   * Runs `work` in one transaction (read committed): committed when it returns, rolled back when it throws. Inside,
   * only the transaction may be used: PGlite has one connection, and a query on the database would wait for ever.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Closes it; a second call does nothing. */
  close(): Promise<void>;
}

/** Where the store reports what an operator should know. The loggers of pino and Fastify fit. */
export interface Logger {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** A logger that says nothing. */
export const silent: Logger = { info() {}, warn() {}, error() {} };

/**
 * A `bigint` of the database as a number.
 * @throws RangeError above 2^53 - 1 in absolute value
 */
export function exactNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`the database gave ${text}, which is larger than 2^53 - 1 and would lose digits`);
  }
  return value;
}

/** The SQLSTATE of a database error (PostgreSQL documentation, appendix A), or null for another error. */
export function sqlState(error: unknown): string | null {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}
