/** Nodes still to be searched, in an order. */
import type { Basis } from "./vertex.js";

/** An open node, with the vertex of its parent to start from. */
export interface OpenNode {
  readonly node: number;
  /** Bound of its parent. */
  readonly bound: number;
  readonly basis: Basis;
}

/** A binary heap. */
export class OpenNodes {
  readonly #heap: OpenNode[] = [];
  readonly #comesBefore: (a: OpenNode, b: OpenNode) => boolean;

  /** @param comesBefore a strict order in which no two nodes are equal */
  constructor(comesBefore: (a: OpenNode, b: OpenNode) => boolean) {
    this.#comesBefore = comesBefore;
  }

  get size(): number {
    return this.#heap.length;
  }

  /** The highest bound; -Infinity when nothing is open. */
  get highest(): number {
    if (this.#comesBefore === isHigher) return this.#heap[0]?.bound ?? Number.NEGATIVE_INFINITY;
    return this.#heap.reduce((most, { bound }) => Math.max(most, bound), Number.NEGATIVE_INFINITY);
  }

  push(item: OpenNode): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(item);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#comesBefore(item, heap[parent]!)) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = item;
  }

  pop(): OpenNode | undefined {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined || heap.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && this.#comesBefore(heap[child + 1]!, heap[child]!)) child++;
      if (!this.#comesBefore(heap[child]!, last)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
    return top;
  }
}

/** The highest bound first; among equals the node made last. */
export function isHigher(a: OpenNode, b: OpenNode): boolean {
  return a.bound !== b.bound ? a.bound > b.bound : a.node > b.node;
}

/** The node made last first. */
export function isDeeper(a: OpenNode, b: OpenNode): boolean {
  return a.node > b.node;
}
