/** From grant to settlement: advances, plan against actual, the grant on real costs. */
export * from "./advances.js";
export * from "./grounds.js";
export { basisPoints, type Fraction } from "./model/exact.js";
export * from "./model/line.js";
export * from "./plan-against-actual.js";
export * from "./regime.js";
export * from "./settle.js";
