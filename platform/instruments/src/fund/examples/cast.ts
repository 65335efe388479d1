/** The example people and organisations as the services know them. */
import type { Actor, Examples, FundRole } from "@voorsprong/access";

/** Roles that are played in an example, and by which example person. */
const officers = {
  manager: ["fund-manager", "fund-manager"],
  decider: ["decider", "decider"],
  secondDecider: ["decider-2", "decider"],
  finance: ["finance", "finance"],
  secondFinance: ["finance-2", "finance"],
} as const satisfies Record<string, readonly [string, FundRole]>;
export type ExampleOfficer = keyof typeof officers;

/** Who applies: an organisation and somebody of it. */
export const exampleApplicants = {
  company: ["applicant", "company"],
  partner: ["partner", "partner"],
  school: ["school", "school"],
} as const;
export type ExampleApplicant = keyof typeof exampleApplicants;

/** The example people who review. */
export const exampleReviewers = ["reviewer-1", "reviewer-2", "reviewer-3"] as const;

const nobody: Actor = {
  personId: null,
  name: "",
  email: null,
  language: "nl",
  organisations: [],
  roles: [],
  tryOut: false,
};

/** An officer of the fund. */
export function officer(cast: Examples, who: ExampleOfficer): Actor {
  const [person, role] = officers[who];
  return { ...nobody, personId: cast.people[person], roles: [{ role, fundId: null }] };
}

/** Somebody of an organisation that applies. */
export function applicant(cast: Examples, who: ExampleApplicant): Actor {
  const [person] = exampleApplicants[who];
  return {
    ...nobody,
    personId: cast.people[person],
    organisations: [{ id: organisationOf(cast, who), role: "admin" }],
  };
}

/** The organisation of an applicant. */
export function organisationOf(cast: Examples, who: ExampleApplicant): string {
  return cast.organisations[exampleApplicants[who][1]];
}
