/** The one interface the rest of the product knows instruments by. */
import type { ClauseStatus, Opportunity, Organisation } from "./views.js";

/** What one instrument knows of a clause. What was promised is the accord's own figure, not an instrument's. */
export type InstrumentStatus = Omit<ClauseStatus, "money"> & {
  readonly money: Omit<ClauseStatus["money"], "promised">;
};

/** An instrument that runs. It reaches the world only through the store it was made with. */
export interface Instrument {
  /** The kind as programme files name it, for instance `fund`. */
  readonly kind: string;
  /**
   * The figures this instrument puts behind a clause; null when it does not serve that clause.
   * @param clauseId for instance `innovation.research`
   */
  status(clauseId: string): Promise<InstrumentStatus | null>;
  /**
   * What it offers this organisation at this moment.
   * @param now the moment, which decides what is open
   */
  opportunities(organisation: Organisation, now: Date): Promise<readonly Opportunity[]>;
}
