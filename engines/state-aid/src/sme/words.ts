import type { Localised, SizeClass } from "../model/common.js";

/** The names of the classes. */
export const SIZE_NAMES: Readonly<Record<SizeClass, Localised>> = {
  micro: { nl: "micro-onderneming", en: "micro enterprise" },
  small: { nl: "kleine onderneming", en: "small enterprise" },
  medium: { nl: "middelgrote onderneming", en: "medium-sized enterprise" },
  large: { nl: "grote onderneming", en: "large enterprise" },
};

/** The sentences of the size test; `{…}` is filled in. */
export const SIZE_TEXTS = {
  itself: { nl: "{name} zelf telt voor {share} mee.", en: "{name} itself counts for {share}." },
  linked: {
    nl: "{name} is verbonden en telt voor {share} mee.",
    en: "{name} is linked and counts for {share}.",
  },
  partner: {
    nl: "{name} is een partneronderneming en telt mee naar het hoogste aandeel in kapitaal of stemmen: {share}.",
    en: "{name} is a partner enterprise and counts by the higher share of capital or votes: {share}.",
  },
  "linked-to-partner": {
    nl: "{name} is verbonden met een partneronderneming en telt mee voor hetzelfde aandeel: {share}.",
    en: "{name} is linked to a partner enterprise and counts for the same share: {share}.",
  },
  exception: {
    nl: "{name} houdt {share} en is een investeerder die tot en met 50% niet meetelt.",
    en: "{name} holds {share} and is an investor that does not count up to 50%.",
  },
  below: {
    nl: "{name} telt niet mee: het aandeel is {share}, minder dan 25%.",
    en: "{name} does not count: the share is {share}, less than 25%.",
  },
  totals: {
    nl: "Boekjaar tot en met {date}: {staff} arbeidsjaareenheden, omzet {turnover}, balanstotaal {balance}. Volgens deze cijfers: {size}.",
    en: "Period ending {date}: {staff} annual work units, turnover {turnover}, balance sheet total {balance}. By these figures: {size}.",
  },
  figures: { nl: "De uitkomst is: {size}.", en: "The outcome is: {size}." },
  "two-years": {
    nl: "De uitkomst is: {size}. De klasse verandert pas na twee boekjaren achter elkaar.",
    en: "The outcome is: {size}. The class changes only after two periods after one another.",
  },
  "public-ownership": {
    nl: "Overheden houden {share} van de onderneming. Vanaf 25% is zij geen mkb-onderneming en telt zij als {size}.",
    en: "Public bodies hold {share} of the enterprise. From 25% it is no SME and counts as a {size}.",
  },
  unknown: {
    nl: "Van {name} zijn geen cijfers opgegeven; er is met nul gerekend. Een behandelaar vraagt de cijfers op.",
    en: "No figures were given for {name}; zero was used. An officer will ask for the figures.",
  },
  onePeriod: {
    nl: "Er is één boekjaar opgegeven. Aangenomen is dat de klasse ook in het jaar ervoor dezelfde was.",
    en: "One period was given. It is assumed that the class was the same in the year before.",
  },
} as const satisfies Record<string, Localised>;
