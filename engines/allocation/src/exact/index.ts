/** Exact search over integer programs with few long rows, and the proof of its outcome. */
export type { CertificateVector, TreeCertificate } from "./certificate.js";
export type { IntegerProgram, ProgramRow } from "./program.js";
export { type Progress, type Solved, type SolveOptions, solve } from "./solve.js";
