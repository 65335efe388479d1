import { isDate } from "../model/calendar.js";
import { StateAidInputError } from "../model/common.js";
import { WHOLE } from "../model/exact.js";
import type { Ownership, Party, Period } from "./enterprise.js";

function whole(value: number, what: string): void {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new StateAidInputError(`${what} must be a whole number of zero or more, not ${value}.`);
}

function checkPeriod(party: Party, period: Period): void {
  const where = `The period of "${party.id}" that ends on ${period.endsOn}`;
  if (!isDate(period.endsOn)) throw new StateAidInputError(`${where} has no valid date (YYYY-MM-DD).`);
  whole(period.headcount, `${where}: headcount`);
  whole(period.turnover, `${where}: turnover`);
  whole(period.balance, `${where}: balance`);
}

/**
 * Checks that a graph can be read: ids known and unique, shares from 0 to 10,000, no holding in itself.
 *
 * @throws StateAidInputError that names the first thing that is wrong
 */
export function checkOwnership(ownership: Ownership): void {
  const ids = new Set<string>();
  for (const party of ownership.parties) {
    if (ids.has(party.id)) throw new StateAidInputError(`"${party.id}" stands twice among the parties.`);
    ids.add(party.id);
    const ends = (party.periods ?? []).map((period) => {
      checkPeriod(party, period);
      return period.endsOn;
    });
    if (new Set(ends).size < ends.length)
      throw new StateAidInputError(`"${party.id}" has two periods that end on the same day.`);
  }
  const subject = ownership.parties.find((party) => party.id === ownership.subject);
  if (subject === undefined || subject.kind !== "enterprise")
    throw new StateAidInputError(`The applicant "${ownership.subject}" must be one of the enterprises.`);
  if ((subject.periods ?? []).length === 0)
    throw new StateAidInputError(
      `The applicant "${ownership.subject}" needs the figures of at least one period.`,
    );
  for (const holding of ownership.holdings) {
    const where = `The holding of "${holding.owner}" in "${holding.in}"`;
    if (!ids.has(holding.owner) || !ids.has(holding.in))
      throw new StateAidInputError(`${where} names a party that is not in the list.`);
    if (holding.owner === holding.in)
      throw new StateAidInputError(`${where}: nobody holds a share in itself.`);
    for (const share of [holding.capital, holding.votes])
      if (!Number.isInteger(share) || share < 0 || share > WHOLE)
        throw new StateAidInputError(`${where} must be from 0 to 10,000 basis points, not ${share}.`);
  }
}
