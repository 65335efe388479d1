/** Puts the instruments of a programme together: the one place that knows every kind. */

import type { Examples, PersonalData } from "@voorsprong/access";
import {
  fundRoutes,
  fundService,
  type InstrumentRegistry,
  instrumentRegistry,
  makeExampleCalls,
  type ProgrammeCalls,
} from "@voorsprong/instruments";
import type { Programme } from "@voorsprong/programme";
import type { Store } from "@voorsprong/store";
import type { FastifyPluginAsync } from "fastify";

/** The instruments of a programme on a store. */
export interface Instruments {
  readonly registry: InstrumentRegistry;
  /** The rooms that hold personal data. */
  readonly personalData: readonly PersonalData[];
  /** The HTTP routes of each kind. */
  readonly routes: readonly FastifyPluginAsync[];
  /** Takes up jobs in this process; the store's queue must have started. */
  work(): Promise<void>;
  /** Publishes the calls that the programme's files work out. */
  publishCalls(): Promise<ProgrammeCalls>;
  /**
   * Makes the examples a new store begins with; the signal stops it at the next step.
   * @param cast the example people who play the example calls; null: only rounds are made
   */
  makeExamples(signal: AbortSignal, cast: Examples | null): Promise<void>;
}

/**
 * Makes the instruments of a programme. Nothing runs before `work`.
 * @param site gives the origin of the site for links in letters; asked when one is written
 */
export function composeInstruments(programme: Programme, store: Store, site: () => string): Instruments {
  const funds = fundService({ programme, store, site });
  return {
    registry: instrumentRegistry(funds.instruments),
    personalData: funds.personalData,
    routes: [(app) => fundRoutes(app, { funds })],
    work: () => funds.work(),
    publishCalls: () => funds.publishCalls(),
    async makeExamples(signal, cast) {
      await funds.makeFirstExamples(signal);
      if (cast !== null) await makeExampleCalls({ programme, store, cast, site, signal });
    },
  };
}
