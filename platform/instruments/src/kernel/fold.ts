/** Texts as they are searched. */

/** A text as it is searched: compatibility forms, case and accents do not count. */
export function foldForSearch(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
