/** The one interface the rest of the product knows instruments by. */
import type { ClauseStatus, Opportunity, Organisation } from "./views.js";

/** An instrument that runs. It reaches the world only through the store it was made with. */
export interface Instrument {
  /** The kind as programme files name it, for instance `fund`. */
  readonly kind: string;
  /**
   * The figures this instrument puts behind a clause; null when it does not serve that clause.
   * @param clauseId for instance `innovation.research`
   */
  status(clauseId: string): Promise<ClauseStatus | null>;
  /**
   * What it offers this organisation at this moment.
   * @param now the moment, which decides what is open
   */
  opportunities(organisation: Organisation, now: Date): Promise<readonly Opportunity[]>;
}
