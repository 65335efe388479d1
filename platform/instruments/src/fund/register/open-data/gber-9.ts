/**
 * The individual aid that must be published: every award above EUR 100,000 on the ground of the General Block Exemption
 * Regulation (Regulation (EU) 651/2014, article 9(1)(c), with the items of its annex III), within six months of granting
 * and for ten years.
 */
import type { AidBasis } from "@voorsprong/call-form";
import { addMonths, aidPublicationLimit } from "@voorsprong/legal-time";
import type { Localised } from "../../../kernel/views.js";
import type { Written } from "../../exchange/table/index.js";
import type { PublicAward } from "./award.js";
import { nutsTwo } from "./nuts.js";

/** Awards above this, in cents, are published (article 9(1)(c), as amended in 2023). */
export const gberThreshold = 10_000_000;

/** Years for which the information stays available (article 9(4)). */
const yearsAvailable = 10;

/** One line of the list: the items of annex III. */
export interface GberLine {
  readonly award: string;
  readonly beneficiary: string;
  /** Number in the trade register; null where it is not known. */
  readonly identifier: string | null;
  readonly undertaking: "sme" | "large" | "unknown";
  readonly region: { readonly nuts: string; readonly name: string } | null;
  readonly sector: string | null;
  /** Cents. */
  readonly amount: number;
  readonly instrument: Localised;
  readonly grantedOn: string;
  readonly objective: Localised;
  readonly authority: Localised;
  /** The last day to publish, six months after granting. */
  readonly publishBy: string;
  /** Until when it stays in the list. */
  readonly availableUntil: string;
  /** Items of annex III that are missing, to be completed by the fund. */
  readonly missing: readonly Localised[];
  readonly example: boolean;
}

const objectives: Partial<Record<AidBasis, Localised>> = {
  "gber-18": { nl: "Adviessteun voor mkb (art. 18)", en: "Aid for consultancy for SMEs (Art. 18)" },
  "gber-25": {
    nl: "Steun voor onderzoek en ontwikkeling (art. 25)",
    en: "Aid for research and development projects (Art. 25)",
  },
  "gber-25a": {
    nl: "Steun voor projecten met een kwaliteitslabel Excellentiekeur (art. 25 bis)",
    en: "Aid for projects awarded a Seal of Excellence quality label (Art. 25a)",
  },
  "gber-26": {
    nl: "Investeringssteun voor onderzoeksinfrastructuur (art. 26)",
    en: "Investment aid for research infrastructures (Art. 26)",
  },
  "gber-26a": {
    nl: "Investeringssteun voor test- en experimenteerinfrastructuur (art. 26 bis)",
    en: "Investment aid for testing and experimentation infrastructures (Art. 26a)",
  },
  "gber-27": { nl: "Steun voor innovatieclusters (art. 27)", en: "Aid for innovation clusters (Art. 27)" },
  "gber-28": { nl: "Innovatiesteun voor mkb (art. 28)", en: "Innovation aid for SMEs (Art. 28)" },
  "gber-29": {
    nl: "Steun voor proces- en organisatie-innovatie (art. 29)",
    en: "Aid for process and organisational innovation (Art. 29)",
  },
  "gber-31": { nl: "Opleidingssteun (art. 31)", en: "Training aid (Art. 31)" },
};

const grant: Localised = { nl: "Subsidie", en: "Direct grant" };

/** What the list rests on that no source gives with certainty. */
export const gberAssumptions: readonly Localised[] = [
  {
    nl: "De codes van de provincies zijn die van NUTS 2024; controleer ze voor het invoeren in de Europese databank.",
    en: "The codes of the provinces are those of NUTS 2024; check them before entering them in the European database.",
  },
  {
    nl: "De sector staat hier zoals de organisatie hem heeft opgegeven. Bijlage III vraagt de groep van NACE (drie cijfers).",
    en: "The sector is the one the organisation stated. Annex III asks for the group of NACE (three digits).",
  },
  {
    nl: "De drempel telt per verlening. Meer verleningen voor hetzelfde project moet de beheerder zelf bij elkaar nemen.",
    en: "The threshold counts per award. The fund manager must join several awards for the same project.",
  },
  {
    nl: "Een samenwerking staat er onder de naam van de penvoerder, met het hele bedrag.",
    en: "A consortium is listed under the name of its lead applicant, with the whole amount.",
  },
];

/** Whether an award belongs in the list. */
export function isInGberList({ aid, granted }: Pick<PublicAward, "aid" | "granted">): boolean {
  return granted > gberThreshold && aid.some((basis) => objectives[basis] !== undefined);
}

/** The line of an award; null when it does not belong in the list. */
export function gberLine(award: PublicAward): GberLine | null {
  if (!isInGberList(award)) return null;
  const { recipient, size } = award;
  const articles = award.aid.flatMap((basis) => objectives[basis] ?? []);
  const line = {
    award: award.id,
    beneficiary: recipient.kind === "person" ? recipient.pseudonym : recipient.name,
    identifier: recipient.kind === "person" ? null : recipient.kvk,
    undertaking: size === null ? "unknown" : size === "large" ? "large" : "sme",
    region: nutsTwo(award.regionCode),
    sector: recipient.kind === "person" ? null : recipient.sector,
    amount: award.granted,
    instrument: grant,
    grantedOn: award.awardedOn,
    objective: {
      nl: articles.map(({ nl }) => nl).join("; "),
      en: articles.map(({ en }) => en).join("; "),
    },
    authority: award.fund.title,
    publishBy: aidPublicationLimit(award.awardedOn),
    availableUntil: addMonths(award.awardedOn, 12 * yearsAvailable),
    example: award.example,
  } as const;
  return { ...line, missing: missingItems(line) };
}

function missingItems(line: Pick<GberLine, "identifier" | "undertaking" | "region" | "sector">): Localised[] {
  return [
    ...(line.identifier === null
      ? [{ nl: "KvK-nummer van de ontvanger", en: "number of the recipient in the trade register" }]
      : []),
    ...(line.undertaking === "unknown"
      ? [{ nl: "grootte van de onderneming", en: "size of the undertaking" }]
      : []),
    ...(line.region === null ? [{ nl: "regio (NUTS II)", en: "region (NUTS II)" }] : []),
    ...(line.sector === null ? [{ nl: "sector (NACE)", en: "sector (NACE)" }] : []),
  ];
}

/** Titles of the columns of the list, in the order of annex III. */
export const gberColumns = [
  "Name of the beneficiary",
  "Identifier of the beneficiary",
  "Type of undertaking",
  "Region (NUTS II)",
  "Region name",
  "Sector of activity (NACE)",
  "Aid element (EUR)",
  "Aid instrument",
  "Date of granting",
  "Objective of the aid",
  "Granting authority",
  "Reference of the award",
  "Publish by",
] as const;

const undertakings = { sme: "SME", large: "Large enterprise", unknown: "" } as const;

/** A line as a row under {@link gberColumns}, in English as the European database is. */
export function gberRow(line: GberLine): Written[] {
  return [
    line.beneficiary,
    line.identifier,
    undertakings[line.undertaking],
    line.region?.nuts ?? null,
    line.region?.name ?? null,
    line.sector,
    { cents: line.amount },
    line.instrument.en,
    line.grantedOn,
    line.objective.en,
    line.authority.en,
    line.award,
    line.publishBy,
  ];
}
