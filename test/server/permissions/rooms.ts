/** The rooms with routes that are about one thing; each is tried with every kind of person. */
import { access } from "./access.js";
import { applications } from "./applications.js";
import { calls } from "./calls.js";
import { decisions } from "./decisions.js";
import { archives, imports, reports } from "./exchange.js";
import type { Room } from "./fixture.js";
import { grants } from "./grants.js";
import { reviews } from "./reviews.js";
import { rounds, trialRounds } from "./rounds.js";

export const rooms: readonly Room[] = [
  access,
  applications,
  archives,
  calls,
  decisions,
  grants,
  imports,
  reports,
  reviews,
  rounds,
  trialRounds,
];
