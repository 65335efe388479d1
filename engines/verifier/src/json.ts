/** Plain JSON with whole numbers only. Objects have no prototype, so that no key is special. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Deeper than any document of ours; it keeps recursion from exhausting the stack. */
export const MAX_DEPTH = 100;

/** What every bare object inherits from: nothing at all. */
const NOTHING: object = Object.freeze(Object.create(null));

/**
 * An object without any member, own or inherited, so that no key is special: not "constructor", not "__proto__". It
 * inherits from an empty object and not from null, because engines keep objects of the latter kind as hash tables,
 * which take several times the memory and time.
 */
export function bare<T>(): Record<string, T> {
  return Object.create(NOTHING) as Record<string, T>;
}

/** The code of "9": a key that is a number begins with this or less. */
const NINE = 0x39;

/**
 * Whether an object holds keys in the order in which they were written. It holds keys that are small numbers first and
 * in their own order, whatever the order of writing.
 *
 * @param first the first of its keys as they were written, in ascending order; undefined where there is none
 */
export function holdsInOrder(object: object, first: string | undefined): boolean {
  return first === undefined || first.charCodeAt(0) > NINE || isAscending(Object.keys(object));
}

/** Whether texts are in order of UTF-16 code units. */
export function isAscending(keys: readonly string[]): boolean {
  for (let k = 1; k < keys.length; k++) if (keys[k - 1]! > keys[k]!) return false;
  return true;
}

/** Half a surrogate pair, or one of a whole pair: quickly told. */
const HALF = /[\ud800-\udfff]/;

/** Whether a text is Unicode: no half of a surrogate pair stands alone in it. */
export function isWellFormed(text: string): boolean {
  return !(HALF.test(text) && /\p{Surrogate}/u.test(text));
}
