/** The solver behind the rule `optimal`: HiGHS compiled to WebAssembly. */
import loadHighs, { type Highs } from "highs";

/** A loaded solver. Single-threaded and synchronous: in a page or a server it belongs in a worker. */
export type Solver = Highs;

/** Where the solver's WebAssembly file is, when the program is bundled. */
export interface SolverLocation {
  /** Address of `highs.wasm` (the package exports it as `highs/runtime`); absent: beside the solver's script. */
  readonly wasmUrl?: string;
}

/** Loads the solver; takes some 50 ms. Works in Node, in a page and in a worker. */
export function loadSolver({ wasmUrl }: SolverLocation = {}): Promise<Solver> {
  return loadHighs(wasmUrl === undefined ? {} : { locateFile: () => wasmUrl });
}
