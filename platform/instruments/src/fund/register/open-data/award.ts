/** An award as the public sees it, which is all that open data are made of. */
import type { AidBasis } from "@voorsprong/call-form";
import type { Localised } from "../../../kernel/views.js";

/** Who gets the grant. Names are those of organisations; a natural person has a pseudonym only. */
export type Recipient =
  | {
      readonly kind: "organisation";
      /** The organisation's id in this installation. */
      readonly id: string;
      readonly name: string;
      /** Number in the Dutch trade register, eight digits. */
      readonly kvk: string | null;
      readonly place: string | null;
      readonly postcode: string | null;
      /** ISO 3166-1 alpha-2. */
      readonly country: string;
      /** Division of the standard business classification (SBI/NACE). */
      readonly sector: string | null;
    }
  | { readonly kind: "person"; readonly pseudonym: string };

/** One award with the money as it stands. Amounts are cents. */
export interface PublicAward {
  /** Id of the application. */
  readonly id: string;
  /** What people call it, for instance `RESEARCH-2027-0042`. */
  readonly dossier: string;
  readonly fund: { readonly id: string; readonly title: Localised };
  readonly call: { readonly id: string; readonly title: Localised };
  readonly title: string;
  /** Null where the applicant gave none. */
  readonly summary: string | null;
  readonly recipient: Recipient;
  readonly theme: string | null;
  /** A region of the programme. */
  readonly region: string | null;
  /** ISO 3166-2 code of that region. */
  readonly regionCode: string | null;
  /** A size class of the programme. */
  readonly size: string | null;
  readonly aid: readonly AidBasis[];
  readonly requested: number;
  /** As granted now, after changes. */
  readonly granted: number;
  readonly paid: number;
  /** Null until it was settled. */
  readonly settled: number | null;
  /** `YYYY-MM-DD`, the day of the decision in Amsterdam. */
  readonly awardedOn: string;
  /** Planned first and last day of the project. */
  readonly start: string | null;
  readonly end: string | null;
  /** The last change, ISO 8601. */
  readonly changedAt: string;
  /** Made by the example generator or for trying out. */
  readonly example: boolean;
}

/** Who publishes. */
export interface Publisher {
  /** Prefix of ids, so that they are unique in the world; small letters, digits and hyphens. */
  readonly id: string;
  readonly name: string;
  /** Where the pages are, without a slash at the end, for instance `https://fund.example.org`. */
  readonly website: string;
}
