/** The language of the page: it lives in the address (`/nl/...`, `/en/...`), nowhere else. */
import { createContext, type ReactNode, use } from "react";

/** The languages of the product; Dutch is first. */
export const LANGUAGES = ["nl", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** BCP 47 tags for `Intl`. */
export const LOCALES: Readonly<Record<Language, string>> = { nl: "nl-NL", en: "en-GB" };

/** Whether a path segment names a language. */
export function isLanguage(value: string): value is Language {
  return (LANGUAGES as readonly string[]).includes(value);
}

/** A path of the site without its language: `/nl/funds/research` and `/funds/research` both give `/funds/research`. */
export function withoutLanguage(path: string): string {
  const [, first = "", ...rest] = path.split("/");
  return isLanguage(first) ? `/${rest.join("/")}` : path;
}

const Context = createContext<Language>("nl");

/** Sets the language for everything inside. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <Context value={language}>{children}</Context>;
}

/** The language of the page. */
export function useLanguage(): Language {
  return use(Context);
}
