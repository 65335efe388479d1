/**
 * Typed texts. Each subject has a Dutch dictionary in `nl/` and an English one in `en/`. The Dutch one sets the keys;
 * the English one is declared as `Texts<typeof dutch>`, so a missing or extra key does not compile. A text with
 * something to fill in is a function, which keeps word order free.
 */
import { type Language, useLanguage } from "./language.js";

/** A dictionary: texts, lists of paragraphs, functions that give a text, and groups of these. */
export interface Dictionary {
  readonly [key: string]: string | readonly string[] | ((...values: never[]) => string) | Dictionary;
}

/** The shape of a dictionary with any words in it. */
export type Texts<D> = {
  readonly [K in keyof D]: D[K] extends string
    ? string
    : D[K] extends (...values: infer A) => string
      ? (...values: A) => string
      : D[K] extends readonly string[]
        ? readonly string[]
        : Texts<D[K]>;
};

/** The texts of one subject in the language of the page. */
export function useTexts<D>(dictionaries: Readonly<Record<Language, Texts<D>>>): Texts<D> {
  return dictionaries[useLanguage()];
}

/** Picks a text of the API in the language of the page. */
export function useLocalised(): (text: Readonly<Record<Language, string>>) => string {
  const language = useLanguage();
  return (text) => text[language];
}
