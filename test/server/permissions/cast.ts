/** One person for each way to stand to a thing, and the roles that this gives, told apart from the product's own code. */
import { anyFund, type FundRole, fundRoles, type Role } from "@voorsprong/access";
import type { Client, TestServer } from "../harness.js";
import type { Owners } from "./fixture.js";

/** Somebody who tries a route. */
export interface Player {
  readonly name: string;
  readonly client: Client;
  readonly signedIn: boolean;
  /** The roles this person has on the thing. */
  readonly roles: readonly Role[];
}

/** Everybody who tries a route that is about no one thing: a role on any fund counts, and so does any organisation. */
export async function castForAny(server: TestServer): Promise<readonly Player[]> {
  const base: Role[] = ["anyone", "signed-in"];
  const players: Player[] = [
    { name: "visitor", client: server, signedIn: false, roles: ["anyone"] },
    { name: "signed in", client: await server.as("signed-in"), signedIn: true, roles: base },
    {
      name: "of an organisation",
      client: await server.as("applicant"),
      signedIn: true,
      roles: [...base, "member", "admin", "partner"],
    },
  ];
  for (const role of fundRoles) {
    const client = await server.as(role, { name: "permissions", fund: "research" });
    players.push({ name: role, client, signedIn: true, roles: [...base, role] });
  }
  return players;
}

/**
 * Everybody who tries a route that is about a thing with these owners.
 *
 * @param counting the roles that may use the route, or may read the thing
 */
export async function castFor(
  server: TestServer,
  owners: Owners,
  counting: readonly Role[],
): Promise<readonly Player[]> {
  const trial: Role[] = owners.trial ? ["trier"] : [];
  const base: Role[] = ["anyone", "signed-in", ...trial];
  const players: Player[] = [
    { name: "visitor", client: server, signedIn: false, roles: ["anyone", ...trial] },
    { name: "signed in", client: await server.as("signed-in"), signedIn: true, roles: base },
    { name: "of another organisation", client: await server.as("applicant"), signedIn: true, roles: base },
  ];
  const ofThisFund = owners.fund === anyFund ? "research" : owners.fund;
  for (const role of fundRoles) {
    players.push(await officer(server, role, owners, base, "on all funds", undefined));
    // On which fund a role is held matters only where it counts.
    if (!counting.includes(role)) continue;
    players.push(await officer(server, role, owners, base, "on this fund", ofThisFund));
    players.push(await officer(server, role, owners, base, "on another fund", "another-fund"));
  }
  for (const membership of ["member", "admin"] as const) {
    if (owners.lead !== undefined) {
      const client = await server.as("applicant", { organisation: owners.lead, membership });
      const roles: Role[] = membership === "admin" ? [...base, "member", "admin"] : [...base, "member"];
      players.push({ name: `${membership} of the organisation`, client, signedIn: true, roles });
    }
  }
  if (owners.partner !== undefined) {
    const client = await server.as("applicant", { organisation: owners.partner });
    players.push({ name: "of a partner", client, signedIn: true, roles: [...base, "partner"] });
  }
  for (const [personId, role] of [
    ...(owners.self === undefined ? [] : [[owners.self, "self"] as const]),
    ...(owners.reviewers ?? []).map((reviewer) => [reviewer, "reviewer"] as const),
  ]) {
    const client = await server.asPerson(personId);
    players.push({ name: `${role} itself`, client, signedIn: true, roles: [...base, role] });
  }
  return players;
}

async function officer(
  server: TestServer,
  role: FundRole,
  owners: Owners,
  base: readonly Role[],
  where: string,
  fund: string | undefined,
): Promise<Player> {
  const client = await server.as(role, { name: "permissions", ...(fund === undefined ? {} : { fund }) });
  const counts = fund === undefined || fund === owners.fund || owners.fund === anyFund;
  // A reviewer of the fund who was not assigned to the file is no reviewer of it.
  const assigned = role !== "reviewer" || owners.reviewers === undefined;
  return {
    name: `${role} ${where}`,
    client,
    signedIn: true,
    roles: counts && assigned ? [...base, role] : base,
  };
}
