/** Exact search over integer programs with few long rows, and the proof of its outcome. */
export type { CertificateCut, CertificateVector, ScaledVector, TreeCertificate } from "./certificate.js";
export type { Progress, Solved, SolveOptions } from "./contract.js";
export { type Groups, groupsOf } from "./groups.js";
export { type Prepared, prepare } from "./prepared.js";
export type { IntegerProgram, ProgramRow } from "./program.js";
export { solve, solvePrepared } from "./solve.js";
