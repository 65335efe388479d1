/** Signing in through a provider that is not ours, over the network; what its claims give, and the settings. */
import { signInEnvironment } from "@voorsprong/access";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browser, browserOn } from "./browser.js";
import { databaseKinds, startServer, type TestDatabase, type TestServer } from "./harness.js";
import { startProvider, type TestProvider } from "./provider/provider.js";

const claims = new Map<string, Record<string, unknown>>();
let database: TestDatabase;
let provider: TestProvider;
let server: TestServer;

beforeAll(async () => {
  database = await databaseKinds[0]!.create();
  provider = await startProvider(
    "http://localhost/api/v1/sign-in/callback",
    "http://localhost/nl",
    (subject) => ({
      name: `Naam van ${subject}`,
      email: `${subject}@example.org`,
      email_verified: true,
      ...claims.get(subject),
    }),
  );
  server = await startServer(await database.open(), {
    signIn: signInEnvironment({
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: "voorsprong",
      OIDC_CLIENT_SECRET: "a secret of the test",
      OIDC_KVK_CLAIM: "kvk",
      OIDC_ORGANISATION_NAME_CLAIM: "company",
      OIDC_ROLES_CLAIM: "roles",
      PROGRAMME_DIRECTOR: "Director@example.org",
    }),
  });
});
afterAll(async () => {
  await server.close();
  await provider.close();
  await database.drop();
});

