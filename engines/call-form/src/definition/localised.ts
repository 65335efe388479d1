/** A text in both languages of the product; neither is ever empty. */
export interface Localised {
  readonly nl: string;
  readonly en: string;
}
