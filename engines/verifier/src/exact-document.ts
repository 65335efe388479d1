/** A document that was read from a text and that nothing else can reach. */
import { type Parsed, parse } from "./parse.js";

/** What a document holds; for this package alone. */
export let contentOf: (document: ExactDocument) => Parsed;

/**
 * A document read from its text as `parseExact` reads it. Nobody can change what is in it, so checking it needs no copy;
 * for large documents that is quicker than checking a value, and takes half the memory.
 */
export class ExactDocument {
  static {
    contentOf = (document) => document.#content;
  }

  readonly #content: Parsed;

  /** @throws {ExactJsonError} with line and column. */
  constructor(source: string) {
    this.#content = parse(source);
  }

  /** The member `format`, which says what a document is; undefined where there is none that is a text. */
  get format(): string | undefined {
    const { value } = this.#content;
    const format = (value as { readonly format?: unknown } | null)?.format;
    return typeof format === "string" ? format : undefined;
  }
}
