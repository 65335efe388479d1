/** What an ownership graph says: the enterprises and other owners around an applicant, and who holds what in whom. */

/**
 * What an owner is. The kinds from `public-investment` on may hold up to 50% without making a firm a partner
 * enterprise (Annex I, Art. 3(2)); the others have no such exception.
 */
export type OwnerKind =
  | "enterprise"
  | "natural-person"
  | "public-body"
  | "public-investment"
  | "venture-capital"
  | "business-angel"
  | "university"
  | "institutional-investor"
  | "small-municipality";

/** The figures of one approved accounting period. */
export interface Period {
  /** Last day of the period, `YYYY-MM-DD`. */
  readonly endsOn: string;
  /** Staff in thousandths of an annual work unit; apprentices and parental leave not counted (Art. 5). */
  readonly headcount: number;
  /** In cents. */
  readonly turnover: number;
  /** Balance sheet total, in cents. */
  readonly balance: number;
}

/** An enterprise or another owner. */
export interface Party {
  readonly id: string;
  readonly name?: string;
  readonly kind: OwnerKind;
  /** The accounting periods, in any order; needed for every enterprise whose figures count. */
  readonly periods?: readonly Period[];
  /** Markets of an enterprise; enterprises with one in common are on the same or an adjacent market (Art. 3(3)). */
  readonly markets?: readonly string[];
  /** Natural persons with the same value act jointly (Art. 3(3)). */
  readonly actsJointly?: string;
  /** What business angels have invested in the firm together, in cents. */
  readonly invested?: number;
  /** Of a municipality: its yearly budget in cents and its inhabitants. */
  readonly budget?: number;
  readonly inhabitants?: number;
}

/** Why one enterprise controls another without a majority of the votes (Annex I, Art. 3(3)). */
export type Control = "board" | "dominant-influence" | "agreement";

/** What one party holds directly in another. */
export interface Holding {
  readonly owner: string;
  readonly in: string;
  /** Share of the capital and of the votes, in basis points. */
  readonly capital: number;
  readonly votes: number;
  readonly control?: Control;
}

/** The graph around one applicant; may contain cycles. */
export interface Ownership {
  readonly subject: string;
  readonly parties: readonly Party[];
  readonly holdings: readonly Holding[];
  /** The applicant changed hands after its last period: the two-year rule then does not hold the class back. */
  readonly changedOwner?: boolean;
}
