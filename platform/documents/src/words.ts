import type { PrintDocument } from "./document.js";

/** The few words that the drawing itself adds to a document. */
export interface Words {
  /** BCP 47 tag of the document. */
  readonly tag: string;
  readonly fingerprint: string;
  readonly page: (number: number, count: number) => string;
}

const words: Readonly<Record<PrintDocument["language"], Words>> = {
  nl: {
    tag: "nl-NL",
    fingerprint: "Vingerafdruk (SHA-256)",
    page: (number, count) => `Pagina ${number} van ${count}`,
  },
  en: {
    tag: "en-GB",
    fingerprint: "Fingerprint (SHA-256)",
    page: (number, count) => `Page ${number} of ${count}`,
  },
};

/** The drawing's own words in the language of a document. */
export const wordsOf = (language: PrintDocument["language"]): Words => words[language];
