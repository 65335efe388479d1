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
    expect(operations).toEqual([
      "DELETE /exchange/imports/{importId}",
      "DELETE /jobs/{jobId}",
      "GET /accord",
      "GET /clauses/{clauseId}",
      "GET /exchange/imports",
      "GET /exchange/imports/{importId}",
      "GET /exchange/imports/{importId}/errors.csv",
      "GET /exchange/imports/{importId}/rows",
      "GET /exchange/template.csv",
      "GET /exchange/template.xlsx",
      "GET /funds",
      "GET /funds/{fundId}",
      "GET /jobs/{jobId}",
      "GET /ledger",
      "GET /ledger/export",
      "GET /opportunities",
      "GET /rounds",
      "GET /rounds/{roundId}",
      "GET /rounds/{roundId}/applications",
      "GET /rounds/{roundId}/applications.csv",
      "GET /rounds/{roundId}/applications/{applicationId}",
      "GET /rounds/{roundId}/applications/{applicationId}/explanation",
      "GET /rounds/{roundId}/applications/{applicationId}/explanation-summary",
      "GET /rounds/{roundId}/decision",
      "GET /rounds/{roundId}/decision-summary",
      "GET /rounds/{roundId}/document",
      "GET /rounds/{roundId}/explanation",
      "GET /rounds/{roundId}/explanation-summary",
      "GET /session",
      "GET /try-out/people",
      "POST /example-rounds",
      "POST /exchange/imports",
      "POST /exchange/imports/{importId}/confirmation",
      "POST /rounds",
      "POST /rounds/{roundId}/applications/{applicationId}/explanation",
      "POST /rounds/{roundId}/explanation",
      "POST /rounds/{roundId}/jobs",
      "POST /sign-out",
    ]);
    const register = body.paths["/rounds"].post;
    expect(Object.keys(register.responses).sort()).toEqual(
      ["200", "201", "400", "401", "403", "404", "409", "413", "415", "422", "429", "500", "503"].sort(),
    );
    for (const reference of JSON.stringify(body).matchAll(/"#\/components\/(\w+)\/(\w+)"/g))
      expect(body.components[reference[1]!][reference[2]!], reference[0]).toBeDefined();
  });
});
