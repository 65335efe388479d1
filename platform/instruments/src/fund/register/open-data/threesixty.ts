/**
 * Awards in the 360Giving Data Standard 1.4.3 (ThreeSixtyGiving/standard): a package of grants as JSON, and the same
 * as a spreadsheet with the standard's column titles.
 */
import type { Localised } from "../../../kernel/views.js";
import type { Written } from "../../exchange/table/index.js";
import type { PublicAward, Publisher } from "./award.js";

/** The version of the standard, as a package states it: major and minor. */
export const threeSixtyVersion = "1.4";

/** The licence of what is published: no rights reserved. */
export const openDataLicence = "https://creativecommons.org/publicdomain/zero/1.0/";

/** What the data rest on that no rule gives; shown beside the download. */
export const threeSixtyAssumptions: readonly Localised[] = [
  {
    nl: "360Giving geeft uitgevers een eigen voorvoegsel voor kenmerken. Zolang dat er niet is, begint een kenmerk met de naam van het programma.",
    en: "360Giving gives publishers a prefix for identifiers. While there is none, an identifier begins with the name of the programme.",
  },
  {
    nl: "De standaard heeft geen gebiedscode voor Nederlandse provincies in zijn lijst; de plaats staat er met naam en land.",
    en: "The standard's list has no type of area code for Dutch provinces; a place is given by its name and country.",
  },
];

interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly addressLocality?: string;
  readonly postalCode?: string;
  readonly addressCountry?: string;
}

/** One grant of a package; the fields of the standard that are known. */
export interface ThreeSixtyGrant {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly currency: "EUR";
  /** Euros: the standard wants a number with decimals. */
  readonly amountAppliedFor: number;
  readonly amountAwarded: number;
  readonly amountDisbursed: number;
  readonly awardDate: string;
  readonly url: string;
  readonly plannedDates?: readonly { readonly startDate: string; readonly endDate?: string }[];
  readonly recipientOrganization?: readonly Organisation[];
  readonly recipientIndividual?: { readonly id: string; readonly name: string };
  readonly beneficiaryLocation?: readonly { readonly name: string; readonly countryCode: string }[];
  readonly fundingOrganization: readonly Organisation[];
  readonly grantProgramme: readonly { readonly code: string; readonly title: string; readonly url: string }[];
  readonly fromOpenCall: "Yes";
  readonly dateModified: string;
  readonly dataSource: string;
}

/** A package of grants. */
export interface ThreeSixtyPackage {
  readonly version: typeof threeSixtyVersion;
  readonly title: string;
  readonly description: string;
  readonly identifier: string;
  readonly modified: string;
  readonly publisher: { readonly identifier: string; readonly name: string; readonly website: string };
  readonly license: string;
  readonly accessURL: string;
  readonly downloadURL: string;
  readonly grants: readonly ThreeSixtyGrant[];
}

/** Whole cents as the nearest number of euros; its text has the very cents below 10^15, the 15 digits a double keeps. */
function euros(cents: number): number {
  return cents / 100;
}

/** The most characters a title may have in the standard's guidance. */
const longestTitle = 139;

/** One award as a grant. */
export function threeSixtyGrant(award: PublicAward, publisher: Publisher): ThreeSixtyGrant {
  const { recipient, region, start, end } = award;
  const title =
    award.title.length > longestTitle ? `${award.title.slice(0, longestTitle - 1)}…` : award.title;
  return {
    id: `${publisher.id}-${award.id}`,
    title,
    description: award.summary ?? `${award.title} (${award.call.title.nl})`,
    currency: "EUR",
    amountAppliedFor: euros(award.requested),
    amountAwarded: euros(award.granted),
    amountDisbursed: euros(award.paid),
    awardDate: award.awardedOn,
    url: `${publisher.website}/register/awards/${award.id}`,
    ...(start === null
      ? {}
      : { plannedDates: [{ startDate: start, ...(end === null ? {} : { endDate: end }) }] }),
    ...(recipient.kind === "person"
      ? {
          recipientIndividual: {
            id: `${publisher.id}-${recipient.pseudonym}`,
            name: "Individual Recipient",
          },
        }
      : { recipientOrganization: [organisationOf(recipient, publisher)] }),
    ...(region === null ? {} : { beneficiaryLocation: [{ name: region, countryCode: "NL" }] }),
    fundingOrganization: [{ id: `${publisher.id}-fund-${award.fund.id}`, name: award.fund.title.nl }],
    grantProgramme: [
      {
        code: award.call.id,
        title: award.call.title.nl,
        url: `${publisher.website}/register/calls/${award.call.id}`,
      },
    ],
    fromOpenCall: "Yes",
    dateModified: award.changedAt,
    dataSource: `${publisher.website}/register`,
  };
}

