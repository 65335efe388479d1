/**
 * Every route of the running server, tried by every kind of person, against the one table. A route that is about one thing
 * and has no fixture fails: add it to the room's file in `permissions/`.
 */
import { type GuardedRoute, type Permission, type PermissionId, permissions } from "@voorsprong/access";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, databaseKinds, startServer, type TestDatabase, type TestServer } from "./harness.js";
import { castFor, castForAny, type Player } from "./permissions/cast.js";
import type { Fixture, Fixtures } from "./permissions/fixture.js";
import { rooms } from "./permissions/rooms.js";

let database: TestDatabase;
let server: TestServer;
let fixtures: readonly Fixtures[];

beforeAll(async () => {
  database = await databaseKinds[0]!.create();
  server = await startServer(await database.open());
  const made: Fixtures[] = [];
  for (const room of rooms) made.push(await room(server));
  fixtures = made;
}, 180_000);
afterAll(async () => {
  await server.close();
  await database.drop();
});

const short = (url: string) => url.replace(/^\/api\/v1/, "");
const rowOf = (permission: PermissionId): Permission => permissions[permission];

/** The tries of a route; one that is about no one thing needs no fixture. */
function triesOf(route: string, scoped: boolean): readonly Fixture[] {
  const tries = fixtures.flatMap((room) => room[route] ?? []);
  if (tries.length > 0) return tries;
  return scoped ? [] : [{ owners: {} }];
}

type Params = Readonly<Record<string, string>>;

function fill(url: string, params: Params): string {
  return url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? "none"));
}

async function send(
  player: Player,
  method: string,
  url: string,
  { query = "", body }: Fixture,
): Promise<Answer> {
  return player.client.send({
    method: method as "GET",
    url: url + query,
    ...(body === undefined ? {} : { payload: body as object }),
  });
}

/** What is wrong with an answer to somebody who may, or null. */
function wrongIfAllowed(answer: Answer, method: string, scoped: boolean): string | null {
  if (answer.status >= 500) return `answers ${answer.status}`;
  if (answer.status === 401 || answer.status === 403) return `is refused: ${answer.text}`;
  // What is read has to be there; a change may find the thing in another state by now.
  return scoped && method === "GET" && answer.status >= 400 ? `reads nothing: ${answer.text}` : null;
}

/** What is wrong with an answer to somebody who may not, or null. */
function wrongIfDenied(answer: Answer, { signedIn }: Player, hidden: boolean): string | null {
  const wanted = !signedIn ? 401 : hidden ? 404 : 403;
  return answer.status === wanted ? null : `${answer.status} instead of ${wanted}: ${answer.text}`;
}

/** The words of an answer without the values of its path. */
function words({ text }: Answer, params: Params): string {
  return Object.values(params).reduce((rest, value) => rest.replaceAll(value, "…"), text);
}

async function tryRoute(
  { method, url, permission, scoped }: GuardedRoute,
  fixture: Fixture,
): Promise<string[]> {
  const row = rowOf(permission);
  const readers = row.reads === undefined ? [] : rowOf(row.reads).roles;
  const everyone = await (scoped
    ? castFor(server, fixture.owners, [...row.roles, ...readers])
    : castForAny(server));
  // What anyone may is tried by the first two: a visitor, and somebody without any role.
  const cast = row.roles.includes("anyone") ? everyone.slice(0, 2) : everyone;
  const allowed = ({ roles: held }: Player) => row.roles.some((role) => held.includes(role));
  // Who can read a thing is told which role it takes; from others it is hidden.
  const hiddenFrom = ({ roles: held }: Player) =>
    row.hidden === true && !readers.some((role) => held.includes(role));
  const wrong: string[] = [];
  // Who may not goes first, while the thing is as it was made.
  for (const player of [...cast.filter((each) => !allowed(each)), ...cast.filter(allowed)]) {
    const params = typeof fixture.params === "function" ? await fixture.params() : (fixture.params ?? {});
    const answer = await send(player, method, fill(url, params), fixture);
    const reasons = allowed(player)
      ? [wrongIfAllowed(answer, method, scoped)]
      : [wrongIfDenied(answer, player, hiddenFrom(player))];
    if (!allowed(player) && player.signedIn && hiddenFrom(player) && scoped) {
      const { missing = {} } = fixture;
      const nothing = await send(player, method, fill(url, missing), fixture);
      if (words(answer, params) !== words(nothing, missing))
        reasons.push(`it says "${answer.text}", of what is not there "${nothing.text}"`);
    }
    for (const reason of reasons) if (reason !== null) wrong.push(`as ${player.name}: ${reason}`);
  }
  return wrong;
}

describe("the permission table", () => {
  it("is kept by every route, for every kind of person", async () => {
    const wrong: string[] = [];
    for (const route of server.app.guardedRoutes) {
      const name = `${route.method} ${short(route.url)}`;
      const tries = triesOf(name, route.scoped);
      if (tries.length === 0) wrong.push(`${name} has no fixture in test/server/permissions/`);
      for (const fixture of tries)
        for (const reason of await tryRoute(route, fixture))
          wrong.push(`${name} (${route.permission}) ${reason}`);
    }
    expect(wrong).toEqual([]);
  }, 600_000);

  it("has no row that no route uses", () => {
    const used = new Set(server.app.guardedRoutes.map(({ permission }) => permission));
    expect(Object.keys(permissions).filter((permission) => !used.has(permission as PermissionId))).toEqual(
      [],
    );
  });

  it("lets the auditor change nothing", () => {
    // Checks take what they check in a body, and change nothing.
    const changes = server.app.guardedRoutes.filter(
      ({ method, url }) => method !== "GET" && !/\/checks?$/.test(url),
    );
    expect(changes.filter(({ permission }) => rowOf(permission).roles.includes("auditor"))).toEqual([]);
  });
});
