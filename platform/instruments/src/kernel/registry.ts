/** All running instruments seen as one: what stands behind a clause, and what there is for an organisation. */
import type { Clause } from "@voorsprong/programme";
import type { Instrument, InstrumentStatus } from "./instrument.js";
import type { ClauseStatus, DecisionLine, MoneyFigure, Opportunity, Organisation } from "./views.js";

/** Sums and joins over every instrument of a programme. */
export interface InstrumentRegistry {
  /** What is promised by the clause, and what its instruments did about it together. */
  status(clause: Clause): Promise<ClauseStatus>;
  /** The offers of all instruments; what closes first comes first, what never closes last. */
  opportunities(organisation: Organisation, now: Date): Promise<readonly Opportunity[]>;
}

/** Joins instruments; their order decides nothing. */
export function instrumentRegistry(instruments: readonly Instrument[]): InstrumentRegistry {
  return {
    async status(clause) {
      const answers = await Promise.all(instruments.map((instrument) => instrument.status(clause.id)));
      return sumStatuses(
        promised(clause),
        answers.filter((answer) => answer !== null),
      );
    },
    async opportunities(organisation, now) {
      const offers = await Promise.all(
        instruments.map((instrument) => instrument.opportunities(organisation, now)),
      );
      return offers.flat().sort(byClosing);
    },
  };
}

/** The money the accord puts behind a clause: the sum of its envelopes. */
function promised(clause: Clause): MoneyFigure {
  return {
    cents:
      clause.envelopes.length === 0 ? null : clause.envelopes.reduce((sum, each) => sum + each.amount, 0),
    evidence: `/clauses/${clause.id}`,
    example: false,
  };
}

/**
 * Adds up what several instruments report. Measured and example money are never added: when any instrument reports
 * measured money, example money of the others is left out.
 */
export function sumStatuses(promised: MoneyFigure, statuses: readonly InstrumentStatus[]): ClauseStatus {
  const figure = (name: keyof InstrumentStatus["money"]) =>
    sumFigures(statuses.map((status) => status.money[name]));
  return {
    money: {
      promised,
      committed: figure("committed"),
      decided: figure("decided"),
      paid: figure("paid"),
      settled: figure("settled"),
    },
    lastDecision: statuses.map((status) => status.lastDecision).reduce(newest, null),
    risks: statuses.flatMap((status) => status.risks),
  };
}

function sumFigures(figures: readonly MoneyFigure[]): MoneyFigure {
  const known = figures.filter((figure) => figure.cents !== null);
  const measured = known.filter((figure) => !figure.example);
  const counted = measured.length > 0 ? measured : known;
  if (counted.length === 0) return { cents: null, evidence: null, example: false };
  return {
    cents: counted.reduce((sum, figure) => sum + (figure.cents ?? 0), 0),
    evidence: counted.find((figure) => figure.evidence !== null)?.evidence ?? null,
    example: measured.length === 0,
  };
}

/** The later of two decisions; one that is not an example always goes before one that is. */
function newest(one: DecisionLine | null, other: DecisionLine | null): DecisionLine | null {
  if (one === null || other === null) return one ?? other;
  if (one.example !== other.example) return one.example ? other : one;
  return one.at >= other.at ? one : other;
}

function byClosing(one: Opportunity, other: Opportunity): number {
  const moment = (offer: Opportunity) =>
    offer.closes === null ? Number.POSITIVE_INFINITY : Date.parse(offer.closes);
  const [first, second] = [moment(one), moment(other)];
  if (first !== second) return first < second ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
