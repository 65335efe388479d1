/** Nothing a user sends stops the server, and every answer is of a documented kind. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { callDefinition, publishCall, saved, started, wholeChanges } from "./application-fixtures.js";
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

/** Every place of a text in a JSON value, as a way to a copy with another text there. */
function placesOf(value: unknown): ((text: string) => unknown)[] {
  if (typeof value === "string") return [(text) => text];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    placesOf(inner).map(
      (change) => (text: string) =>
        Array.isArray(value) ? value.with(Number(name), change(text)) : { ...value, [name]: change(text) },
    ),
  );
}

it("answers people who are signed in and send a hostile text anywhere in what is else right", async () => {
  const manager = await server.as("fund-manager", { fund: "research" });
  const director = await server.as("programme-director");
  const applicant = await server.as("applicant");
  const { definition } = (
    await manager.post("/calls", {
      id: "fuzz-draft",
      fundId: "research",
      from: { template: "tender" },
      trial: true,
    })
  ).body;
  await publishCall(server.store, callDefinition("fuzz-call", server.store.now()));
  const application = await started(applicant, "fuzz-call");
  expect((await saved(applicant, application, wholeChanges)).status).toBe(200);

  const sends = {
    "a definition to keep": {
      whole: definition,
      send: async (changed: unknown) => {
        const { revision } = (await manager.get("/calls/fuzz-draft")).body;
        return manager.put("/calls/fuzz-draft", { definition: changed, revision });
      },
    },
    "a definition to check": {
      whole: definition,
      send: (changed: unknown) => manager.post("/calls/fuzz-draft/check", { definition: changed }),
    },
    "changes of an application": {
      whole: wholeChanges,
      send: (changed: unknown) => saved(applicant, application, changed as object),
    },
    "a role": {
      whole: { personId: applicant.personId, role: "finance", fundId: "research" },
      send: (changed: unknown) => director.post("/roles", changed as object),
    },
    "a token": {
      whole: { name: "program", may: "read", days: 1 },
      send: (changed: unknown) => applicant.post("/people/me/tokens", changed as object),
    },
  };
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.entries(sends)),
      fc.nat(),
      hostile,
      async ([what, { whole, send }], place, text) => {
        const places = placesOf(whole);
        const answer = await send(places[place % places.length]!(text));
        expect(answer.status, `${what}: ${answer.text.slice(0, 300)}`).toBeLessThan(500);
        if (text.includes("\0") || /\p{Cs}/u.test(text)) {
          expect(answer.status, what).toBe(422);
          expect(answer.body.errors[0]).toMatchObject({ in: "body", code: "unstorable_text" });
        }
      },
    ),
    { numRuns: 200, seed: 20270116 },
  );

  const texts = ["%00", "a%00b", "%F0%9F%98%80", "%ED%A0%80", "x".repeat(3_000)];
  const lists = {
    "/applications": ["callId", "state", "theme", "region", "search", "sort"],
    "/calls": ["fundId", "state"],
    "/register/awards": ["search", "fundId", "callId", "region", "theme", "sort"],
    "/register/decisions": ["fundId"],
    "/people": ["search"],
    "/organisations": ["search"],
  };
  for (const [list, names] of Object.entries(lists))
    for (const name of names)
      for (const text of texts)
        for (const who of [director, applicant, server]) {
          const answer = await who.get(`${list}?${name}=${text}`);
          expect(answer.status, `${list}?${name}=${text.slice(0, 20)}`).toBeLessThan(500);
        }
  for (const text of ["%00", "a%00b"])
    for (const path of ["calls", "applications", "organisations", "grants", "exchange/imports"])
      expect((await director.get(`/${path}/${text}`)).status, `${path}/${text}`).toBeLessThan(500);
}, 240_000);
