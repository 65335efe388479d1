/** What is wrong with a file as YAML, before anything is asked of its content. */
import { type Document, isScalar, type Node, visit, type YAMLError } from "yaml";

/** A fault at an offset in the text. */
export interface Fault {
  readonly offset: number;
  readonly message: string;
  readonly expected: string;
}

const offsetOf = (node: Node): number => node.range?.[0] ?? 0;

/** What the parser found; some of its words are for programmers. */
function ofParser(error: YAMLError): Fault {
  const words: Partial<Record<YAMLError["code"], string>> = {
    RESOURCE_EXHAUSTION: "it is nested too deeply",
    MULTIPLE_DOCS: "it holds more than one document",
    NON_STRING_KEY: "a field name must be a text",
  };
  const message = words[error.code] ?? error.message;
  return { offset: error.pos[0], message: `this is not valid YAML: ${message}`, expected: "YAML 1.2" };
}

/**
 * Fields that a mapping has already (YAML forbids them, and readers differ in which value they take), and aliases
 * without an anchor before them.
 */
function ofContent(document: Document): Fault[] {
  const faults: Fault[] = [];
  const anchors = new Set<string>();
  visit(document, {
    Value(_, node) {
      if (node.anchor !== undefined) anchors.add(node.anchor);
    },
    Alias(_, alias) {
      if (anchors.has(alias.source)) return;
      const message = `the alias \`*${alias.source}\` stands for nothing`;
      faults.push({ offset: offsetOf(alias), message, expected: `an anchor \`&${alias.source}\` before it` });
    },
    Map(_, map) {
      if (map.anchor !== undefined) anchors.add(map.anchor);
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