/** Goes through the provider as a browser does: here is the site's browser, there plain requests with cookies. */
async function signIn(browser: Browser, subject: string): Promise<string> {
  const cookies = new Map<string, string>();
  const begun = await browser.send("GET", "/api/v1/sign-in?return=/nl/funds");
  expect(begun.status).toBe(303);
  let address = String(begun.headers.location);
  for (;;) {
    const url = new URL(address);
    if (url.host === "localhost") return (await browser.go(url.pathname + url.search)).path;
    if (url.pathname.startsWith("/choice/")) url.searchParams.set("subject", subject);
    const answer = await fetch(url, {
      redirect: "manual",
      headers: { cookie: [...cookies].map((pair) => pair.join("=")).join("; ") },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = line.slice(0, line.indexOf(";")).split("=");
      cookies.set(name, value);
    }
    address = new URL(answer.headers.get("location") ?? "", url).href;
  }
}

const sessionOf = async (browser: Browser) => (await browser.send("GET", "/api/v1/session")).body;
const signedIn = async (subject: string) => {
  const browser = browserOn(server.app);
  expect(await signIn(browser, subject)).toBe("/nl/funds");
  return { browser, session: await sessionOf(browser) };
};

describe("a provider elsewhere", () => {
  it("says who somebody is; nobody gets a role by that alone", async () => {
    const { session } = await signedIn("somebody");
    expect(session).toMatchObject({
      signIn: "openid",
      person: { name: "Naam van somebody", email: "somebody@example.org", roles: [], organisations: [] },
    });
    const again = await signedIn("somebody");
    expect(again.session.person.id).toBe(session.person.id);
  });

  it("makes the first programme director of the person whose verified address the operator set", async () => {
    claims.set("director", { email_verified: false });
    expect((await signedIn("director")).session.person).toMatchObject({ email: null, roles: [] });
    claims.set("director", { email_verified: true });
    expect((await signedIn("director")).session.person.roles).toEqual([
      { role: "programme-director", fundId: null },
    ]);
  });

  it("gives and takes the roles in its claim, at each sign-in", async () => {
    claims.set("officer", { roles: ["fund-manager:research", "auditor", "something-else"] });
    const { session } = await signedIn("officer");
    expect(session.person.roles).toEqual([
      { role: "auditor", fundId: null },
      { role: "fund-manager", fundId: "research" },
    ]);
    await server.access.grant({
      personId: session.person.id,
      role: "finance",
      fundId: null,
      grantedBy: null,
    });
    claims.set("officer", { roles: [] });
    // What somebody here handed out stays.
    expect((await signedIn("officer")).session.person.roles).toEqual([{ role: "finance", fundId: null }]);
  });

  it("puts who comes with a trade register number with that organisation (eHerkenning)", async () => {
    const squatter = await server.as("signed-in", { name: "squatter" });
    const claimed = await squatter.post("/organisations", {
      name: "Geclaimd",
      kind: "company",
      kvk: "12345678",
    });
    claims.set("owner", { kvk: "12345678", company: "Echte Fabriek" });
    const { browser, session } = await signedIn("owner");
    expect(session.person.organisations).toEqual([{ id: claimed.body.id, name: "Geclaimd", role: "admin" }]);
    const { body } = await browser.send("GET", `/api/v1/organisations/${claimed.body.id}`);
    expect(body).toMatchObject({ kvk: "12345678", kvkConfirmed: true });
    claims.set("colleague", { kvk: "12345678" });
    expect((await signedIn("colleague")).session.person.organisations).toMatchObject([
      { id: claimed.body.id, role: "member" },
    ]);
    claims.set("other", { kvk: "87654321000000001234", company: "Andere Fabriek" });
    expect((await signedIn("other")).session.person.organisations).toMatchObject([
      { name: "Andere Fabriek", role: "admin" },
    ]);
    claims.set("nonsense", { kvk: "1234" });
    expect((await signedIn("nonsense")).session.person.organisations).toEqual([]);
  });

  it("is signed out of as well", async () => {
    const { browser, session } = await signedIn("leaving");
    const out = await browser.send("POST", "/api/v1/sign-out", {}, { "x-csrf-token": session.csrfToken });
    const location = new URL(out.body.location);
    expect(location.origin).toBe(provider.issuer);
    expect(location.searchParams.get("id_token_hint")).toMatch(/^ey/);
    expect(location.searchParams.get("post_logout_redirect_uri")).toBe("http://localhost/nl");
    const answer = await fetch(location);
    // The provider knows the client and the address, and asks there.
    expect(answer.status).toBe(200);
    expect((await sessionOf(browser)).person).toBeNull();
  });

  it("has no example people, and keeps example rounds for who runs the fund", async () => {
    expect((await server.get("/try-out/people")).status).toBe(404);
    const trial = { fundId: "research", applications: 10, seed: 1 };
    expect((await server.post("/example-rounds", trial)).status).toBe(401);
    for (const person of [
      await server.as("signed-in"),
      await server.as("applicant"),
      await server.as("fund-manager", { fund: "another-fund" }),
    ])
      expect((await person.post("/example-rounds", trial)).status).toBe(403);
    const manager = await server.as("fund-manager", { fund: "research" });
    expect((await manager.post("/example-rounds", trial)).status).toBe(201);
  });

  it("sends somebody to a page that says so when it cannot be reached", async () => {
    const elsewhere = await databaseKinds[0]!.create();
    const lonely = await startServer(await elsewhere.open(), {
      signIn: signInEnvironment({
        OIDC_ISSUER: "http://127.0.0.1:1",
        OIDC_CLIENT_ID: "voorsprong",
        OIDC_CLIENT_SECRET: "secret",
      }),
    });
    const answer = await browserOn(lonely.app).send("GET", "/api/v1/sign-in?return=/en/funds");
    expect(answer.headers.location).toBe("/en/sign-in?problem=unreachable&return=%2Fen%2Ffunds");
    await lonely.close();
    await elsewhere.drop();
  });
});

describe("the settings", () => {
  const openid = { OIDC_ISSUER: "https://id.example.org", OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "b" };
  it("ask for a provider in production, and for https anywhere but here", () => {
    expect(signInEnvironment({})).toEqual({ kind: "embedded" });
    expect(signInEnvironment({ OIDC_ISSUER: "" })).toEqual({ kind: "embedded" });
    expect(() => signInEnvironment({ NODE_ENV: "production" })).toThrow(/OIDC_ISSUER.*PROGRAMME_DIRECTOR/);
    expect(signInEnvironment({ NODE_ENV: "production", ...openid })).toMatchObject({ kind: "openid" });
    expect(() => signInEnvironment({ ...openid, OIDC_ISSUER: "http://id.example.org" })).toThrow(
      /OIDC_ISSUER/,
    );
    expect(() => signInEnvironment({ ...openid, OIDC_CLIENT_SECRET: "" })).toThrow(/OIDC_CLIENT_SECRET/);
  });
});
