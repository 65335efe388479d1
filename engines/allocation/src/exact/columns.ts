/** Columns of the program within the states of a model. */
import { groupOfCode, type Model, stateOf } from "./model.js";

/** All state codes of a group, the origin first. */
export function* codesOf(model: Model, group: number): Generator<number> {
  yield -1 - group;
  for (let entry = model.entryStarts[group]!; entry < model.entryStarts[group + 1]!; entry++) yield entry;
}

/** Whether a state has the column at 1. */
export function stateHas(model: Model, code: number, column: number): boolean {
  const { columnStarts, columns } = model.prepared.groups;
  const state = stateOf(model, code);
  for (let at = columnStarts[state]!; at < columnStarts[state + 1]!; at++)
    if (columns[at] === column) return true;
  return false;
}

/** A column that is at 1 in exactly one of two states of a group. */
export function columnBetween(model: Model, one: number, other: number): number {
  const { columnStarts, columns } = model.prepared.groups;
  const lacking = (a: number, b: number): number => {
    const state = stateOf(model, a);
    for (let at = columnStarts[state]!; at < columnStarts[state + 1]!; at++)
      if (!stateHas(model, b, columns[at]!)) return columns[at]!;
    return -1;
  };
  const column = lacking(one, other);
  return column >= 0 ? column : lacking(other, one);
}

/** Codes of a group's states in which a column has a value. */
export function codesWith(model: Model, group: number, column: number, value: 0 | 1): number[] {
  return [...codesOf(model, group)].filter((code) => stateHas(model, code, column) === (value === 1));
}

/** Model group of every column that an open state of the model holds; -1 for the others. */
export function groupsOfColumns(model: Model): Int32Array {
  const { columnStarts, columns } = model.prepared.groups;
  const groups = new Int32Array(model.prepared.program.scores.length).fill(-1);
  const mark = (state: number, group: number) => {
    for (let at = columnStarts[state]!; at < columnStarts[state + 1]!; at++) groups[columns[at]!] = group;
  };
  model.originStates.forEach(mark);
  model.entryStates.forEach((state, entry) => {
    mark(state, groupOfCode(model, entry));
  });
  return groups;
}