/** An organisation by its number in the trade register (list NL-KVK of org-id.guide), else by its id here. */
function organisationOf(
  recipient: Extract<PublicAward["recipient"], { kind: "organisation" }>,
  publisher: Publisher,
): Organisation {
  const { id, kvk, name, place, postcode, country } = recipient;
  return {
    id: kvk === null ? `${publisher.id}-org-${id}` : `NL-KVK-${kvk}`,
    name,
    ...(place === null ? {} : { addressLocality: place }),
    ...(postcode === null ? {} : { postalCode: postcode }),
    addressCountry: country,
  };
}

/** What stands around the grants of a package. */
export function threeSixtyMeta(publisher: Publisher, modified: string): Omit<ThreeSixtyPackage, "grants"> {
  return {
    version: threeSixtyVersion,
    title: `Subsidies van ${publisher.name}`,
    description: `Alle subsidies die ${publisher.name} heeft verleend, met het bedrag dat nu geldt.`,
    identifier: `${publisher.id}-awards`,
    modified,
    publisher: { identifier: publisher.id, name: publisher.name, website: publisher.website },
    license: openDataLicence,
    accessURL: `${publisher.website}/register`,
    downloadURL: `${publisher.website}/api/v1/open-data/360giving.json`,
  };
}

/**
 * Column titles of the standard's spreadsheet form: those of the schema, with a colon before what lies inside. Money is
 * written in euros.
 */
export const threeSixtyColumns: readonly {
  readonly title: string;
  readonly of: (grant: ThreeSixtyGrant) => string | number | undefined;
}[] = [
  { title: "Identifier", of: (grant) => grant.id },
  { title: "Title", of: (grant) => grant.title },
  { title: "Description", of: (grant) => grant.description },
  { title: "Currency", of: (grant) => grant.currency },
  { title: "Amount Applied For", of: (grant) => grant.amountAppliedFor },
  { title: "Amount Awarded", of: (grant) => grant.amountAwarded },
  { title: "Amount Disbursed", of: (grant) => grant.amountDisbursed },
  { title: "Award Date", of: (grant) => grant.awardDate },
  { title: "URL", of: (grant) => grant.url },
  { title: "Planned Dates:Start Date", of: (grant) => grant.plannedDates?.[0]?.startDate },
  { title: "Planned Dates:End Date", of: (grant) => grant.plannedDates?.[0]?.endDate },
  { title: "Recipient Org:Identifier", of: (grant) => grant.recipientOrganization?.[0]?.id },
  { title: "Recipient Org:Name", of: (grant) => grant.recipientOrganization?.[0]?.name },
  { title: "Recipient Org:City", of: (grant) => grant.recipientOrganization?.[0]?.addressLocality },
  { title: "Recipient Org:Postal Code", of: (grant) => grant.recipientOrganization?.[0]?.postalCode },
  { title: "Recipient Org:Country", of: (grant) => grant.recipientOrganization?.[0]?.addressCountry },
  { title: "Recipient Ind:Identifier", of: (grant) => grant.recipientIndividual?.id },
  { title: "Recipient Ind:Name", of: (grant) => grant.recipientIndividual?.name },
  { title: "Beneficiary Location:Name", of: (grant) => grant.beneficiaryLocation?.[0]?.name },
  { title: "Beneficiary Location:Country Code", of: (grant) => grant.beneficiaryLocation?.[0]?.countryCode },
  { title: "Funding Org:Identifier", of: (grant) => grant.fundingOrganization[0]?.id },
  { title: "Funding Org:Name", of: (grant) => grant.fundingOrganization[0]?.name },
  { title: "Grant Programme:Code", of: (grant) => grant.grantProgramme[0]?.code },
  { title: "Grant Programme:Title", of: (grant) => grant.grantProgramme[0]?.title },
  { title: "Grant Programme:URL", of: (grant) => grant.grantProgramme[0]?.url },
  { title: "From An Open Call?", of: (grant) => grant.fromOpenCall },
  { title: "Last Modified", of: (grant) => grant.dateModified },
  { title: "Data Source", of: (grant) => grant.dataSource },
];

/** One grant as a row under {@link threeSixtyColumns}. */
export function threeSixtyRow(grant: ThreeSixtyGrant): Written[] {
  return threeSixtyColumns.map(({ of }) => of(grant) ?? null);
}
