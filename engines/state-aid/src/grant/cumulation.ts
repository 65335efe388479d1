import type { Assumption, Line } from "../model/common.js";
import { partOf, sumOf } from "../model/exact.js";
import { euro, fill } from "../model/words.js";
import { type CellAmount, fit, grantOf, type Limited } from "./amounts.js";
import { isGber } from "./cells.js";
import type { AidProject, Funding } from "./project.js";
import { GRANT_TEXTS } from "./texts.js";

/** Money from elsewhere for some costs, in cents: what counts as aid, and Union money with a rate of its own. */
interface Elsewhere {
  readonly aid: number;
  readonly union: number;
}

function isUnion(funding: Funding): boolean {
  return funding.kind === "union" && funding.allowed !== undefined;
}

function elsewhere(fundings: readonly Funding[]): Elsewhere {
  return {
    aid: sumOf(fundings.filter((each) => !isUnion(each)).map(({ cents }) => cents)),
    union: sumOf(fundings.filter(isUnion).map(({ cents }) => cents)),
  };
}

/** The most public money for some cells: by the articles, or by the most favourable rate of Union law (8(2)). */
function ceilings(amounts: readonly CellAmount[], fundings: readonly Funding[]): Elsewhere {
  const allowed = Math.max(0, ...fundings.filter(isUnion).map((each) => each.allowed!));
  return {
    aid: sumOf(amounts.map(({ maximum }) => maximum)),
    union: sumOf(amounts.map(({ cell, maximum }) => Math.max(maximum, partOf(cell.eligible, allowed)))),
  };
}

/** What the grant for some cells may be at most beside the money from elsewhere. */
function roomBeside(ceiling: Elsewhere, other: Elsewhere): number {
  const asAid = ceiling.aid - other.aid;
  return other.union === 0 ? asAid : Math.min(asAid, ceiling.union - other.aid - other.union);
}

/**
 * Lowers the aid so that all public money for the same costs stays within the highest rate (Art. 8(3) to 8(5)), or,
 * with Union money, within the most favourable rate of Union law (8(2)). Private money takes nothing off.
 */
export function cumulate(
  project: AidProject,
  before: readonly CellAmount[],
): Limited & { readonly assumptions: readonly Assumption[] } {
  const fundings = (project.funding ?? []).filter(({ kind, cents }) => kind !== "private" && cents > 0);
  let amounts = before;
  const lines: Line[] = [];
  const limit = (
    place: { participant: string; workPackage?: string },
    concerns: (amount: CellAmount) => boolean,
    room: number,
    other: Elsewhere,
  ) => {
    const now = grantOf(amounts, concerns);
    if (now === 0) return;
    const gber = amounts.some((amount) => concerns(amount) && isGber(amount.cell.rule));
    const article = gber ? (other.union > 0 ? "GBER Art. 8(2), 8(3)" : "GBER Art. 8(3), 8(5)") : null;
    amounts = fit(amounts, concerns, room, { by: "cumulation", article });
    const off = now - grantOf(amounts, concerns);
    lines.push({
      step: "cumulation",
      ...place,
      text: fill(off === 0 ? GRANT_TEXTS.cumulationFits : GRANT_TEXTS.cumulation, {
        other: euro(other.aid + other.union),
        off: euro(off),
      }),
      article,
      mark: gber ? "K" : null,
      result: { unit: "cents", value: off === 0 ? 0 : -off },
    });
  };
  for (const participant of project.participants) {
    const own = fundings.filter((each) => each.participant === participant.id);
    if (own.length === 0) continue;
    const isOwn = ({ cell }: CellAmount) => cell.participant.id === participant.id;
    // Money for one package beyond that package's own ceiling takes nothing off the others.
    const general = elsewhere(own.filter(({ workPackage }) => workPackage === undefined));
    let clipped: Elsewhere = general;
    for (const { id } of project.workPackages) {
      const here = own.filter(({ workPackage }) => workPackage === id);
      if (here.length === 0) continue;
      const concerns = (amount: CellAmount) => isOwn(amount) && amount.cell.workPackage.id === id;
      const other = elsewhere(here);
      const ceiling = ceilings(amounts.filter(concerns), here);
      limit({ participant: participant.id, workPackage: id }, concerns, roomBeside(ceiling, other), other);
      const aid = Math.min(other.aid, ceiling.aid);
      clipped = { aid: clipped.aid + aid, union: clipped.union + Math.min(other.union, ceiling.union - aid) };
    }
    if (general.aid + general.union === 0) continue;
    const room = roomBeside(ceilings(amounts.filter(isOwn), own), clipped);
    limit({ participant: participant.id }, isOwn, room, elsewhere(own));
  }
  return {
    amounts,
    lines,
    assumptions: fundings
      .filter((each) => each.kind === "union" && each.allowed === undefined)
      .map((each) => ({
        id: `union-${each.source}`,
        covers: each.source,
        text: fill(GRANT_TEXTS.unionUnknown, { source: each.source }),
      })),
  };
}
