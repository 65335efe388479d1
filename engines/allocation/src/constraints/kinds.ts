/** The record of all kinds of constraint: a kind of the model that is missing here is a type error. */
import type { Constraint } from "../model/round.js";
import { amount } from "./amount.js";
import { atMostOne } from "./at-most-one.js";
import { count } from "./count.js";
import type { ConstraintKind } from "./kind.js";
import { requires } from "./requires.js";
import { share } from "./share.js";

type Kinds = { readonly [K in Constraint["kind"]]: ConstraintKind<Extract<Constraint, { kind: K }>> };

const KINDS: Kinds = { share, amount, count, "at-most-one": atMostOne, requires };

/** The fields each kind may have, for messages and for refusing others. */
export const FIELDS: { readonly [K in Constraint["kind"]]: readonly string[] } = {
  share: ["kind", "tag", "value", "min", "max", "of", "budget"],
  amount: ["kind", "tag", "value", "min", "max", "budget"],
  count: ["kind", "tag", "value", "min", "max"],
  "at-most-one": ["kind", "applications"],
  requires: ["kind", "application", "needs"],
};

/** The names of all kinds. */
export const KIND_NAMES = Object.keys(KINDS) as readonly Constraint["kind"][];

/** The reader, compiler and describer of one kind. */
export function kindOf<C extends Constraint>(kind: C["kind"]): ConstraintKind<C> {
  // The record is indexed by the same kind as the constraint has; TypeScript cannot follow that through a union.
  return KINDS[kind] as unknown as ConstraintKind<C>;
}
