/** What deciding rests on where the law leaves room or its text was not read again; pages and letters show each one. */
import { type Assumption, adjournmentAssumption } from "@voorsprong/legal-time";

export const keepAwards: Assumption = {
  id: "keep-awards",
  text: {
    nl: "Na een gegrond bezwaar verliest niemand een subsidie die al verleend is, en alleen wie bezwaar maakte krijgt meer.",
    en: "After an objection that succeeds nobody loses a grant that was awarded, and only who objected gains.",
  },
};

export const ceilingAfterObjection: Assumption = {
  id: "ceiling-after-objection",
  text: {
    nl: "Of het geld op is, beoordelen wij in bezwaar naar het moment van het eerste besluit (Awb 4:25, derde lid; de wettekst is niet opnieuw nagelezen). Is het plafond daarna opgebruikt, dan noemen wij het bedrag dat er niet in past.",
    en: "In an objection we judge whether the money has run out by the moment of the first decision (Awb 4:25, third paragraph; the text of the law was not read again). Where the ceiling was used up since, we state the amount that does not fit.",
  },
};

export const hearingAssumption: Assumption = {
  id: "hearing",
  text: {
    nl: "Van horen zien wij alleen af op een grond van Awb 7:3; welke dat is, staat in het dossier. De wettekst is niet opnieuw nagelezen.",
    en: "We only refrain from a hearing on a ground of Awb 7:3; which one is recorded in the file. The text of the law was not read again.",
  },
};

/** All of them, for the pages of objections. */
export const objectionAssumptions: readonly Assumption[] = [
  keepAwards,
  ceilingAfterObjection,
  hearingAssumption,
  adjournmentAssumption,
];
