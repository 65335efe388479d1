/** Personal data stays where it belongs: not in the ledger, not in what is public, not in what the schemas of it say. */
import { permissions } from "@voorsprong/access";
import { afterAll, beforeAll, expect, it } from "vitest";
import { databaseKinds, startServer, type TestDatabase, type TestServer } from "./harness.js";
import { rooms } from "./permissions/rooms.js";

let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  database = await databaseKinds[0]!.create();
  server = await startServer(await database.open());
  // Every room's things: calls, applications, reviews, decisions, grants, made by people with names.
  for (const room of rooms) await room(server);
}, 240_000);
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** What of people must not be seen: names, addresses, and the ids that lead to them. */
async function traces(): Promise<readonly string[]> {
  const people = await server.store.database.query<{ id: string; name: string | null; email: string | null }>(
    "SELECT id, name, email FROM people",
  );
  expect(people.length).toBeGreaterThan(5);
  return people.flatMap(({ id, name, email }) => [id, name, email].filter((part) => part !== null));
}

/** The public routes that need nothing in their path; who is here is told to that person only. */
const open = () =>
  server.app.guardedRoutes
    .filter(({ method, url, permission }) => method === "GET" && !url.includes(":") && isPublic(permission))
    .map(({ url }) => url);

const isPublic = (permission: keyof typeof permissions) =>
  (permissions[permission].roles as readonly string[]).includes("anyone") && permission !== "session.read";

it("reaches neither the ledger nor anything that is public", async () => {
  const wanted = await traces();
  expect(open()).toContain("/api/v1/ledger/export");
  for (const path of open()) {
    const { text } = await server.get(path);
    expect(
      wanted.filter((trace) => text.includes(trace)),
      path,
    ).toEqual([]);
  }
});

it("is in no answer of a public route, as its schema says", async () => {
  const { body: document } = await server.get("/openapi.json");
  const personal = (schema: unknown, seen: ReadonlySet<string>): boolean => {
    if (typeof schema !== "object" || schema === null) return false;
    if (Array.isArray(schema)) return schema.some((each) => personal(each, seen));
    const { personal: marked, $ref } = schema as { personal?: unknown; $ref?: string };
    if (marked === true) return true;
    if ($ref !== undefined) {
      const name = $ref.split("/").at(-1)!;
      return !seen.has(name) && personal(document.components.schemas[name], new Set([...seen, name]));
    }
    return Object.values(schema).some((each) => personal(each, seen));
  };
  const marked: string[] = [];
  for (const { method, url, permission } of server.app.guardedRoutes) {
    const path = url.replace("/api/v1", "").replace(/:(\w+)/g, "{$1}");
    const operation = document.paths[path]?.[method.toLowerCase()];
    if (operation === undefined || !personal(operation.responses, new Set())) continue;
    marked.push(`${method} ${path}`);
    // An invitation's code is the key to it, and says who sent it.
    if (permission !== "session.read" && permission !== "invitation.read")
      expect(isPublic(permission), `${method} ${path}`).toBe(false);
  }
  expect(marked).toEqual(expect.arrayContaining(["GET /session", "GET /roles", "GET /people"]));
});
