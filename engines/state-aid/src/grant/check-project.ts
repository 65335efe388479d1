import { isDate } from "../model/calendar.js";
import { StateAidInputError } from "../model/common.js";
import { WHOLE } from "../model/exact.js";
import type { AidProject } from "./project.js";

function unique(ids: readonly string[], what: string): ReadonlySet<string> {
  const set = new Set(ids);
  if (set.size < ids.length) {
    const twice = ids.find((id, at) => ids.indexOf(id) !== at);
    throw new StateAidInputError(`${what} "${twice}" stands twice in the project.`);
  }
  return set;
}

function amount(cents: number, what: string): void {
  if (!Number.isSafeInteger(cents) || cents < 0)
    throw new StateAidInputError(`${what} must be whole cents of zero or more, not ${cents}.`);
}

/** @throws StateAidInputError that names the first thing in a project that cannot be used */
export function checkProject(project: AidProject): void {
  for (const day of [project.grantingDay, project.appliedOn, project.startOfWorks])
    if (day !== undefined && !isDate(day))
      throw new StateAidInputError(`"${day}" is not a day (YYYY-MM-DD).`);
  const participants = unique(
    project.participants.map(({ id }) => id),
    "The participant",
  );
  const packages = unique(
    project.workPackages.map(({ id }) => id),
    "The work package",
  );
  for (const cost of project.costs) {
    amount(cost.cents, `A cost of "${cost.participant}" in "${cost.workPackage}"`);
    if (!participants.has(cost.participant))
      throw new StateAidInputError(`A cost names the unknown participant "${cost.participant}".`);
    if (!packages.has(cost.workPackage))
      throw new StateAidInputError(`A cost names the unknown work package "${cost.workPackage}".`);
  }
  for (const each of project.funding ?? []) {
    amount(each.cents, `The funding by "${each.source}"`);
    if (!participants.has(each.participant))
      throw new StateAidInputError(
        `The funding by "${each.source}" names the unknown "${each.participant}".`,
      );
    if (each.workPackage !== undefined && !packages.has(each.workPackage))
      throw new StateAidInputError(
        `The funding by "${each.source}" names the unknown "${each.workPackage}".`,
      );
  }
  const flat = project.overheads?.method === "flat-rate" ? project.overheads.rate : undefined;
  for (const rate of [project.limits?.rate, flat])
    if (rate !== undefined && (!Number.isInteger(rate) || rate < 0 || rate > WHOLE))
      throw new StateAidInputError(`A rate must be from 0 to 10,000 basis points, not ${rate}.`);
}
