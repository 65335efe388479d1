/** Errors, headers and limits of the HTTP layer. */
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  databaseKinds,
  expectProblem,
  smallRound,
  startServer,
  type TestDatabase,
  type TestServer,
} from "./harness.js";

const [kind] = databaseKinds;
let database: TestDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await kind!.create();
  server = await startServer(await database.open());
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const api = (path: string) => `/api/v1${path}`;
const json = { "content-type": "application/json" };

describe("problem documents", () => {
  it.each([
    ["an unknown path", "GET", "/nothing", 404],
    ["an unknown clause", "GET", "/clauses/innovation.nothing", 404],
    ["a clause id of another form", "GET", "/clauses/Innovation", 400],
    ["an unknown fund", "GET", "/funds/nothing", 404],
    ["an unknown round", "GET", "/rounds/nothing", 404],
    ["a round id of another form", "GET", "/rounds/No%20thing", 400],
    ["the document of an unknown round", "GET", "/rounds/nothing/document", 404],
    ["applications of an unknown round", "GET", "/rounds/nothing/applications", 404],
    ["CSV of an unknown round", "GET", "/rounds/nothing/applications.csv", 404],
    ["an unknown application", "GET", "/rounds/nothing/applications/A1", 404],
    ["a decision of an unknown round", "GET", "/rounds/nothing/decision", 404],
    ["a job id that is no UUID", "GET", "/jobs/1", 400],
    ["an unknown job", "GET", "/jobs/00000000-0000-4000-8000-000000000000", 404],
    ["page 0", "GET", "/rounds?page=0", 400],
    ["a page of 501", "GET", "/rounds?pageSize=501", 400],
    ["an unknown order", "GET", "/rounds/x/applications?sort=name", 400],
    ["a tag filter without a value", "GET", "/rounds/x/applications?tag=region", 400],
    ["a wrong escape", "GET", "/rounds/%E0%A4%A", 400],
    ["deleting a round", "DELETE", "/rounds/x", 405],
    ["patching the ledger", "PATCH", "/ledger", 405],
  ] as const)("answers %s", async (_, method, path, status) => {
    expectProblem(await server.send({ method, url: api(path) }), status);
  });

  it("names the methods that a path has", async () => {
    const answer = await server.send({ method: "PUT", url: api("/rounds"), headers: json, payload: "{" });
    expectProblem(answer, 405);
    expect(answer.headers.allow).toBe("GET, HEAD, POST");
  });

  it.each([
    ["no JSON", json, "{", 400],
    ["an empty body", json, "", 400],
    ["text", { "content-type": "text/plain" }, "x", 415],
    ["a form", { "content-type": "application/x-www-form-urlencoded" }, "a=b", 415],
    ["a media type that is none", { "content-type": "???" }, "{}", 415],
    ["a prototype", json, '{"__proto__": {"format": "json"}, "format": "json", "text": "{}"}', 400],
    ["a constructor", json, '{"constructor": {"prototype": {}}, "format": "json", "text": "{}"}', 400],
    ["an array", json, "[]", 400],
    ["null", json, "null", 400],
    ["a body a million deep", json, "[".repeat(1_000_000) + "]".repeat(1_000_000), 400],
  ] as const)("answers %s as a body", async (_, headers, payload, status) => {
    expectProblem(await server.send({ method: "POST", url: api("/rounds"), headers, payload }), status);
  });

  it("refuses texts that cannot be kept, in every body, and points at them", async () => {
    const { errors } = expectProblem(
      await server.post("/rounds", {
        name: "a\0b",
        list: ["good \ud83d\ude00", { "a/b": "\ud800" }],
        "half\udc00": 1,
      }),
      422,
    );
    expect(errors?.map(({ location, code }) => [location.pointer, code])).toEqual([
      ["/name", "unstorable_text"],
      ["/half\ufffd", "unstorable_text"],
      ["/list/1/a~1b", "unstorable_text"],
    ]);
    const deep = `${'{"a":'.repeat(19_000)}"\\u0000"${"}".repeat(19_000)}`;
    const answer = await server.send({ method: "POST", url: api("/rounds"), headers: json, payload: deep });
    expect(expectProblem(answer, 422).errors?.[0]?.location.pointer).toMatch(/^(\/a){500}$/);
  });

  it("points at what is wrong in a body, a query and a path", async () => {
    const body = expectProblem(await server.post("/rounds", { format: "xml", text: "", extra: 1 }), 400);
    expect(body.errors?.map((error) => [error.in, error.location.pointer])).toEqual(
      expect.arrayContaining([
        ["body", "/format"],
        ["body", "/text"],
      ]),
    );
    const query = expectProblem(await server.get("/rounds?page=x"), 400);
    expect(query.errors).toMatchObject([{ in: "query", location: { pointer: "/page" } }]);
    const path = expectProblem(await server.get("/jobs/x"), 400);
    expect(path.errors).toMatchObject([{ in: "path", location: { pointer: "/jobId" } }]);
  });

  it("limits bodies: 64 kB, and more only for rounds", async () => {
    const long = { fundId: "research", applications: 1, seed: 1, padding: "x".repeat(70_000) };
    const refused = expectProblem(await server.post("/example-rounds", long), 413);
    expect(refused.detail).toContain("64 kB at most");
    const text = `${smallRound({ round: "padded" })}${" ".repeat(2_000_000)}`;
    expect((await server.post("/rounds", { format: "json", text })).status).toBe(201);
    const huge = await server.send({
      method: "POST",
      url: api("/rounds"),
      headers: { ...json, "content-length": String(65 * 1024 * 1024) },
      payload: "{}",
    });
    expect(expectProblem(huge, 413).detail).toContain("64 MB at most");
  });

  it("limits changes per address, and never reading", async () => {
    const limited = await startServer(server.store, { writesPerMinute: 3, working: () => false });
    const statuses: number[] = [];
    for (let time = 0; time < 5; time++)
      statuses.push((await limited.post("/rounds", { format: "json", text: "{}" })).status);
    expect(statuses).toEqual([422, 422, 422, 429, 429]);
    const answer = await limited.post("/rounds", { format: "json", text: "{}" });
    expectProblem(answer, 429);
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
    for (let time = 0; time < 10; time++) expect((await limited.get("/rounds")).status).toBe(200);
    await limited.app.close();
  });

  it("tells nothing of itself when it fails", async () => {
    const original = server.store.ledger.page;
    const broken = {
      ...server.store,
      ledger: { ...server.store.ledger, page: () => Promise.reject(new Error("secret 42")) },
    };
    const failing = await startServer(broken);
    const answer = await failing.get("/ledger");
    expectProblem(answer, 500);
    expect(answer.text).not.toMatch(/secret|Error|\.ts|\.js|node_modules/);
    expect(original).toBe(server.store.ledger.page);
    await failing.app.close();
  });
});

