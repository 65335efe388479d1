/** What is wrong with a file as YAML, before anything is asked of its content. */
import { type Document, isScalar, type Node, visit, type YAMLError, type YAMLMap, type YAMLSeq } from "yaml";

/** A fault at an offset in the text. */
export interface Fault {
  readonly offset: number;
  readonly message: string;
  readonly expected: string;
}

/** The most entries of one list or mapping: far above what people write, low enough to compare all with all. */
const MAX_ENTRIES = 1000;

const offsetOf = (node: Node): number => node.range?.[0] ?? 0;

/** What the parser found; some of its words are for programmers. */
function ofParser(error: YAMLError): Fault {
  const words: Partial<Record<YAMLError["code"], string>> = {
    MULTIPLE_DOCS: "it holds more than one document",
    NON_STRING_KEY: "a field name must be a text",
  };
  const message = words[error.code] ?? error.message;
  return { offset: error.pos[0], message: `this is not valid YAML: ${message}`, expected: "YAML 1.2" };
}

/** A list or mapping that is too long. */
function tooLong(collection: YAMLMap | YAMLSeq): Fault[] {
  const { length } = collection.items;
  if (length <= MAX_ENTRIES) return [];
  const message = `there are ${length} entries in one list or mapping`;
  return [{ offset: offsetOf(collection), message, expected: `at most ${MAX_ENTRIES}` }];
}

/**
 * Fields that a mapping has already (YAML forbids them, and readers differ in which value they take), and aliases
 * without an anchor before them, and what is too long.
 */
function ofContent(document: Document): Fault[] {
  const faults: Fault[] = [];
  const anchors = new Set<string>();
  visit(document, {
    Scalar(_, scalar) {
      if (scalar.anchor !== undefined) anchors.add(scalar.anchor);
    },
    Seq(_, list) {
      if (list.anchor !== undefined) anchors.add(list.anchor);
      faults.push(...tooLong(list));
    },
    Alias(_, alias) {
      if (anchors.has(alias.source)) return;
      const message = `the alias \`*${alias.source}\` stands for nothing`;
      faults.push({ offset: offsetOf(alias), message, expected: `an anchor \`&${alias.source}\` before it` });
    },
    Map(_, map) {
      if (map.anchor !== undefined) anchors.add(map.anchor);
      faults.push(...tooLong(map));
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) {
          faults.push({
            offset: offsetOf(key),
            message: `the field \`${name}\` is there twice`,
            expected: "each field once",
          });
        }
        seen.add(name);
      }
    },
  });
  return faults;
}

/** Every fault of a parsed file. */
export function findFaults(document: Document): Fault[] {
  return [...[...document.errors, ...document.warnings].map(ofParser), ...ofContent(document)];
}
