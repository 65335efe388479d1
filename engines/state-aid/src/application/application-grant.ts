import { computeGrant, type GrantComputation } from "../grant/compute-grant.js";
import type { AidProject, Cost, Funding, Participant, WorkPackage } from "../grant/project.js";
import { isDate } from "../model/calendar.js";
import { type Localised, StateAidInputError } from "../model/common.js";
import type { RuleSet } from "../rules/rule.js";
import { COST_CATEGORIES, WORK_CATEGORIES } from "./categories.js";
import { type AidContent, type AidOrganisation, LEAD } from "./content.js";
import { type PartySize, partiesOf, sizeFindings, sizeOfParty } from "./party-size.js";

/** What is known beside the application itself. */
export interface ApplicationTerms {
  /** Day on which the grant would be given. */
  readonly grantingDay: string;
  /** Day on which it was, or now would be, handed in. */
  readonly appliedOn?: string;
  readonly ruleSet?: string;
  /** The scheme existed before the set of rules expired. */
  readonly existingScheme?: boolean;
  readonly limits?: NonNullable<AidProject["limits"]>;
  readonly sets?: readonly RuleSet[];
}

/** The grant of an application, or why there is no number. */
export type ApplicationGrant =
  | {
      readonly state: "grant";
      readonly grant: Extract<GrantComputation, { state: "computed" }>;
      readonly sizes: readonly PartySize[];
    }
  | {
      readonly state: "no-rules" | "nothing-yet" | "unusable";
      readonly text: Localised;
      readonly sizes: readonly PartySize[];
    };

const NOTHING: Localised = {
  nl: "Vul eerst een werkpakket met een soort werk en een bedrag aan kosten in. Dan staat hier wat u kunt krijgen.",
  en: "First fill in a work package with a kind of work and an amount of costs. Then this shows what you can get.",
};

function participantOf(content: AidContent, organisation: AidOrganisation, size: PartySize): Participant {
  const stated = content.aid?.parties?.[size.party] ?? {};
  const { undertaking, deMinimisAid, advisoryAid, ownership: _, ...flags } = stated;
  return {
    ...flags,
    id: size.party,
    ...(organisation.name ? { name: organisation.name } : {}),
    kind:
      organisation.kind === "company"
        ? "enterprise"
        : organisation.kind === "research"
          ? "research"
          : "other",
    size: size.size,
    country: organisation.country || "NL",
    ...(undertaking ? { undertaking } : {}),
    ...(deMinimisAid ? { deMinimisAid } : {}),
    ...(advisoryAid ? { advisoryAid } : {}),
  };
}

function workPackagesOf(content: AidContent): readonly WorkPackage[] {
  return (content.workPackages ?? []).flatMap((each) => {
    const category = WORK_CATEGORIES.find(({ id }) => id === each.category);
    if (category === undefined) return [];
    return [
      {
        id: each.id,
        basis: category.basis,
        ...(each.title ? { title: each.title } : {}),
        disadvantagedWorkers: each.disadvantagedWorkers === true,
        maritime: each.maritime === true,
        ...(typeof each.operationYears === "number" ? { operationYears: each.operationYears } : {}),
      },
    ];
  });
}

/** Rows that are whole; a row that is still being written counts for nothing yet. */
function costsOf(
  content: AidContent,
  parties: ReadonlySet<string>,
  packages: ReadonlySet<string>,
): readonly Cost[] {
  return (content.costs ?? []).flatMap(({ workPackage, partner, year, category, cents }) => {
    const kind = COST_CATEGORIES.find(({ id }) => id === category);
    const participant = partner ?? LEAD;
    if (kind === undefined || !cents || !workPackage) return [];
    if (!packages.has(workPackage) || !parties.has(participant)) return [];
    return [{ workPackage, participant, category: kind.id, cents, ...(year ? { year } : {}) }];
  });
}

const FUNDING_KINDS: readonly Funding["kind"][] = ["state-aid", "de-minimis", "union", "private"];

function fundingOf(
  content: AidContent,
  parties: ReadonlySet<string>,
  packages: ReadonlySet<string>,
): readonly Funding[] {
  return (content.funding ?? []).flatMap(({ source, kind, partner, workPackage, cents, allowed }) => {
    const known = FUNDING_KINDS.find((each) => each === kind);
    const participant = partner ?? LEAD;
    if (known === undefined || !cents || !parties.has(participant)) return [];
    return [
      {
        kind: known,
        source: source || "?",
        participant,
        cents,
        ...(workPackage && packages.has(workPackage) ? { workPackage } : {}),
        ...(typeof allowed === "number" ? { allowed } : {}),
      },
    ];
  });
}

function compute(
  content: AidContent,
  terms: ApplicationTerms,
  sizes: readonly PartySize[],
): ApplicationGrant {
  const organisations = new Map(partiesOf(content));
  const participants = sizes.map((size) => participantOf(content, organisations.get(size.party)!, size));
  const workPackages = workPackagesOf(content);
  const parties = new Set(participants.map(({ id }) => id));
  const packages = new Set(workPackages.map(({ id }) => id));
  const costs = costsOf(content, parties, packages);
  if (costs.length === 0) return { state: "nothing-yet", text: NOTHING, sizes };
  const { startOfWorks, overheads, parties: _, relatedAid, ...facts } = content.aid ?? {};
  const start = startOfWorks || content.project?.start;
  const result = computeGrant(
    {
      grantingDay: terms.grantingDay,
      ...(terms.appliedOn === undefined ? {} : { appliedOn: terms.appliedOn }),
      ...(terms.ruleSet === undefined ? {} : { ruleSet: terms.ruleSet }),
      ...(terms.existingScheme === undefined ? {} : { existingScheme: terms.existingScheme }),
      ...(terms.limits === undefined ? {} : { limits: terms.limits }),
      ...(start && isDate(start) ? { startOfWorks: start } : {}),
      ...(relatedAid ? { relatedAid } : {}),
      ...(overheads === "flat-rate" ? { overheads: { method: overheads } } : {}),
      participants,
      workPackages,
      costs,
      funding: fundingOf(content, parties, packages),
      facts,
    },
    terms.sets,
  );
  return result.state === "computed"
    ? {
        state: "grant",
        grant: {
          ...result,
          findings: [...result.findings, ...sizeFindings(content, sizes, terms.appliedOn)],
        },
        sizes,
      }
    : { state: "no-rules", text: result.standing.text, sizes };
}

/**
 * The grant that an application may get, on what is filled in so far. Never throws for what an applicant can write:
 * statements that contradict each other give `unusable` with the reason.
 */
export function applicationGrant(content: AidContent, terms: ApplicationTerms): ApplicationGrant {
  try {
    const sizes = partiesOf(content).map(([party, organisation]) =>
      sizeOfParty(content, party, organisation),
    );
    return compute(content, terms, sizes);
  } catch (error) {
    if (!(error instanceof StateAidInputError || error instanceof RangeError)) throw error;
    const { message } = error;
    return {
      state: "unusable",
      text: { nl: `Hiermee kan niet worden gerekend: ${message}`, en: `This cannot be computed: ${message}` },
      sizes: [],
    };
  }
}