describe("on the wire", () => {
  /** Sends raw bytes and gives what comes back until the connection closes. */
  const raw = (port: number, text: string) =>
    new Promise<string>((resolve, reject) => {
      let answer = "";
      const socket = connect(port, "127.0.0.1", () => socket.write(text));
      socket.on("data", (chunk) => {
        answer += chunk.toString("latin1");
      });
      socket.on("close", () => resolve(answer));
      socket.on("error", reject);
    });

  it("answers what is no HTTP with a problem document", async () => {
    await server.app.listen({ port: 0, host: "127.0.0.1" });
    const { port } = server.app.server.address() as { port: number };
    const garbage = await raw(port, "this is no request\r\n\r\n");
    expect(garbage).toMatch(/^HTTP\/1\.1 400 /);
    expect(garbage).toContain("application/problem+json");
    expect(garbage).toContain("API-Version: 1.");
    const headers = await raw(port, `GET / HTTP/1.1\r\nhost: x\r\nx: ${"y".repeat(20_000)}\r\n\r\n`);
    expect(headers).toMatch(/^HTTP\/1\.1 431 /);
    expect((await server.get("/accord")).status).toBe(200);
  });

  it("keeps places for large uploads, and gives them back when one is broken off", async () => {
    const { port } = server.app.server.address() as { port: number };
    const begin = () => {
      const socket = connect(port, "127.0.0.1");
      socket.on("error", () => {});
      socket.write(
        `POST ${api("/rounds")} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n1\r\n{\r\n`,
      );
      return socket;
    };
    const whole = () =>
      fetch(`http://127.0.0.1:${port}${api("/rounds")}`, {
        method: "POST",
        headers: json,
        body: JSON.stringify({
          format: "json",
          text: `${smallRound({ round: "large" })}${" ".repeat(1_100_000)}`,
        }),
      });
    const sockets = Array.from({ length: 8 }, begin);
    await expect.poll(async () => (await whole()).status, { timeout: 20_000 }).toBe(503);
    const small = await server.post("/rounds", { format: "json", text: smallRound({ round: "small one" }) });
    expect(small.status).toBe(201);
    for (const socket of sockets) socket.destroy();
    await expect.poll(async () => (await whole()).status, { timeout: 20_000 }).toBeLessThan(300);
  });
});

