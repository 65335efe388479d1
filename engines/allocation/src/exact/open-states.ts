/** Which states of a model are open at a node of the tree: closed by branching, or by a vector that fixes. */
import { groupOfCode, type Model } from "./model.js";

/** Groups with a choice left, and which of their states are closed. */
export interface ActiveGroups {
  /** Groups of two states and of more: the first `binaryActive` and `largeActive` of them. */
  readonly binaries: Int32Array;
  readonly larges: Int32Array;
  readonly binaryActive: number;
  readonly largeActive: number;
  readonly closedEntry: Uint8Array;
  readonly closedOrigin: Uint8Array;
  isClosed(code: number): boolean;
}

/** The open states of all groups. */
export class OpenStates implements ActiveGroups {
  readonly model: Model;
  readonly closedEntry: Uint8Array;
  readonly closedOrigin: Uint8Array;
  /** Groups with a closed state: the first `touchedCount`. */
  readonly touched: Int32Array;
  touchedCount = 0;
  readonly #isTouched: Uint8Array;
  /** Groups with more than one open state, of two states and of more: `binaryActive` and `largeActive` of them. */
  readonly binaries: Int32Array;
  readonly larges: Int32Array;
  binaryActive = 0;
  largeActive = 0;

  constructor(model: Model) {
    this.model = model;
    this.closedEntry = new Uint8Array(model.entryCount);
    this.closedOrigin = new Uint8Array(model.groupCount);
    this.touched = new Int32Array(model.groupCount);
    this.#isTouched = new Uint8Array(model.groupCount);
    this.binaries = new Int32Array(model.binaryCount);
    this.larges = new Int32Array(model.groupCount - model.binaryCount);
    this.reset();
  }

  /** Opens every state. */
  reset(): void {
    this.closedEntry.fill(0);
    this.closedOrigin.fill(0);
    this.#isTouched.fill(0);
    this.touchedCount = 0;
    this.binaryActive = this.binaries.length;
    this.largeActive = this.larges.length;
    for (let group = 0; group < this.binaryActive; group++) this.binaries[group] = group;
    for (let at = 0; at < this.largeActive; at++) this.larges[at] = this.model.binaryCount + at;
  }

  isClosed(code: number): boolean {
    return (code >= 0 ? this.closedEntry[code]! : this.closedOrigin[-1 - code]!) !== 0;
  }

  close(code: number): void {
    if (code >= 0) this.closedEntry[code] = 1;
    else this.closedOrigin[-1 - code] = 1;
    const group = groupOfCode(this.model, code);
    if (this.#isTouched[group] !== 0) return;
    this.#isTouched[group] = 1;
    this.touched[this.touchedCount++] = group;
  }

  /** Takes groups with one open state off the active lists. */
  dropFixed(): void {
    const { entryStarts } = this.model;
    let kept = 0;
    for (let at = 0; at < this.binaryActive; at++) {
      const group = this.binaries[at]!;
      if (this.closedEntry[group] === 0 && this.closedOrigin[group] === 0) this.binaries[kept++] = group;
    }
    this.binaryActive = kept;
    kept = 0;
    for (let at = 0; at < this.largeActive; at++) {
      const group = this.larges[at]!;
      let open = 1 - this.closedOrigin[group]!;
      for (let e = entryStarts[group]!; e < entryStarts[group + 1]! && open < 2; e++)
        open += 1 - this.closedEntry[e]!;
      if (open > 1) this.larges[kept++] = group;
    }
    this.largeActive = kept;
  }

  /** The largest of `values` (origins count 0) over the open states of a group. */
  best(values: Float64Array, group: number): number {
    let most = this.closedOrigin[group] === 0 ? 0 : Number.NEGATIVE_INFINITY;
    const end = this.model.entryStarts[group + 1]!;
    for (let entry = this.model.entryStarts[group]!; entry < end; entry++)
      if (this.closedEntry[entry] === 0 && values[entry]! > most) most = values[entry]!;
    return most;
  }

  /** The open state with the largest of `values` (origins count 0). */
  bestCode(values: Float64Array, group: number): number {
    let code = -1 - group;
    let most = this.closedOrigin[group] === 0 ? 0 : Number.NEGATIVE_INFINITY;
    const end = this.model.entryStarts[group + 1]!;
    for (let entry = this.model.entryStarts[group]!; entry < end; entry++)
      if (this.closedEntry[entry] === 0 && values[entry]! > most) {
        most = values[entry]!;
        code = entry;
      }
    return code;
  }
}
