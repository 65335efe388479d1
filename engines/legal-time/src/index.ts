/** Periods of Dutch administrative law, and interest. */
export * from "./awb/decision-term.js";
export * from "./awb/late-penalty.js";
export * from "./awb/limits.js";
export * from "./awb/objection.js";
export * from "./awb/suspension.js";
export * from "./calendar/amsterdam.js";
export * from "./calendar/day.js";
export * from "./calendar/easter.js";
export * from "./calendar/holidays.js";
export * from "./interest/debt.js";
export * from "./interest/rates.js";
export * from "./interest/statutory-interest.js";
export * from "./term.js";
export * from "./text.js";
