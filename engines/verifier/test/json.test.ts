import { canonicalText, ExactJsonError, parseExact } from "@voorsprong/verifier";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("canonical text (RFC 8785)", () => {
  it("orders keys by UTF-16 code units, as in section 3.2.3", () => {
    const text = canonicalText({
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    });
    expect([...text.matchAll(/:"([^"]*)"/g)].map((match) => match[1])).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  it("writes strings and literals as in section 3.2.2", () => {
    const input = JSON.parse(
      '{"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    expect(canonicalText(input)).toBe(
      '{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("writes whole numbers plainly and nests", () => {
    expect(canonicalText({ b: [Number.MAX_SAFE_INTEGER, -7, 0], a: {} })).toBe(
      '{"a":{},"b":[9007199254740991,-7,0]}',
    );
  });
});

/** JSON values as documents hold them. */
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(null, true, false),
    fc.maxSafeInteger().map((number) => number + 0),
    fc.string({ unit: "grapheme" }),
    fc.array(tie("value")),
    fc.dictionary(fc.string(), tie("value")),
  ),
})).value;

describe("reading JSON text with one meaning", () => {
  it("reads what JSON.parse reads", () => {
    fc.assert(
      fc.property(json, fc.constantFrom(undefined, 1, "\t"), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(parseExact(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it("keeps the key __proto__ as a key", () => {
    const value = parseExact('{"__proto__": {"valid": true}}') as object;
    expect(Object.keys(value)).toEqual(["__proto__"]);
    expect("valid" in value).toBe(false);
  });

  it.each([
    ['{"a": 1, "a": 2}', 1, 10, /Duplicate key "a"/],
    ['{"a": 1, "\\u0061": 2}', 1, 10, /Duplicate key/],
    ['{"a": 1,\n "b": {"c": [0.5]}}', 2, 14, /whole/],
    ["[1e3]", 1, 2, /whole/],
    ["[1.0]", 1, 2, /whole/],
    ["[-0]", 1, 2, /whole/],
    ["[007]", 1, 2, /whole/],
    ["[-]", 1, 2, /whole/],
    ["[9007199254740992]", 1, 2, /whole/],
    ["[9007199254740993]", 1, 2, /whole/],
    ["[1 2]", 1, 4, /Expected "]"/],
    ["[1,]", 1, 4, /Expected a JSON value/],
    ['{"a" 1}', 1, 6, /Expected ":"/],
    ["{a: 1}", 1, 2, /Expected a string/],
    ['["a\n"]', 1, 2, /valid string/],
    ['["\\x"]', 1, 2, /valid string/],
    ['["\\"]', 1, 2, /valid string/],
    ["[nul]", 1, 2, /Expected a JSON value/],
    ["{} {}", 1, 4, /after the document/],
    ["", 1, 1, /Expected a JSON value/],
    ["\n\n  ?", 3, 3, /Expected a JSON value/],
  ])("refuses %j at line %i, column %i", (text, line, column, message) => {
    const error = (() => {
      try {
        return parseExact(text);
      } catch (caught) {
        return caught;
      }
    })();
    expect(error).toBeInstanceOf(ExactJsonError);
    expect(error).toMatchObject({ line, column });
    expect((error as ExactJsonError).text.en).toMatch(message);
    expect((error as ExactJsonError).text.nl).not.toBe("");
  });

  it("refuses nesting that would exhaust the stack", () => {
    expect(() => parseExact("[".repeat(100_000))).toThrow(/column 102: The text is nested too deeply/);
    expect(() => parseExact('{"a":'.repeat(100_000))).toThrow(/nested too deeply/);
  });

  it("refuses or agrees with JSON.parse on any damaged text", () => {
    fc.assert(
      fc.property(json, fc.nat(), fc.string({ maxLength: 3 }), (value, position, damage) => {
        const whole = JSON.stringify(value);
        const at = position % (whole.length + 1);
        const text = whole.slice(0, at) + damage + whole.slice(at + damage.length);
        let found: unknown;
        try {
          found = parseExact(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ExactJsonError);
          return;
        }
        expect(found).toEqual(JSON.parse(text));
      }),
      { numRuns: 1000 },
    );
  });
});
