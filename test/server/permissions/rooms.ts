/** The rooms with routes that are about one thing; each is tried with every kind of person. */
import type { Room } from "./fixture.js";
import { rounds, trialRounds } from "./rounds.js";

export const rooms: readonly Room[] = [rounds, trialRounds];
