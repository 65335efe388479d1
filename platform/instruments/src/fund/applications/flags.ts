/** What an officer should look at in an application. None of it stops the applicant. */
import type { ApplicationChecks } from "./check-application.js";
import type { NewFlag } from "./store/flags.js";

/** What is known of the organisation that leads. */
export interface LeadKnown {
  readonly kvk: string | null;
  readonly kvkConfirmed: boolean;
  readonly country: string;
}

function registryFlags({ kvk, kvkConfirmed, country }: LeadKnown): readonly NewFlag[] {
  if (country !== "NL") return [];
  if (kvk === null)
    return [
      {
        code: "kvk-missing",
        text: {
          nl: "Er is geen KvK-nummer bekend. Zoek het op of vraag het na.",
          en: "No trade register number is known. Look it up or ask for it.",
        },
      },
    ];
  return kvkConfirmed
    ? []
    : [
        {
          code: "kvk-unverified",
          text: {
            nl: `KvK-nummer ${kvk} is niet bevestigd door een register. Controleer het.`,
            en: `Trade register number ${kvk} was not confirmed by a register. Check it.`,
          },
        },
      ];
}

function grantFlags({ grant }: ApplicationChecks): readonly NewFlag[] {
  if (grant.state !== "grant") return [{ code: "aid-not-computed", text: grant.text }];
  return grant.grant.findings.map((finding) => ({
    code: ["aid", finding.id, finding.participant, finding.workPackage].filter(Boolean).join("-"),
    text: finding.text,
  }));
}

/** The flags of an application as it was submitted. */
export function flagsOf(checks: ApplicationChecks, lead: LeadKnown): readonly NewFlag[] {
  const all = [
    ...registryFlags(lead),
    ...checks.eligibility.rules
      .filter(({ state }) => state !== "eligible")
      .map(({ rule, reason }) => ({ code: `eligibility-${rule}`, text: reason })),
    ...checks.warnings,
    ...grantFlags(checks),
  ];
  return [...new Map(all.map((flag) => [flag.code, flag])).values()];
}
