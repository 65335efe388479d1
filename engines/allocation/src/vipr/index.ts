/** Proofs in the public format VIPR. */
export { CutTooLongError } from "./cuts.js";
export { NotProvenError } from "./proof-tree.js";
export { viprOf } from "./vipr-of.js";
