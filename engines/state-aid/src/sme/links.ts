import type { Holding, Ownership, Party } from "./enterprise.js";

/** The part of an ownership graph that tells who is linked. */
export type Graph = Pick<Ownership, "parties" | "holdings">;

/** More than half of the votes makes a link (Annex I, Art. 3(3)(a)). */
const HALF = 5_000;

/** Groups of ids that belong together; a cycle of links ends here because joining is idempotent. */
export class Groups {
  readonly #parent = new Map<string, string>();

  /** The name of the group an id is in. */
  of(id: string): string {
    let root = id;
    for (let up = this.#parent.get(root); up !== undefined; up = this.#parent.get(root)) root = up;
    return root;
  }

  /** Joins the groups of two ids; the name of the joined group is the smaller name, so the order does not matter. */
  join(one: string, other: string): void {
    const [a, b] = [this.of(one), this.of(other)];
    if (a === b) return;
    if (a < b) this.#parent.set(b, a);
    else this.#parent.set(a, b);
  }
}

/** Whether a holding alone gives control over the other enterprise. */
export function controls(holding: Holding): boolean {
  return holding.votes > HALF || holding.control !== undefined;
}

/** Kinds that are enterprises for Annex I: all but natural persons and public bodies. */
export function isEnterprise(party: Party): boolean {
  return (
    party.kind !== "natural-person" && party.kind !== "public-body" && party.kind !== "small-municipality"
  );
}

function joinByVotes(ownership: Graph, parties: ReadonlyMap<string, Party>, groups: Groups): boolean {
  // A group controls what its members hold a majority in together, so joining repeats until nothing changes.
  const votes = new Map<string, { owner: string; target: string; votes: number }>();
  for (const holding of ownership.holdings) {
    if (!isEnterprise(parties.get(holding.owner)!) || !isEnterprise(parties.get(holding.in)!)) continue;
    const owner = groups.of(holding.owner);
    const key = JSON.stringify([owner, holding.in]);
    const sum = votes.get(key) ?? { owner, target: holding.in, votes: 0 };
    sum.votes += holding.votes;
    votes.set(key, sum);
  }
  let changed = false;
  for (const { owner, target, votes: held } of votes.values())
    if (held > HALF && groups.of(owner) !== groups.of(target)) {
      groups.join(owner, target);
      changed = true;
    }
  return changed;
}

function joinByPersons(ownership: Graph, parties: ReadonlyMap<string, Party>, groups: Groups): void {
  const votes = new Map<string, Map<string, number>>();
  for (const holding of ownership.holdings) {
    const owner = parties.get(holding.owner)!;
    if (owner.kind !== "natural-person" || !isEnterprise(parties.get(holding.in)!)) continue;
    const together = owner.actsJointly === undefined ? `one ${owner.id}` : `jointly ${owner.actsJointly}`;
    const held = votes.get(together) ?? new Map<string, number>();
    held.set(holding.in, (held.get(holding.in) ?? 0) + (holding.control ? HALF + 1 : holding.votes));
    votes.set(together, held);
  }
  for (const held of votes.values()) {
    const controlled = [...held].filter(([, share]) => share > HALF).map(([id]) => parties.get(id)!);
    for (const [at, one] of controlled.entries())
      for (const other of controlled.slice(at + 1))
        if ((one.markets ?? []).some((market) => other.markets?.includes(market)))
          groups.join(one.id, other.id);
  }
}

/**
 * Which enterprises are linked (Annex I, Art. 3(3)): by a majority of the votes, by control, through chains, or
 * through natural persons who act jointly on the same or an adjacent market.
 *
 * @param throughPersons false for the single undertaking of de minimis (Regulation 2023/2831, Art. 2(2)), which knows
 *   links through other enterprises only
 */
export function linkedGroups(ownership: Graph, throughPersons = true): Groups {
  const parties = new Map(ownership.parties.map((party) => [party.id, party]));
  const groups = new Groups();
  for (const holding of ownership.holdings)
    if (
      controls(holding) &&
      isEnterprise(parties.get(holding.owner)!) &&
      isEnterprise(parties.get(holding.in)!)
    )
      groups.join(holding.owner, holding.in);
  if (throughPersons) joinByPersons(ownership, parties, groups);
  while (joinByVotes(ownership, parties, groups));
  return groups;
}
