import { WHOLE } from "../model/exact.js";
import type { Ownership, Party } from "./enterprise.js";
import { mayStayInvestor, PARTNER_FROM } from "./partners.js";

function isPublic(party: Party): boolean {
  return party.kind === "public-body" || (party.kind === "small-municipality" && !mayStayInvestor(party));
}

/**
 * The share of the applicant that public bodies control, alone or together, directly or through enterprises they
 * have the majority in, in basis points (Annex I, Art. 3(4)); the owners of Art. 3(2) do not count.
 */
export function publicShare(ownership: Ownership): number {
  const controlled = new Set(ownership.parties.filter(isPublic).map(({ id }) => id));
  const kinds = new Map(ownership.parties.map((party) => [party.id, party]));
  for (let grew = true; grew; ) {
    grew = false;
    const votes = new Map<string, number>();
    for (const holding of ownership.holdings)
      if (controlled.has(holding.owner))
        votes.set(
          holding.in,
          (votes.get(holding.in) ?? 0) + (holding.control === undefined ? holding.votes : WHOLE),
        );
    for (const [id, held] of votes)
      if (held > WHOLE / 2 && !controlled.has(id) && kinds.get(id)!.kind === "enterprise") {
        controlled.add(id);
        grew = true;
      }
  }
  const sum = { capital: 0, votes: 0 };
  for (const holding of ownership.holdings)
    if (holding.in === ownership.subject && controlled.has(holding.owner)) {
      sum.capital += holding.capital;
      sum.votes += holding.control === undefined ? holding.votes : WHOLE;
    }
  return Math.min(WHOLE, Math.max(sum.capital, sum.votes));
}

/** Whether public ownership takes the status of SME away. */
export function publiclyOwned(share: number): boolean {
  return share >= PARTNER_FROM;
}
