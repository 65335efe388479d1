/** The size class of each organisation of an application, and what is odd about where it comes from. */
import { isDate } from "../model/calendar.js";
import {
  type Finding,
  type Localised,
  SIZE_CLASSES,
  type SizeClass,
  StateAidInputError,
} from "../model/common.js";
import { dayWords, fill } from "../model/words.js";
import type { Ownership } from "../sme/enterprise.js";
import { CEILINGS } from "../sme/figures.js";
import { type SizeResult, sizeOf } from "../sme/size-test.js";
import { SIZE_NAMES } from "../sme/words.js";
import { type AidContent, type AidOrganisation, LEAD } from "./content.js";

/** The size class of one organisation and where it comes from. */
export interface PartySize {
  /** Partner id, or `lead`. */
  readonly party: string;
  readonly size: SizeClass;
  /** The size test; null when the class was chosen and not computed. */
  readonly test: SizeResult | null;
}

const TEXTS = {
  noPeriod: {
    nl: "Vul voor {name} ten minste één boekjaar helemaal in, of gebruik de gekozen grootte.",
    en: "Fill in at least one whole period for {name}, or use the chosen size.",
  },
  noDay: {
    nl: "Een boekjaar van {name} heeft nog geen geldige laatste dag.",
    en: "A period of {name} has no valid last day yet.",
  },
  half: {
    nl: "Het boekjaar van {name} tot en met {day} is nog niet af: vul personeel, omzet en balanstotaal in, elk nul of meer.",
    en: "The period of {name} up to {day} is not finished: fill in staff, turnover and balance sheet total, each zero or more.",
  },
  twice: {
    nl: "Bij {name} eindigen twee boekjaren op {day}.",
    en: "Two periods of {name} end on {day}.",
  },
  contradiction: {
    nl: "De cijfers en aandelen die voor {name} zijn opgegeven, spreken elkaar tegen.",
    en: "The figures and holdings that were given for {name} contradict each other.",
  },
  keeps: {
    nl: "{why} Tot dan telt de gekozen grootte van {name}: {size}.",
    en: "{why} Until then the chosen size of {name} counts: {size}.",
  },
  staff: {
    nl: "{name} is opgegeven als {size}, maar met {staff} werknemers kan dat niet: het moeten er minder zijn dan {limit}.",
    en: "{name} was stated as a {size}, but with {staff} employees it cannot be: there must be fewer than {limit}.",
  },
  future: {
    nl: "Een boekjaar van {name} eindigt op {day}. Dat is nog niet voorbij; alleen een goedgekeurd boekjaar telt.",
    en: "A period of {name} ends on {day}. It is not over yet; only an approved period counts.",
  },
} as const satisfies Record<string, Localised>;

const ARTICLE = "GBER Annex I, Art. 2, 4";

/** A graph in which the organisation goes by its own name. */
export function namedOwnership(ownership: Ownership, name: string | null | undefined): Ownership {
  if (!name) return ownership;
  return {
    ...ownership,
    parties: ownership.parties.map((party) => (party.id === ownership.subject ? { ...party, name } : party)),
  };
}

const isFigure = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;

/**
 * Why a graph cannot be used for the size test yet, in words for who fills it in; null when it can.
 * @param name of the organisation whose size it is
 */
export function ownershipGap(ownership: Ownership, name: string): Localised | null {
  const named = namedOwnership(ownership, name);
  for (const party of named.parties) {
    const who = party.name || party.id;
    const ends = new Set<string>();
    for (const { endsOn, headcount, turnover, balance } of party.periods ?? []) {
      if (!isDate(endsOn)) return fill(TEXTS.noDay, { name: who });
      const values = { name: who, day: dayWords(endsOn) };
      if (![headcount, turnover, balance].every(isFigure)) return fill(TEXTS.half, values);
      if (ends.has(endsOn)) return fill(TEXTS.twice, values);
      ends.add(endsOn);
    }
  }
  const subject = named.parties.find(({ id }) => id === named.subject);
  if (subject !== undefined && (subject.periods ?? []).length === 0) return fill(TEXTS.noPeriod, { name });
  try {
    sizeOf(named);
    return null;
  } catch (error) {
    if (!(error instanceof StateAidInputError)) throw error;
    return fill(TEXTS.contradiction, { name });
  }
}

/** The organisations of an application with their ids, the one that leads first. */
export function partiesOf(content: AidContent): readonly (readonly [party: string, AidOrganisation])[] {
  return [[LEAD, content.lead ?? {}], ...(content.partners ?? []).map((each) => [each.id, each] as const)];
}

/** The name of a party; its id as long as it has none. */
export function partyName(party: string, organisation: AidOrganisation): string {
  return organisation.name || party;
}

function isSize(size: string | null | undefined): size is SizeClass {
  return (SIZE_CLASSES as readonly (string | null | undefined)[]).includes(size);
}

/** The size of a party: from its figures once they can be used, else as it was chosen. */
export function sizeOfParty(content: AidContent, party: string, organisation: AidOrganisation): PartySize {
  const ownership = content.aid?.parties?.[party]?.ownership;
  const name = partyName(party, organisation);
  if (ownership && ownershipGap(ownership, name) === null) {
    const test = sizeOf(namedOwnership(ownership, name));
    return { party, size: test.size, test };
  }
  // Who states no size counts as large: no bonus is given on a guess.
  return { party, size: isSize(organisation.size) ? organisation.size : "large", test: null };
}

/**
 * What is odd about the sizes: figures that are not finished, staff that contradicts the chosen class, a period that is
 * not over.
 * @param appliedOn day on which it was, or now would be, handed in
 */
export function sizeFindings(
  content: AidContent,
  sizes: readonly PartySize[],
  appliedOn: string | undefined,
): readonly Finding[] {
  const organisations = new Map(partiesOf(content));
  return sizes.flatMap(({ party, size, test }) => {
    const organisation = organisations.get(party)!;
    const name = partyName(party, organisation);
    const warning = (id: string, text: Localised): Finding => ({
      id,
      kind: "warning",
      participant: party,
      text,
      article: ARTICLE,
      mark: "K",
    });
    const ownership = content.aid?.parties?.[party]?.ownership;
    const gap = ownership ? ownershipGap(ownership, name) : null;
    const staff = organisation.employees;
    const limit = CEILINGS.find((each) => each.size === size)?.headcountBelow;
    const future = (ownership?.parties ?? [])
      .flatMap(({ id, name: its, periods }) =>
        (periods ?? []).map(({ endsOn }) => ({ endsOn, who: id === ownership?.subject ? name : its || id })),
      )
      .find(({ endsOn }) => appliedOn !== undefined && isDate(endsOn) && endsOn > appliedOn);
    return [
      ...(gap === null
        ? []
        : [warning("size-figures", fill(TEXTS.keeps, { why: gap, name, size: SIZE_NAMES[size] }))]),
      ...(test === null && typeof staff === "number" && limit !== undefined && staff * 1_000 >= limit
        ? [
            warning(
              "size-staff",
              fill(TEXTS.staff, {
                name,
                size: SIZE_NAMES[size],
                staff: `${staff}`,
                limit: `${limit / 1_000}`,
              }),
            ),
          ]
        : []),
      ...(future === undefined
        ? []
        : [warning("size-period", fill(TEXTS.future, { name: future.who, day: dayWords(future.endsOn) }))]),
    ];
  });
}
