/**
 * How deep a YAML text nests, before it is parsed. The parser calls itself once per level, so a hostile text could
 * exhaust the stack, where V8 may end the whole process instead of throwing. The lexer walks the text in one loop.
 */
import { CST, Lexer } from "yaml";

/** The most brackets open at once, and the most levels that indentation and `-`, `?`, `:` can open on one line. */
const MAX_BRACKETS = 50;
const MAX_LEVELS = 200;

/** Marks of the lexer that stand for nothing in the text: a document, a failed flow, and "a scalar follows". */
const MARKS: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

/** The offset at which a text nests deeper than anyone writes; null when it nowhere does. */
export function tooDeepAt(text: string): number | null {
  let offset = 0;
  let brackets = 0;
  let levels = 0;
  let scalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (MARKS.has(lexeme)) {
      scalar = lexeme === CST.SCALAR;
      if (lexeme === CST.FLOW_END) brackets = 0;
      continue;
    }
    const type = scalar ? "scalar" : CST.tokenType(lexeme);
    scalar = false;
    if (type === "flow-map-start" || type === "flow-seq-start") brackets += 1;
    if (type === "flow-map-end" || type === "flow-seq-end") brackets = Math.max(0, brackets - 1);
    if (type === "newline" || type === "comma") levels = 0;
    // Spaces count as levels: each level of a block needs at least one, so this is an upper bound.
    if (type === "space" && brackets === 0) levels += lexeme.length;
    if (type === "seq-item-ind" || type === "explicit-key-ind" || type === "map-value-ind") levels += 1;
    if (brackets > MAX_BRACKETS || levels > MAX_LEVELS) return offset;
    offset += lexeme.length;
  }
  return null;
}
