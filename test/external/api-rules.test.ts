/** The OpenAPI document passes the NL API Design Rules (Logius), and describes what the server does. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseKinds, root, startServer, type TestDatabase, type TestServer } from "../server/harness.js";
import { hasSharedData, sharedData } from "./shared.js";

const run = promisify(execFile);
let database: TestDatabase;
let server: TestServer;
let folder: string;

beforeAll(async () => {
  database = await databaseKinds[0]!.create();
  server = await startServer(await database.open());
  folder = await mkdtemp(join(tmpdir(), "voorsprong-openapi-"));
});
afterAll(async () => {
  await server.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

describe.runIf(hasSharedData)("the NL API Design Rules", () => {
  it("find nothing in the OpenAPI document, not even a warning", async () => {
    const { text, headers } = await server.get("/openapi.json");
    expect(headers["access-control-allow-origin"]).toBe("*");
    const file = join(folder, "openapi.json");
    await writeFile(file, text);
    const ruleset = sharedData("standards", "nl-api-design-rules.spectral.yaml");
    const spectral = resolve(root, "node_modules/.bin/spectral");
    const lint = (document: string) =>
      run(spectral, [
        "lint",
        "--format",
        "json",
        "--fail-severity",
        "hint",
        "--quiet",
        "-r",
        ruleset,
        document,
      ]);
    const { stdout } = await lint(file);
    expect(JSON.parse(stdout || "[]")).toEqual([]);

    // The rules do bite: a document without the version header is refused.
    const broken = join(folder, "broken.json");
    await writeFile(broken, text.replaceAll('"API-Version"', '"X-Other"'));
    await expect(lint(broken)).rejects.toMatchObject({ code: 1 });
  });
});

describe("the OpenAPI document", () => {
  it("names every operation of the contract, with its problems", async () => {
    const { body } = await server.get("/openapi.json");
    expect(body.openapi).toBe("3.1.0");
    expect(body.servers).toEqual([{ url: "/api/v1", description: "This server" }]);
    const operations = Object.entries(body.paths as Record<string, Record<string, { operationId: string }>>)
      .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))
      .sort();
    // Steps of a browser that signs in, and the document itself, are no operations of the contract.
    const steps = /^\S+ \/(openapi\.json|sign-in(\/callback)?|try-out\/choices\/\{uid\})$/;
    const routes = server.app.guardedRoutes
      .map(({ method, url }) => `${method} ${url.replace("/api/v1", "").replace(/:(\w+)/g, "{$1}")}`)
      .filter((route) => !steps.test(route))
      .sort();
    expect(routes.length).toBeGreaterThan(50);
    expect(operations).toEqual(routes);
    const register = body.paths["/rounds"].post;
    expect(Object.keys(register.responses).sort()).toEqual(
      ["200", "201", "400", "401", "403", "404", "409", "413", "415", "422", "429", "500", "503"].sort(),
    );
    for (const reference of JSON.stringify(body).matchAll(/"#\/components\/(\w+)\/(\w+)"/g))
      expect(body.components[reference[1]!][reference[2]!], reference[0]).toBeDefined();
  });
});
