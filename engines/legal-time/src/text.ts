/** A text in Dutch and English. */
export interface Localised {
  readonly nl: string;
  readonly en: string;
}

/** One step of a reckoning, for a page or a letter: what was done and the article that says so. */
export interface Step {
  readonly text: Localised;
  /** For instance `Awb 6:7` or `Algemene termijnenwet 1(1)`. */
  readonly article: string;
  /** The day this step led to, when it led to a day. */
  readonly day?: string;
  /** The amount this step led to, in cents, when it led to an amount. */
  readonly cents?: number;
}

/** A choice where the law leaves room or a source was not read again: shown with every result that rests on it. */
export interface Assumption {
  readonly id: string;
  readonly text: Localised;
}
