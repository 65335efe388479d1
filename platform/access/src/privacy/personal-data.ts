/** What a room of the product does with personal data: one object per room, which the server puts together. */
import type { Json, Queryable, Transaction } from "@voorsprong/store";
import type { LocalisedText } from "../localised.js";

/** Something about a person that the law does not let us erase yet. */
export interface KeptData {
  readonly what: LocalisedText;
  /** The article that asks for it, for instance `Archiefwet 1995, art. 3`. */
  readonly article: string;
  /** ISO date until which it is kept; null: as long as the thing itself is. */
  readonly until: string | null;
}

/** How long one kind of data is kept. */
export interface Retention {
  /** For instance `sessions`. */
  readonly kind: string;
  readonly what: LocalisedText;
  readonly years: number;
  /** Why so long: the law or rule. */
  readonly source: LocalisedText;
}

/** The personal data of one room. */
export interface PersonalData {
  /** The room, for instance `reviews`; its key in a person's data. */
  readonly id: string;
  /** Everything this room holds about a person, in words that a person can read. */
  export(from: Queryable, personId: string): Promise<Json>;
  /**
   * Takes the person out. Work stays, by the person's id, and is then attributed to a removed person: names stand only in
   * `people`. Gives what the law says must stay.
   */
  erase(tx: Transaction, personId: string): Promise<readonly KeptData[]>;
  readonly retention: readonly Retention[];
  /** Removes what has been kept long enough; gives how many records went. */
  expire(tx: Transaction, now: Date): Promise<number>;
}

/** How a removed person is called. */
export const removedPerson: LocalisedText = { nl: "verwijderde persoon", en: "removed person" };
