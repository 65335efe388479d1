/**
 * Values whose objects hold their keys in canonical order. Of those `JSON.stringify` writes the form of RFC 8785, in a
 * fraction of the time that anything written in JavaScript takes.
 */

/** Said of a value that `JSON.stringify` would write in another way than RFC 8785. */
export const UNSUITED = Symbol("unsuited");

/**
 * The same value with the keys of every object in order of UTF-16 code units; parts that are so already are shared.
 * Unsuited are objects with keys that are small numbers, which come first whatever the order of writing; values that
 * write themselves (`toJSON`); and numbers that are not finite.
 */
export function inOrder(value: unknown): unknown {
  if (typeof value === "number") return Number.isFinite(value) ? value : UNSUITED;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return listInOrder(value);
  return "toJSON" in value ? UNSUITED : membersInOrder(value as Members);
}

type Members = Readonly<Record<string, unknown>>;

function listInOrder(list: readonly unknown[]): unknown {
  let copy: unknown[] | null = null;
  for (let i = 0; i < list.length; i += 1) {
    const item = inOrder(list[i]);
    if (item === UNSUITED) return UNSUITED;
    if (item === list[i] && copy === null) continue;
    copy ??= list.slice(0, i);
    copy.push(item);
  }
  return copy ?? list;
}

function membersInOrder(members: Members): unknown {
  const keys = Object.keys(members);
  let isSame = isAscending(keys);
  if (!isSame) keys.sort();
  const values: unknown[] = [];
  for (const key of keys) {
    const value = inOrder(members[key]);
    if (value === UNSUITED || key === "__proto__") return UNSUITED;
    isSame &&= value === members[key];
    values.push(value);
  }
  if (isSame) return members;
  const copy: Record<string, unknown> = {};
  for (let k = 0; k < keys.length; k += 1) copy[keys[k]!] = values[k];
  return isAscending(Object.keys(copy)) ? copy : UNSUITED;
}

function isAscending(keys: readonly string[]): boolean {
  for (let k = 1; k < keys.length; k += 1) if (keys[k - 1]! > keys[k]!) return false;
  return true;
}
