/**
 * The exact search from program to certificate: the linear program of the whole, small cores that grow and give good
 * solutions, and at last a branching tree over all that the root could not decide.
 */
import { CertificateWriter, type ScaledVector, scaledVector } from "./certificate.js";
import type { Solved, SolveOptions } from "./contract.js";
import { strengthen } from "./cuts/strengthen.js";
import { type Improvable, Improver } from "./improver.js";
import { buildModel, type Model } from "./model.js";
import { type Prepared, prepare } from "./prepared.js";
import { assertProgram, granularity, type IntegerProgram, isFeasible, scoreOf } from "./program.js";
import { Root } from "./root.js";
import { Search, type SearchSettings } from "./search.js";
import { isTooLarge, shortened, strongestClaim } from "./settle.js";
import type { Tree } from "./tree.js";

/** Groups in the cores searched first, for good solutions. */
const CORES = [40, 80, 160] as const;

/** Nodes for each of them. */
const CORE_NODES = 3_000;

/** With no more groups undecided than this, the last search finds the best solution soon enough by itself. */
const EASY = 300;

/** What is not proven after so many nodes is not easy, however few groups there are. */
const HARD_NODES = 100_000;

/** Neighbourhoods searched in a row without a better solution before the last search begins. */
const NEIGHBOURHOODS = 300;

/** Nodes in which the last search shows whether it needs cuts: what is easy is quicker without. */
const FIRST_TURN_NODES = 3_000;

/** From then on the two take turns: so many nodes of the last search, so many neighbourhoods without effect. */
const TURN_NODES = 10_000;
const TURN_NEIGHBOURHOODS = 60;

/** What a stopped search may spend on its certificate, as a part of its limit. */
const SETTLING_PART = 0.1;

/** Bytes of JSON that the tree of a stopped search may take. */
const MOST_BYTES = 4_000_000;

/** Nodes that may be settled by a search that was stopped without a limit of its own. */
const MOST_SETTLED = 100_000;

/**
 * The last search starts again when a better solution leaves at most this part of the groups undecided, as long as
 * there is no more than so many nodes to do again.
 */
const RESTART = 0.9;
const RESTART_NODES = 20_000;

/**
 * Finds a best solution and proves it.
 *
 * @throws {RangeError} when the program is not as `IntegerProgram` says
 */
export function solve(program: IntegerProgram, options: SolveOptions = {}): Solved {
  assertProgram(program);
  return solvePrepared(prepare(program), options);
}

/** `solve` for a program that is prepared already, for instance to solve it again with other states open. */
export function solvePrepared(prepared: Prepared, options: SolveOptions = {}): Solved {
  return new Solving(prepared, options).run();
}

class Solving {
  readonly #options: SolveOptions;
  readonly #prepared: Prepared;
  readonly #granularity: number;
  /** The root without cuts: good solutions are looked for with few rows. */
  readonly #plain: Root;
  /** The root that the proof rests on: with cuts, where they pay, over the states that the other left open. */
  #root: Root;
  readonly #writer: CertificateWriter;
  readonly #deadline: number;
  #best: Uint8Array | null = null;
  #value = Number.NEGATIVE_INFINITY;
  #nodes = 0;
  #undecided = Number.POSITIVE_INFINITY;
  #isCut = false;
  #cancelled = false;
  readonly #improver = new Improver(this.#improvable);

