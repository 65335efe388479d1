/** Which court hears an appeal, per scheme (facts on Dutch grants, section 3.1). Data, with where it comes from. */
import type { Localised } from "../../../kernel/views.js";
import type { CourtId } from "./facts.js";

/** A court as letters name it. */
export interface Court {
  readonly name: Localised;
  readonly assumption: Localised;
}

export const courts: Readonly<Record<CourtId, Court>> = {
  cbb: {
    name: {
      nl: "het College van Beroep voor het bedrijfsleven in Den Haag",
      en: "the Trade and Industry Appeals Tribunal (College van Beroep voor het bedrijfsleven) in The Hague",
    },
    assumption: {
      nl: "Beroep gaat naar het College van Beroep voor het bedrijfsleven, zoals bij regelingen van het ministerie van Economische Zaken. De regeling zelf gaat voor.",
      en: "Appeals go to the Trade and Industry Appeals Tribunal, as with schemes of the Ministry of Economic Affairs. The scheme itself takes precedence.",
    },
  },
  "district-court": {
    name: {
      nl: "de rechtbank van uw woonplaats of vestigingsplaats, sector bestuursrecht",
      en: "the district court of the place where you live or are established, administrative law sector",
    },
    assumption: {
      nl: "Beroep gaat naar de rechtbank en daarna naar de Afdeling bestuursrechtspraak van de Raad van State. De regeling zelf gaat voor.",
      en: "Appeals go to the district court and then to the Administrative Jurisdiction Division of the Council of State. The scheme itself takes precedence.",
    },
  },
};

/** Funds that carry out schemes of the Ministry of Economic Affairs. */
const economicAffairs: ReadonlySet<string> = new Set(["research", "challenges"]);

/** The court for decisions of a fund. */
export const courtOf = (fundId: string): CourtId => (economicAffairs.has(fundId) ? "cbb" : "district-court");
