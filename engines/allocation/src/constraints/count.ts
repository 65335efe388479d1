/** `count`: the number of awarded applications of one tag value is at least or at most so many. */
import type { CountLimit } from "../model/round.js";
import { formatNumber, groupName } from "../words/phrases.js";
import { readBounds, readGroup } from "./bounds.js";
import { addFixedSides } from "./fixed-sides.js";
import type { ConstraintKind } from "./kind.js";

export const count: ConstraintKind<CountLimit> = {
  read(fields, path, checker) {
    const group = readGroup(fields, path, checker);
    const readValue = (value: unknown, at: string) => checker.whole(value, at, 0);
    const bounds = readBounds(fields, path, checker, readValue, (a, b) => a > b);
    return group && bounds ? { kind: "count", ...group, ...bounds } : null;
  },

  compile(limit, index, rows) {
    const vector = rows.counts(limit);
    addFixedSides(rows, vector, index, limit);
  },

  describe(limit, side, _round, language, titles) {
    const group = groupName(limit, language, titles);
    const number = (side === "min" ? limit.min : limit.max) ?? 0;
    const figure = formatNumber(number, language);
    if (language === "nl") {
      const verb = number === 1 ? "wordt" : "worden";
      const noun = number === 1 ? "aanvraag" : "aanvragen";
      return `van ${group} ${verb} ${side === "min" ? "minstens" : "hoogstens"} ${figure} ${noun} gehonoreerd`;
    }
    const rest = number === 1 ? "application is awarded" : "applications are awarded";
    return `of ${group}, ${side === "min" ? "at least" : "at most"} ${figure} ${rest}`;
  },
};
