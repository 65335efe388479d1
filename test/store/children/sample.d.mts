import type { NewDecisionRecord, NewRoundRecord } from "@voorsprong/instruments/fund/store";

/** A round of `size` applications. */
export function sampleRound(name: string, size: number): NewRoundRecord;

/** A decision on it that awards every third application; the other rule would award every second. */
export function sampleDecision(round: NewRoundRecord): NewDecisionRecord;
