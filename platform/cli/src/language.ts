/** The language a command answers in. */

export type Language = "nl" | "en";

/** `--lang`, else `VOORSPRONG_LANG`, else Dutch when the system's language is Dutch, else English. */
export function languageOf(option: string | undefined): Language {
  const wanted = option ?? process.env.VOORSPRONG_LANG ?? process.env.LC_ALL ?? process.env.LANG ?? "";
  return wanted.toLowerCase().startsWith("nl") ? "nl" : "en";
}
