/** Makes the example people with their roles and organisations. */
import { advisoryLock, type Transaction } from "@voorsprong/store";
import { keepMembership, keepOrganisation } from "../organisations/organisations.js";
import { grantRole, knownPerson } from "../people/people.js";
import {
  type ExampleKey,
  type ExampleOrganisation,
  type ExamplePerson,
  exampleIssuer,
  exampleOrganisations,
  examplePeople,
} from "./example-people.js";

/** The example people and organisations as they are in the database. */
export interface Examples {
  readonly people: Readonly<Record<ExampleKey, string>>;
  readonly organisations: Readonly<Record<ExampleOrganisation, string>>;
}

/** Makes what is missing and gives all; roles that were taken away since are given again. */
export async function makeExamplePeople(tx: Transaction, now: Date): Promise<Examples> {
  await advisoryLock(tx, "access.examples");
  const organisations: Record<string, string> = {};
  for (const [key, organisation] of Object.entries(exampleOrganisations)) {
    const [found] = await tx.query<{ id: string }>(
      "SELECT id FROM organisations WHERE example AND name = $1 ORDER BY created_at LIMIT 1",
      [organisation.name],
    );
    organisations[key] = found?.id ?? (await keepOrganisation(tx, now, { ...organisation, example: true }));
  }
  const people: Record<string, string> = {};
  for (const [subject, person] of Object.entries<ExamplePerson>(examplePeople)) {
    const personId = await knownPerson(tx, now, {
      issuer: exampleIssuer,
      subject,
      name: person.name.nl,
      email: `${subject}@example.org`,
      example: true,
    });
    people[subject] = personId;
    if (person.role !== undefined)
      await grantRole(tx, now, {
        personId,
        role: person.role,
        fundId: null,
        grantedBy: null,
        source: "example",
      });
    if (person.organisation !== undefined)
      await keepMembership(
        tx,
        now,
        personId,
        organisations[person.organisation]!,
        person.membership ?? "member",
      );
  }
  return { people, organisations } as Examples;
}
