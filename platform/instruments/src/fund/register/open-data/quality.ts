/**
 * How usable the open data are, beside being valid: what the makers of 360Giving's quality tool look at (minimum
 * fields, identifiers that others know, places, personal data that slipped in).
 */
import type { Localised } from "../../../kernel/views.js";
import type { PublicAward } from "./award.js";

/** One mark: how many of the awards have it, and which do not. */
export interface QualityMark {
  readonly id: string;
  readonly title: Localised;
  readonly met: number;
  readonly total: number;
  /** Ids of awards that do not meet it, the first ten. */
  readonly without: readonly string[];
}

interface Check {
  readonly id: string;
  readonly title: Localised;
  readonly isMet: (award: PublicAward, today: string) => boolean;
}

const email = /[^\s@]+@[^\s@]+\.[a-z]{2,}/i;

const checks: readonly Check[] = [
  {
    id: "organisation-identifier",
    title: {
      nl: "Ontvanger met een kenmerk dat anderen ook gebruiken (KvK-nummer)",
      en: "Recipient with an identifier that others use too (number in the trade register)",
    },
    isMet: ({ recipient }) => recipient.kind === "person" || recipient.kvk !== null,
  },
  {
    id: "recipient-place",
    title: { nl: "Ontvanger met postcode of plaats", en: "Recipient with a postal code or place" },
    isMet: ({ recipient }) =>
      recipient.kind === "person" || recipient.postcode !== null || recipient.place !== null,
  },
  {
    id: "project-place",
    title: { nl: "Provincie van het project bekend", en: "Province of the project known" },
    isMet: ({ region }) => region !== null,
  },
  {
    id: "planned-dates",
    title: { nl: "Begin en einde van het project bekend", en: "Start and end of the project known" },
    isMet: ({ start, end }) => start !== null && end !== null,
  },
  {
    id: "description",
    title: {
      nl: "Beschrijving die meer zegt dan de titel",
      en: "A description that says more than the title",
    },
    isMet: ({ title, summary }) => summary !== null && summary.trim().length > title.trim().length,
  },
  {
    id: "short-title",
    title: { nl: "Titel korter dan 140 tekens", en: "Title shorter than 140 characters" },
    isMet: ({ title }) => title.length < 140,
  },
  {
    id: "amount",
    title: { nl: "Bedrag groter dan nul", en: "Amount above zero" },
    isMet: ({ granted }) => granted > 0,
  },
  {
    id: "date-not-future",
    title: { nl: "Datum van verlening niet in de toekomst", en: "Date of granting not in the future" },
    isMet: ({ awardedOn }, today) => awardedOn <= today,
  },
  {
    id: "no-email",
    title: {
      nl: "Geen e-mailadres in titel of beschrijving",
      en: "No e-mail address in title or description",
    },
    isMet: ({ title, summary }) => !email.test(`${title} ${summary ?? ""}`),
  },
];

/** How many awards a mark names that do not meet it. */
const mostNamed = 10;

/**
 * The marks of a set of awards.
 * @param today `YYYY-MM-DD` in Amsterdam
 */
export function qualityMarks(awards: readonly PublicAward[], today: string): QualityMark[] {
  return checks.map(({ id, title, isMet }) => {
    const without = awards.filter((award) => !isMet(award, today));
    return {
      id,
      title,
      met: awards.length - without.length,
      total: awards.length,
      without: without.slice(0, mostNamed).map((award) => award.id),
    };
  });
}

/** The marks of two sets together, in the order of the first. */
export function joinMarks(one: readonly QualityMark[], other: readonly QualityMark[]): QualityMark[] {
  return one.map((mark, index) => {
    const more = other[index]!;
    return {
      ...mark,
      met: mark.met + more.met,
      total: mark.total + more.total,
      without: [...mark.without, ...more.without].slice(0, mostNamed),
    };
  });
}
