/** Signing in through the embedded provider, by HTTP only. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browser, browserOn, signInAs } from "./browser.js";
import { databaseKinds, expectProblem, startServer, type TestDatabase, type TestServer } from "./harness.js";

let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  database = await databaseKinds[0]!.create();
  server = await startServer(await database.open());
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const sessionOf = async (browser: Browser) => (await browser.send("GET", "/api/v1/session")).body;

describe("signing in", () => {
  it("asks who you are, and brings you back to where you were", async () => {
    const browser = browserOn(server.app);
    expect(await sessionOf(browser)).toEqual({
      person: null,
      csrfToken: null,
      expires: null,
      signIn: "embedded",
    });
    const asked = await browser.go("/api/v1/sign-in?return=/en/funds/research");
    expect(asked.path).toMatch(/^\/en\/try-out\/[\w-]+$/);
    expect(await signInAs(browser, "applicant", "/nl/funds/research?page=2")).toBe(
      "/nl/funds/research?page=2",
    );
    const session = await sessionOf(browser);
    expect(session).toMatchObject({
      person: {
        name: "Voorbeeld aanvrager",
        organisations: [{ name: "Voorbeeld Metaalbewerking (voorbeeld)", role: "admin" }],
        roles: [],
      },
      csrfToken: expect.stringMatching(/^[\w-]{43}$/),
    });
    const cookie = browser.cookies.get("voorsprong")!;
    expect(cookie.raw).toMatch(/; HttpOnly/);
    expect(cookie.raw).toMatch(/; SameSite=Lax/);
    expect(cookie.raw).not.toMatch(/Max-Age|Expires/);
  });

  it("refuses an answer that another browser began, one that is used again, and one that does not fit", async () => {
    const one = browserOn(server.app);
    const asked = await one.go("/api/v1/sign-in?return=/nl/ledger");
    const chosen = await one.send("POST", `/api/v1/try-out/choices/${asked.path.split("/").at(-1)}`, {
      person: "auditor",
    });
    const { pathname, search } = new URL(chosen.body.location);
    const resumed = await one.send("GET", pathname + search);
    const answer = new URL(String(resumed.headers.location));
    const callback = answer.pathname + answer.search;
    expect(callback).toMatch(/^\/api\/v1\/sign-in\/callback\?code=/);

    // Another browser never began this: it must not end up signed in as somebody else.
    const other = browserOn(server.app);
    expect((await other.go(callback)).path).toBe("/nl/sign-in?problem=expired&return=%2Fnl");
    await other.go("/api/v1/sign-in?return=/nl/verify");
    expect((await other.go(callback)).path).toBe("/nl/sign-in?problem=refused&return=%2Fnl%2Fverify");
    expect((await sessionOf(other)).person).toBeNull();

    // In the browser that began it, a state that was changed.
    const started = one.cookies.get("voorsprong-sign-in")!;
    const forged = callback.replace(/state=[^&]+/, "state=somebody-elses-state-of-forty-characters");
    expect((await one.go(forged)).path).toContain("problem=refused");
    // The answer is used up by that; with the cookie put back it still fits.
    one.cookies.set("voorsprong-sign-in", started);
    expect((await one.go(callback)).path).toBe("/nl/ledger");
    expect((await sessionOf(one)).person.name).toBe("Voorbeeld controleur");
    // Replayed, also with the cookie put back: the code is good once.
    expect((await one.go(callback)).path).toContain("problem=expired");
    one.cookies.set("voorsprong-sign-in", started);
    expect((await one.go(callback)).path).toContain("problem=refused");
  });

  it("refuses an ID token that was made for another sign-in", async () => {
    const browser = browserOn(server.app);
    const asked = await browser.go("/api/v1/sign-in");
    const kept = browser.cookies.get("voorsprong-sign-in")!;
    const begun = JSON.parse(Buffer.from(kept.value, "base64url").toString());
    const changed = { ...begun, nonce: "another-nonce-of-some-forty-characters-long" };
    const chosen = await browser.send("POST", `/api/v1/try-out/choices/${asked.path.split("/").at(-1)}`, {
      person: "auditor",
    });
    const value = Buffer.from(JSON.stringify(changed)).toString("base64url");
    browser.cookies.set("voorsprong-sign-in", { ...kept, value });
    const { pathname, search } = new URL(chosen.body.location);
    expect((await browser.go(pathname + search)).path).toContain("problem=refused");
    expect((await sessionOf(browser)).person).toBeNull();
  });

  it("gives a new session at every sign-in, and ends the one before", async () => {
    const browser = browserOn(server.app);
    await signInAs(browser, "applicant");
    const first = browser.cookies.get("voorsprong")!;
    // What somebody else put there (session fixation) is no session and stays none.
    expect(await signInAs(browser, "finance")).toBe("/nl");
    const second = browser.cookies.get("voorsprong")!;
    expect(second.value).not.toBe(first.value);
    browser.cookies.set("voorsprong", first);
    expect((await sessionOf(browser)).person).toBeNull();
    const fixed = { ...first, value: "chosen-by-somebody-else" };
    browser.cookies.set("voorsprong", fixed);
    expect(await signInAs(browser, "finance")).toBe("/nl");
    expect(browser.cookies.get("voorsprong")!.value).not.toBe(fixed.value);
  });

  it("brings nobody to another site", async () => {
    for (const elsewhere of [
      "https://example.org/",
      "//example.org/",
      "/\\example.org",
      "/\t/example.org",
      "/nl/..//example.org",
      "javascript:alert(1)",
      "/api/v1/ledger/export",
    ])
      expect(await signInAs(browserOn(server.app), "auditor", elsewhere), elsewhere).toBe("/nl");
  });

  it("keeps no secret of a session in the database", async () => {
    const browser = browserOn(server.app);
    await signInAs(browser, "decider");
    const { value } = browser.cookies.get("voorsprong")!;
    const rows = await server.store.database.query("SELECT * FROM sessions");
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(value);
  });
});

describe("a session", () => {
  it("ends when nobody uses it, and after twelve hours in any case", async () => {
    let now = new Date();
    const own = await databaseKinds[0]!.create();
    const later = await startServer(await own.open({ now: () => now }));
    const pass = (hours: number) => {
      now = new Date(now.getTime() + hours * 3_600_000);
    };
    const idle = browserOn(later.app);
    const busy = browserOn(later.app);
    for (const browser of [idle, busy]) await signInAs(browser, "decider");
    for (let hours = 0; hours < 10; hours += 1.7) {
      pass(1.7);
      expect((await sessionOf(busy)).person, `after ${hours + 1.7} hours`).not.toBeNull();
      if (hours > 0) expect((await sessionOf(idle)).person).toBeNull();
    }
    pass(1.9);
    expect((await sessionOf(busy)).person).toBeNull();
    await later.close();
    await own.drop();
  });

  it("ends here, or everywhere", async () => {
    const [desk, phone, other] = [browserOn(server.app), browserOn(server.app), browserOn(server.app)];
    for (const browser of [desk, phone, other]) await signInAs(browser, "reviewer-1");
    const out = async (browser: Browser, body: object) => {
      const { csrfToken } = await sessionOf(browser);
      return browser.send("POST", "/api/v1/sign-out", body, { "x-csrf-token": csrfToken });
    };
    const kept = desk.cookies.get("voorsprong")!;
    expect((await out(desk, {})).body).toEqual({ location: null });
    expect(desk.cookies.has("voorsprong")).toBe(false);
    desk.cookies.set("voorsprong", kept);
    expect((await sessionOf(desk)).person).toBeNull();
    expect((await sessionOf(phone)).person).not.toBeNull();
    await out(phone, { everywhere: true });
    expect((await sessionOf(other)).person).toBeNull();
  });
});

describe("changes that a page of another site sends", () => {
  it("are refused without the token, and with another origin", async () => {
    const browser = browserOn(server.app);
    await signInAs(browser, "fund-manager");
    const { csrfToken } = await sessionOf(browser);
    const change = (headers: Record<string, string>) =>
      browser.send(
        "POST",
        "/api/v1/example-rounds",
        { fundId: "research", applications: 10, seed: 1 },
        headers,
      );
    const token = { "x-csrf-token": csrfToken };
    expect(expectProblem(await change({}), 403).detail).toContain("x-csrf-token");
    expectProblem(await change({ "x-csrf-token": "another" }), 403);
    for (const foreign of [
      { origin: "https://example.org" },
      { origin: "null" },
      { origin: "http://localhost:8080" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ] as Record<string, string>[])
      expect(expectProblem(await change({ ...token, ...foreign }), 403).detail).toContain("another site");
    expect(
      (await change({ ...token, origin: "http://localhost", "sec-fetch-site": "same-origin" })).status,
    ).toBe(201);
  });

  it("are refused to a visitor as well", async () => {
    const refused = await browserOn(server.app).send(
      "POST",
      "/api/v1/example-rounds",
      { fundId: "research", applications: 10, seed: 2 },
      { origin: "https://example.org" },
    );
    expectProblem(refused, 403);
  });
});

describe("another host", () => {
  it("is not this site, except for probes", async () => {
    const stranger = browserOn(server.app, "rebound.example.org");
    const refused = await stranger.send("GET", "/api/v1/ledger");
    expect(expectProblem(refused, 421).detail).toContain("PUBLIC_URL");
    expect((await stranger.send("GET", "/nl")).status).toBe(421);
    expect((await stranger.send("GET", "/health")).status).toBe(200);
    expect((await browserOn(server.app, "127.0.0.1:3000").send("GET", "/api/v1/ledger")).status).toBe(200);
  });
});