describe("headers", () => {
  it("carries the version and the security headers on every answer", async () => {
    for (const path of ["/", "/api/v1/accord", "/api/v1/nothing", "/health", "/api/docs"]) {
      const { headers } = await server.send({ method: "GET", url: path });
      expect(headers["api-version"], path).toBe("1.0.0");
      expect(headers["x-content-type-options"], path).toBe("nosniff");
      expect(headers["content-security-policy"], path).toContain("default-src 'none'");
      expect(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
      expect(headers["strict-transport-security"], path).toContain("max-age=");
    }
    const { headers } = await server.send({ method: "GET", url: "/" });
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/'unsafe-inline'|'unsafe-eval'|https?:/);
  });

  it("compresses long answers for those who can read it", async () => {
    const answer = await server.send({
      method: "GET",
      url: api("/funds"),
      headers: { "accept-encoding": "gzip" },
    });
    expect(answer.headers["content-encoding"]).toBe("gzip");
    expect((await server.get("/funds")).headers["content-encoding"]).toBeUndefined();
  });

  it("answers HEAD like GET, without a body", async () => {
    for (const path of [api("/accord"), "/health", "/nl/akkoord"]) {
      const { status, text } = await server.send({ method: "HEAD", url: path });
      expect([path, status, text]).toEqual([path, 200, ""]);
    }
  });
});

describe("pages and probes", () => {
  it("serves the page for page paths only", async () => {
    for (const path of ["/", "/nl", "/en/rounds/x-1", "/nl/clauses/innovation.research"]) {
      const answer = await server.send({ method: "GET", url: path });
      expect([answer.status, answer.headers["content-type"]], path).toEqual([
        200,
        "text/html; charset=utf-8",
      ]);
      expect(answer.text).toContain("Voorbeeldpagina");
    }
    for (const path of [
      "/api",
      "/api/v2/accord",
      "/favicon.gif",
      "/assets/nothing-12345678.js",
      "/.env",
      "/../package.json",
    ])
      expectProblem(await server.send({ method: "GET", url: path }), 404);
    expectProblem(await server.send({ method: "POST", url: "/nl/x", headers: json, payload: "{" }), 404);
  });

  it("lets hashed files be kept for ever and has the rest checked", async () => {
    const hashed = await server.send({ method: "GET", url: "/assets/main-AbCd1234.js" });
    expect(hashed.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    const page = await server.send({ method: "GET", url: "/index.html" });
    expect(page.headers["cache-control"]).toBe("no-cache");
    const again = await server.send({
      method: "GET",
      url: "/index.html",
      headers: { "if-none-match": String(page.headers.etag) },
    });
    expect(again.status).toBe(304);
    expect((await server.get("/accord")).headers["cache-control"]).toBe("no-store");
  });

  it("tells life from readiness", async () => {
    expect(await server.send({ method: "GET", url: "/health" })).toMatchObject({
      status: 200,
      body: { status: "ok" },
    });
    expect(await server.send({ method: "GET", url: "/ready" })).toMatchObject({
      status: 200,
      body: { status: "ready", checks: { database: true, jobs: true } },
    });
    const broken = {
      ...server.store,
      database: { ...server.store.database, query: () => Promise.reject(new Error("gone")) },
    };
    const idle = await startServer(server.store, { working: () => false });
    expect((await idle.send({ method: "GET", url: "/ready" })).status).toBe(503);
    await idle.app.close();
    const lost = await startServer(broken as typeof server.store);
    const answer = await lost.send({ method: "GET", url: "/ready" });
    expect([answer.status, answer.body.checks.database]).toEqual([503, false]);
    expect((await lost.send({ method: "GET", url: "/health" })).status).toBe(200);
    await lost.app.close();
  });
});
