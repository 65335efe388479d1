/** `at-most-one`: of these applications at most one is awarded, such as members of one consortium. */
import type { AtMostOne } from "../model/round.js";
import { pointer } from "../reading/issues.js";
import { listApplications } from "../words/application-name.js";
import type { ConstraintKind } from "./kind.js";

export const atMostOne: ConstraintKind<AtMostOne> = {
  read(fields, path, checker, names) {
    const at = pointer(path, "applications");
    const list = checker.array(fields.applications, at);
    if (list === null) return null;
    const ids = list.map((value, index) => {
      const id = checker.name(value, pointer(at, index));
      if (id === null || names.applications === null || names.applications.has(id)) return id;
      return checker.note(pointer(at, index), `unknown application "${id}"`, "the id of an application");
    });
    if (ids.includes(null)) return null;
    return { kind: "at-most-one", applications: [...new Set(ids as string[])].sort() };
  },

  compile(constraint, index, rows) {
    rows.add({
      id: `exclusive/${index}`,
      terms: [{ vector: rows.awarded(constraint.applications), weight: 1n }],
      rhs: 1n,
      gauge: null,
      source: { constraint: index, side: null },
      walkable: true,
    });
  },

  describe(constraint, _side, round, language) {
    const names = listApplications(round, constraint.applications, language);
    return language === "nl"
      ? `van de aanvragen ${names} wordt er hoogstens één gehonoreerd`
      : `at most one of the applications ${names} is awarded`;
  },
};
