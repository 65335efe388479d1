/** Nothing a user sends stops the server, and every answer is of a documented kind. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { databaseKinds, smallRound, startServer, type TestDatabase, type TestServer } from "./harness.js";

const [kind] = databaseKinds;
let database: TestDatabase;
let server: TestServer;
let roundId: string;

beforeAll(async () => {
  database = await kind!.create();
  server = await startServer(await database.open());
  roundId = (await server.register({ format: "json", text: smallRound() })).id;
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const methods = fc.constantFrom("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ maxLength: 40 }),
  fc.constantFrom(
    "__proto__",
    "constructor",
    "../../etc/passwd",
    "..%2f..%2f",
    "' OR 1=1 --",
    "\0",
    "\ud800",
    "%",
    "%00",
    "NaN",
    "-1",
    "1e999",
    "9".repeat(400),
    "a".repeat(5_000),
    "region:Groningen",
    ":",
    "$1",
    "{{7*7}}",
  ),
);

/** A text as it may stand in an address; half a surrogate pair has no escape and stays away. */
const escaped = hostile.map((text) => encodeURIComponent(text.replace(/\p{Cs}/gu, "")));

const path = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        "/accord",
        "/clauses/X",
        "/funds",
        "/funds/X",
        "/rounds",
        "/rounds/X",
        "/rounds/X/document",
        "/rounds/X/applications",
        "/rounds/X/applications/X",
        "/rounds/X/applications.csv",
        "/rounds/X/jobs",
        "/rounds/X/decision",
        "/rounds/X/decision-summary",
        "/example-rounds",
        "/jobs/X",
        "/ledger",
        "/ledger/export",
        "/opportunities",
        "/openapi.json",
      ),
      fc.array(fc.oneof(escaped, fc.constant("@round")), { minLength: 2, maxLength: 2 }),
      fc.array(
        fc.tuple(
          fc.constantFrom(
            "page",
            "pageSize",
            "sort",
            "search",
            "tag",
            "outcome",
            "subject",
            "fundId",
            "region",
            "x[y]",
          ),
          escaped,
        ),
        { maxLength: 4 },
      ),
    )
    .map(([route, parts, query]) => {
      let next = 0;
      const filled = route.replace(/X/g, () =>
        parts[next++ % parts.length] === "@round" ? roundId : parts[0]!,
      );
      const search = query.map(([name, value]) => `${name}=${value}`).join("&");
      return `/api/v1${filled}${search === "" ? "" : `?${search}`}`;
    }),
  escaped.map((text) => `/${text}`),
  fc.constantFrom(
    "//",
    "/api//v1",
    "/api/v1/",
    "/.well-known/x",
    "/%",
    "/%E0%A4%A",
    "/api/v1/rounds/%2e%2e",
    "/?__proto__=1",
  ),
);

const number = fc.oneof(fc.double(), fc.maxSafeInteger(), fc.constantFrom(-1, 0, 1e308, 2 ** 53, 0.5));
const anything: fc.Arbitrary<unknown> = fc.anything({
  maxDepth: 4,
  key: fc.oneof(
    fc.string({ maxLength: 10 }),
    fc.constantFrom("__proto__", "constructor", "prototype", "toString", "length"),
  ),
});

/** A body: something like a valid one with parts replaced, any JSON, or no JSON at all. */
const body = fc.oneof(
  fc
    .record(
      {
        format: fc.oneof(fc.constantFrom("json", "csv", "pb", "mkp"), hostile),
        text: fc.oneof(
          hostile,
          anything.map((value) => JSON.stringify(value) ?? ""),
          fc.constant(smallRound()),
        ),
        fundId: fc.oneof(fc.constantFrom("research", null), hostile),
        rule: fc.oneof(fc.constantFrom("optimal", "ranking"), hostile),
        trial: fc.oneof(fc.boolean(), hostile),
        title: hostile,
        applications: fc.oneof(fc.integer({ min: 0, max: 50 }), number),
        seed: number,
        timeLimitSeconds: number,
      },
      { requiredKeys: [] },
    )
    .map((value) => JSON.stringify(value)),
  anything.map((value) => JSON.stringify(value) ?? ""),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.integer({ min: 1, max: 20_000 }).map((depth) => '{"a":'.repeat(depth)),
  fc.constant('{"format":"json","text":"{}","format":"csv"}'),
);

const header = fc.tuple(
  fc.constantFrom(
    "accept",
    "accept-encoding",
    "if-none-match",
    "x-forwarded-for",
    "content-encoding",
    "range",
    "host",
    "cookie",
    "origin",
  ),
  fc.string({ maxLength: 60 }).map((text) => text.replace(/[^\x20-\x7e]/g, "")),
);

it("answers whatever is asked, and never with a fault of its own", async () => {
  await fc.assert(
    fc.asyncProperty(
      methods,
      path,
      body,
      fc.constantFrom(
        "application/json",
        "application/json; charset=utf-8",
        "text/plain",
        "multipart/form-data",
        "",
      ),
      fc.array(header, { maxLength: 3 }),
      async (method, url, payload, type, extra) => {
        const headers = Object.fromEntries([
          ...extra,
          ...(type === "" ? [] : [["content-type", type] as const]),
        ]);
        const answer = await server.app.inject({
          method,
          url,
          headers,
          ...(method === "GET" || method === "HEAD" ? {} : { payload }),
        });
        expect(answer.statusCode, `${method} ${url}: ${answer.body.slice(0, 300)}`).toBeLessThan(500);
        expect(answer.headers["api-version"]).toBe("1.0.0");
        if (answer.statusCode >= 400 && method !== "HEAD") {
          const encoded = answer.headers["content-encoding"] !== undefined;
          expect(answer.headers["content-type"]).toContain("application/problem+json");
          if (!encoded) expect(JSON.parse(answer.body)).toMatchObject({ status: answer.statusCode });
        }
      },
    ),
    { numRuns: 600, seed: 20270115 },
  );
  expect((await server.send({ method: "GET", url: "/ready" })).status).toBe(200);
  expect((await server.get(`/rounds/${roundId}`)).body.applications).toBe(4);
}, 240_000);
