/** The rooms of the fund that have running terms. */
import type { PeriodSource } from "../../kernel/legal-period.js";
import { applicationPeriods } from "../applications/periods.js";
import { decisionPeriods } from "../decisions/periods.js";
import { grantPeriods } from "../grants/periods.js";
import { reviewPeriods } from "../reviews/periods.js";

/** Each room's terms; a room adds its own here. */
export const periodSources: readonly PeriodSource[] = [
  applicationPeriods,
  decisionPeriods,
  grantPeriods,
  reviewPeriods,
];
