/** Finds the texts of a JSON body that the database would not keep as they were given. */
import type { InputError } from "@voorsprong/instruments";
import { isStorable } from "@voorsprong/store";

/** The most places that are named; whoever sends more finds the rest after mending these. */
const mostPlaces = 20;

/** The most characters of a pointer that are told: names in a body may be as long as the body. */
const longestPointer = 1_000;

/**
 * The names and texts with U+0000 or half a surrogate pair, the first twenty.
 *
 * @param text the JSON as it came; UTF-8 and JSON let these characters in as escapes only, so most bodies need no more
 *   than a look for those
 * @param body what the text was parsed to
 */
export function unstorableTexts(text: string, body: unknown): InputError[] {
  const errors: InputError[] = [];
  if (!/\\u(?:0000|d[89a-f])/i.test(text)) return errors;
  // No recursion: a body may nest deeper than the stack of calls is.
  const open: { readonly value: object; readonly pointer: string }[] = [];
  const visit = (value: unknown, pointer: () => string) => {
    if (typeof value === "object" && value !== null) open.push({ value, pointer: pointer() });
    else if (typeof value === "string" && !isStorable(value)) errors.push(unstorable(pointer()));
  };
  visit(body, () => "");
  for (let next = open.pop(); next !== undefined && errors.length < mostPlaces; next = open.pop()) {
    const { value, pointer } = next;
    if (Array.isArray(value)) {
      for (const [index, inner] of value.entries()) visit(inner, () => `${pointer}/${index}`);
    } else
      for (const [name, inner] of Object.entries(value)) {
        const place = () => `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
        if (!isStorable(name)) errors.push(unstorable(place()));
        visit(inner, place);
      }
  }
  return errors.slice(0, mostPlaces);
}

/** What is said of one text; where a name on the way to it cannot be shown, the replacement character stands. */
function unstorable(pointer: string): InputError {
  return {
    in: "body",
    location: { pointer: pointer.slice(0, longestPointer).replace(/\0|\p{Cs}/gu, "\ufffd") },
    code: "unstorable_text",
    detail: "This text holds U+0000 or half a surrogate pair. Remove that character.",
  };
}