  constructor(prepared: Prepared, options: SolveOptions) {
    const { program } = prepared;
    this.#options = options;
    this.#deadline = (options.now?.() ?? 0) + (options.timeLimit ?? Number.POSITIVE_INFINITY);
    this.#granularity = granularity(program);
    if (options.target !== undefined) this.#value = options.target - this.#granularity;
    else if (options.start !== undefined && isFeasible(program, options.start))
      this.#take(options.start.slice(), scoreOf(program, options.start));
    this.#prepared = prepared;
    this.#plain = new Root(prepared, this.#granularity, options.open);
    this.#root = this.#plain;
    options.onRoot?.(this.#rootVector());
    this.#writer = new CertificateWriter(this.#prepared);
  }

  run(): Solved {
    if (this.#options.enough !== true) this.#start();
    if (this.#options.cuts === "always") this.#cut();
    for (;;) {
      if (this.#hasEnough) return this.#atRoot("enough", this.#above(this.#root.bound));
      if (this.#isClosed) return this.#atRoot(...this.#ended);
      if (this.#isOver()) return this.#atRoot("limit", this.#above(this.#root.bound));
      const solved = this.#prove();
      if (solved !== null) return solved;
    }
  }

  /** Good selections from cores and neighbourhoods. */
  #start(): void {
    for (const size of CORES) if (this.#isOpen()) this.#searchCore(size);
    if (this.#undecided > EASY) this.#improver.improve(NEIGHBOURHOODS);
  }

  /** Whether a selection is known where the first is enough. */
  get #hasEnough(): boolean {
    return this.#best !== null && this.#options.enough === true;
  }

  /** How a search that left nothing open has ended, and its target. */
  get #ended(): [status: Solved["status"], target: number | null] {
    if (this.#best !== null) return ["optimal", this.#cutoff];
    return this.#options.target === undefined ? ["infeasible", null] : ["none", this.#options.target];
  }

  /** The least value a better solution can have. */
  get #cutoff(): number {
    return this.#value + this.#granularity;
  }

  /** The least value of a solution that is above a bound. */
  #above(bound: number): number {
    return (Math.floor(bound / this.#granularity) + 1) * this.#granularity;
  }

  #take(chosen: Uint8Array, value: number): void {
    this.#best = chosen;
    this.#value = value;
  }

  /** Says when a stopped search has spent enough on what its tree proves: a part of its limit beside it. */
  #settlingLimit(): () => boolean {
    const { now, timeLimit, nodeLimit } = this.#options;
    if (now !== undefined && timeLimit !== undefined) {
      const end = now() + SETTLING_PART * timeLimit;
      return () => now() >= end;
    }
    let left = SETTLING_PART * (nodeLimit ?? MOST_SETTLED);
    return () => {
      left -= 1;
      return left < 0;
    };
  }

  #isOver(): boolean {
    return this.#cancelled || this.#hasEnough || (this.#options.now?.() ?? 0) >= this.#deadline;
  }

  /** Whether the root excludes every better solution. */
  get #isClosed(): boolean {
    return this.#root.vector.ray || this.#root.bound < this.#cutoff;
  }

  /** Whether the root leaves room for a better solution, and there is time to find it. */
  #isOpen(): boolean {
    return !this.#isClosed && !this.#isOver();
  }

  /** Strengthens the root by cuts where that pays. True when it did so. Tried once. */
  #cut(): boolean {
    const { cuts = "auto" } = this.#options;
    if (cuts === "never" || this.#isCut || !this.#isOpen()) return false;
    this.#isCut = true;
    const open = this.#plain.openStates(this.#cutoff);
    const strengthened = strengthen(this.#prepared, open, this.#granularity, this.#value, cuts === "always");
    if (strengthened !== null) this.#root = new Root(strengthened, this.#granularity, open);
    return strengthened !== null;
  }

  /** The model of the `size` groups that a root is least sure of. */
  #core(root: Root, size: number): Model {
    const { open, undecided } = root.core(root.openStates(this.#cutoff), size);
    this.#undecided = undecided;
    return buildModel(root.model.prepared, open, this.#granularity);
  }

  #searchCore(size: number): void {
    // Once the core is all there is, the last search does the same and proves it.
    if (this.#undecided <= size / 2) return;
    this.#search(this.#core(this.#plain, size), this.#notProven, ({ nodes }) => nodes >= CORE_NODES).run();
  }

  /** What improving works on. */
  get #improvable(): Improvable {
    const bestOf = () => this.#best;
    return {
      get best() {
        return bestOf();
      },
      isOpen: () => this.#isOpen(),
      core: (size) => this.#core(this.#plain, size),
      search: (model, most, closed) => {
        this.#search(model, this.#notProven, ({ nodes }) => nodes >= most, closed).run();
      },
    };
  }

  /** What a search of part of the states proves holds for that part only. */
  readonly #notProven = () => this.#root.bound;

  #search(
    model: Model,
    boundOf: (search: Search) => number,
    stop: (search: Search) => boolean,
    closed?: Int32Array,
  ): Search {
    let counted = 0;
    const settings: SearchSettings = {
      granularity: this.#granularity,
      incumbent: this.#value,
      order: this.#options.enough === true ? "deepest" : "highest",
      onSolution: (chosen, value) => {
        this.#take(chosen, value);
        this.#options.onSolution?.(columnsOf(chosen));
      },
      stop: (search) => {
        this.#nodes += search.nodes - counted;
        counted = search.nodes;
        this.#report(boundOf(search));
        return stop(search) || this.#isOver();
      },
    };
    return new Search(model, settings, closed);
  }

  #report(bound: number): void {
    const going = this.#options.onProgress?.({
      value: this.#best === null ? null : this.#value,
      bound,
      nodes: this.#nodes,
      undecided: this.#undecided,
    });
    if (going === false) this.#cancelled = true;
  }

  /**
   * The last search: over every state that the root left open. Null when starting again is quicker, because the root
   * got cuts, or a better solution leaves much less open.
   */
  #prove(): Solved | null {
    const root = this.#root;
    const model = this.#core(root, Number.POSITIVE_INFINITY);
    const { nodeLimit: limit = Number.POSITIVE_INFINITY, mostBytes = MOST_BYTES } = this.#options;
    const undecided = this.#undecided;
    let known = this.#value;
    let isSmaller = false;
    let turn = FIRST_TURN_NODES;
    const search = this.#search(
      model,
      ({ bound }) => Math.min(bound, root.bound),
      ({ nodes }) => {
        if (this.#value > known && nodes <= RESTART_NODES) {
          known = this.#value;
          isSmaller = root.count(root.openStates(this.#cutoff)) <= RESTART * undecided;
        }
        return isSmaller || nodes >= Math.min(turn, limit) || isTooLarge(search, mostBytes);
      },
    );
    while (!search.run()) {
      if (isSmaller || search.nodes >= limit || this.#isOver()) break;
      if (isTooLarge(search, mostBytes)) {
        // The rest of the time is for better solutions; without a clock there is no such rest.
        this.#improver.improve(
          Number.isFinite(this.#deadline) ? Number.POSITIVE_INFINITY : TURN_NEIGHBOURHOODS,
        );
        break;
      }
      if (this.#cut()) return null;
      turn += TURN_NODES;
      if (undecided > EASY || search.nodes >= HARD_NODES) this.#improver.improve(TURN_NEIGHBOURHOODS);
      search.incumbent = this.#value;
    }
    if (search.open.size === 0) return this.#byTree(...this.#ended, search, shortened(search, mostBytes));
    if (this.#hasEnough) return null;
    if (isSmaller && !this.#isOver()) return null;
    if (this.#options.enough === true) return this.#atRoot("limit", this.#above(root.bound));
    const claim = strongestClaim(search, {
      lowest: this.#above(search.bound),
      highest: this.#above(root.bound),
      granularity: this.#granularity,
      mostBytes,
      isOver: this.#settlingLimit(),
    });
    if (claim === null) return this.#atRoot("limit", this.#above(root.bound));
    return this.#byTree("limit", claim.target, search, claim.tree);
  }

  #byTree(status: Solved["status"], target: number | null, search: Search, tree: Tree): Solved {
    if (target !== null) for (const root of this.#roots) this.#writeClosing(root);
    this.#writer.tree(search.model, tree, search.position.pool.cited);
    return this.#solved(status, target);
  }

  /** In the order in which they close states. */
  get #roots(): Root[] {
    return this.#root === this.#plain ? [this.#plain] : [this.#plain, this.#root];
  }

  #writeClosing({ model, vector }: Root): void {
    this.#writer.close(this.#writer.vector(model, vector));
  }

  /** The root's vector proves all there is to prove. */
  #atRoot(status: Solved["status"], target: number | null): Solved {
    if (target !== null) for (const root of this.#roots) if (root !== this.#root) this.#writeClosing(root);
    this.#writer.leaf(this.#writer.vector(this.#root.model, this.#root.vector));
    return this.#solved(status, target);
  }

  #rootVector(): ScaledVector {
    const { model, vector } = this.#plain;
    return scaledVector(model, vector);
  }

  #solved(status: Solved["status"], target: number | null): Solved {
    return {
      status,
      columns: this.#best === null ? null : columnsOf(this.#best),
      value: this.#best === null ? null : this.#value,
      bound: target === null ? null : target - this.#granularity,
      certificate: this.#writer.finish(target),
      root: this.#rootVector(),
      nodes: this.#nodes,
    };
  }
}

/** The chosen columns, ascending. */
function columnsOf(chosen: Uint8Array): Int32Array {
  return Int32Array.from(chosen.keys()).filter((column) => chosen[column] !== 0);
}
