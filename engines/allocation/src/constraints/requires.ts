/** `requires`: an application is awarded only if another one is. */
import type { Requires } from "../model/round.js";
import { pointer } from "../reading/issues.js";
import { applicationName } from "../words/application-name.js";
import type { ConstraintKind } from "./kind.js";

export const requires: ConstraintKind<Requires> = {
  read(fields, path, checker, names) {
    const [application, needs] = ["application", "needs"].map((field) => {
      const at = pointer(path, field);
      const id = checker.name(fields[field], at);
      if (id === null || names.applications === null || names.applications.has(id)) return id;
      return checker.note(at, `unknown application "${id}"`, "the id of an application");
    });
    if (!application || !needs) return null;
    if (application === needs)
      return checker.note(pointer(path, "needs"), `"${needs}" needs itself`, "another one");
    return { kind: "requires", application, needs };
  },

  compile(constraint, index, rows) {
    rows.add({
      id: `requires/${index}`,
      terms: [
        { vector: rows.awarded([constraint.application]), weight: 1n },
        { vector: rows.awarded([constraint.needs]), weight: -1n },
      ],
      rhs: 0n,
      gauge: null,
      source: { constraint: index, side: null },
      walkable: true,
    });
  },

  describe(constraint, _side, round, language) {
    const [application, needs] = [constraint.application, constraint.needs].map((id) =>
      applicationName(round, id),
    );
    return language === "nl"
      ? `aanvraag ${application} wordt alleen gehonoreerd samen met aanvraag ${needs}`
      : `application ${application} is awarded only together with application ${needs}`;
  },
};
