/** Organisations, invitations, roles, own data and tokens of programs. */
import { accessData, expireData } from "@voorsprong/access";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  databaseKinds,
  expectProblem,
  type Person,
  startServer,
  type TestDatabase,
  type TestServer,
} from "./harness.js";

describe.each(databaseKinds)("people and organisations on $name", (kind) => {
  let database: TestDatabase;
  let server: TestServer;
  let number = 10_000_000;
  beforeAll(async () => {
    database = await kind.create();
    server = await startServer(await database.open());
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  const somebody = (name: string) => server.as("signed-in", { name });
  const rolesOf = async (person: Person) => (await person.get("/session")).body.person.roles;
  const organisationsOf = async (person: Person) => (await person.get("/session")).body.person.organisations;
  /** An organisation with a number, made by somebody. */
  const made = async (by: Person) => {
    const kvk = String(number++);
    const answer = await by.post("/organisations", { name: `Fabriek ${kvk}`, kind: "company", kvk });
    expect(answer.status, answer.text).toBe(201);
    return answer.body as { id: string; name: string; kvk: string };
  };

  it("makes an organisation from a name alone: what a register lacks blocks nobody", async () => {
    const founder = await somebody("founder");
    const answer = await founder.post("/organisations", { name: "  Vrije School  ", kind: "school" });
    expect(answer.status).toBe(201);
    expect(answer.headers.location).toBe(`/api/v1/organisations/${answer.body.id}`);
    expect(answer.body).toMatchObject({
      name: "Vrije School",
      kvk: null,
      kvkConfirmed: false,
      members: [{ personId: founder.personId, role: "admin" }],
      requests: [],
    });
    expect(await organisationsOf(founder)).toMatchObject([{ id: answer.body.id, role: "admin" }]);
    const { body: found } = await founder.get("/organisations?search=vrije");
    expect(found.items).toMatchObject([{ id: answer.body.id }]);
  });

  it("lets somebody join what is there only when a member says yes", async () => {
    const [admin, asker] = [await somebody("admin"), await somebody("asker")];
    const { id, name, kvk } = await made(admin);
    const twice = expectProblem(await asker.post("/organisations", { name: "X", kind: "company", kvk }), 409);
    expect(twice.detail).toContain(name);
    expect(twice.detail).toContain(id);
    expect((await asker.get(`/organisations?search=${kvk}`)).body.items).toMatchObject([{ id, kvk }]);
    expectProblem(await asker.get(`/organisations/${id}`), 403);
    expect((await asker.post(`/organisations/${id}/membership-requests`)).body).toEqual({ state: "asked" });
    expect(await organisationsOf(asker)).toEqual([]);
    const answer = `/organisations/${id}/membership-requests/${asker.personId}/answer`;
    expectProblem(await asker.post(answer, { approved: true }), 403);
    const { body } = await admin.post(answer, { approved: true });
    expect(body.members.map(({ role }: { role: string }) => role)).toEqual(["admin", "member"]);
    expect(body.requests).toEqual([]);
    expect(await organisationsOf(asker)).toMatchObject([{ id, role: "member" }]);
    expectProblem(await admin.post(answer, { approved: true }), 404);
  });

  it("keeps somebody to look after an organisation", async () => {
    const [admin, member] = [await somebody("last admin"), await somebody("member")];
    const { id } = await made(admin);
    await server.access.addMember(member.personId, id, "member");
    const own = `/organisations/${id}/members/${admin.personId}`;
    expectProblem(await admin.delete(own), 409);
    expectProblem(await admin.put(own, { role: "member" }), 409);
    expect(
      (await admin.put(`/organisations/${id}/members/${member.personId}`, { role: "admin" })).status,
    ).toBe(200);
    expect((await admin.delete(own)).status).toBe(204);
    expectProblem(await admin.get(`/organisations/${id}`), 403);
    expect((await member.delete(`/organisations/${id}/members/${member.personId}`)).status).toBe(204);
  });

  it("invites by link, once, while the one who invites may", async () => {
    const [admin, guest, late] = [await somebody("host"), await somebody("guest"), await somebody("late")];
    const { id, name } = await made(admin);
    const invitation = async () =>
      (await admin.post(`/organisations/${id}/invitations`, { membership: "admin" })).body as {
        code: string;
      };
    const { code } = await invitation();
    expect((await server.post("/invitations/preview", { code })).body).toMatchObject({
      organisationName: name,
      membership: "admin",
      role: null,
    });
    expectProblem(await server.post("/invitations/acceptance", { code }), 401);
    expect((await guest.post("/invitations/acceptance", { code })).status).toBe(200);
    expect(await organisationsOf(guest)).toMatchObject([{ id, role: "admin" }]);
    expectProblem(await late.post("/invitations/acceptance", { code }), 404);
    const second = await invitation();
    await guest.delete(`/organisations/${id}/members/${admin.personId}`);
    expectProblem(await late.post("/invitations/acceptance", second), 409);
    expect(JSON.stringify(await server.store.database.query("SELECT * FROM invitations"))).not.toContain(
      second.code,
    );
  });

  it("hands out roles per fund, and takes them back; somebody stays to do it", async () => {
    const director = await server.as("programme-director");
    const ofOneFund = await server.as("programme-director", { fund: "research" });
    const person = await somebody("officer");
    const role = { personId: person.personId, role: "finance", fundId: "research" };
    expectProblem(await ofOneFund.post("/roles", { ...role, fundId: null }), 403);
    expectProblem(await ofOneFund.post("/roles", { ...role, fundId: "challenges" }), 403);
    for (const path of ["/roles", "/roles/invitations"]) {
      const { personId, ...invited } = { ...role, fundId: "nowhere" };
      const sent = path === "/roles" ? { personId, ...invited } : invited;
      const { detail, errors } = expectProblem(await director.post(path, sent), 422);
      expect(detail).toContain("There is no fund nowhere");
      expect(errors).toMatchObject([{ location: { pointer: "/fundId" }, code: "unknown_fund" }]);
    }
    expect(await rolesOf(person)).toEqual([]);
    expect((await ofOneFund.post("/roles", role)).status).toBe(201);
    expect(await rolesOf(person)).toEqual([{ role: "finance", fundId: "research" }]);
    expectProblem(await person.post("/roles", role), 403);
    const own = `/roles/${person.personId}/finance`;
    expectProblem(await ofOneFund.delete(own), 403);
    expect((await ofOneFund.delete(`${own}?fundId=research`)).status).toBe(204);
    expect(await rolesOf(person)).toEqual([]);

    const { body: invited } = await director.post("/roles/invitations", { role: "reviewer", fundId: null });
    expect((await person.post("/invitations/acceptance", { code: invited.code })).status).toBe(200);
    expect(await rolesOf(person)).toEqual([{ role: "reviewer", fundId: null }]);

    const { body: list } = await director.get("/roles");
    const directors = list.items.filter(
      (each: { role: string; fundId: string | null }) =>
        each.role === "programme-director" && each.fundId === null,
    );
    expect(directors).toHaveLength(1);
    expectProblem(await director.delete(`/roles/${director.personId}/programme-director`), 409);
    expect(expectProblem(await director.post("/people/me/erasure", { confirm: true }), 409).detail).toContain(
      "only programme director",
    );
    expect((await director.get("/session")).body.person).not.toBeNull();
  });

  it("gives everybody their own data, and erases it: the work stays, the name goes", async () => {
    const manager = await server.as("fund-manager", { name: "to be erased" });
    const round = await manager.post("/rounds", {
      format: "json",
      text: JSON.stringify({
        round: "erasure",
        budgets: [{ id: "2027", amount: 1 }],
        applications: [{ id: "A1", score: 1, amounts: { "2027": 1 } }],
      }),
    });
    const { body: data, headers } = await manager.get("/people/me/data");
    expect(headers["content-disposition"]).toContain("attachment");
    expect(data).toMatchObject({
      account: {
        person: { id: manager.personId, name: "Voorbeeld fund-manager to be erased" },
        roles: [{ role: "fund-manager", fundId: null }],
      },
      rounds: { registered: [{ id: round.body.id }] },
    });
    const erased = await manager.post("/people/me/erasure", { confirm: true });
    expect(erased.body).toEqual({ kept: [] });
    expect(String(erased.headers["set-cookie"])).toMatch(/voorsprong=;/);
    expect((await manager.get("/session")).body.person).toBeNull();
    const rows = await server.store.database.query<Record<string, unknown>>(
      "SELECT name, email, issuer, subject FROM people WHERE id = $1",
      [manager.personId],
    );
    expect(rows).toEqual([{ name: null, email: null, issuer: null, subject: null }]);
    expect((await server.get(`/rounds/${round.body.id}`)).status).toBe(200);
    // Who signs in again is somebody new.
    const { personId } = await server.access.signIn({
      issuer: "https://sign-in.example.org",
      subject: "fund-manager////to be erased",
      name: "Nieuw",
      email: null,
    });
    expect(personId).not.toBe(manager.personId);
  });

  it("removes who has not been here for two years, unless they belong to something", async () => {
    const [gone, officer, member] = [
      await somebody("long gone"),
      await server.as("finance", { name: "long gone" }),
      await server.as("applicant", { name: "long gone" }),
    ];
    const rooms = [...server.instruments.personalData, accessData];
    const { database: rows, now } = server.store;
    const years = (count: number) => new Date(now().getTime() + count * 365.25 * 24 * 3_600_000);
    const names = async () =>
      (
        await rows.query<{ name: string | null }>(
          "SELECT name FROM people WHERE id = ANY ($1::uuid[]) ORDER BY name",
          [[gone.personId, officer.personId, member.personId]],
        )
      ).map(({ name }) => name);
    await expireData(rows, rooms, years(1.9));
    expect((await names()).includes(null)).toBe(false);
    expect((await gone.get("/session")).body.person).toBeNull();
    const removed = await expireData(rows, rooms, years(2.1));
    expect(removed.people).toBeGreaterThan(0);
    expect(await names()).toEqual(["Voorbeeld applicant long gone", "Voorbeeld finance long gone", null]);
  });

  it("lets programs in with a token that expires, can be taken back, and reads only where it should", async () => {
    const manager = await server.as("fund-manager", { name: "programmer" });
    const token = async (may: string) =>
      (await manager.post("/people/me/tokens", { name: `to ${may}`, may, days: 1 })).body;
    const half = await manager.post("/people/me/tokens", { name: "half \ud800", may: "read", days: 1 });
    expect(expectProblem(half, 422).errors).toMatchObject([{ location: { pointer: "/name" } }]);
    const [reading, changing] = [await token("read"), await token("change")];
    const as = (secret: string, method: "GET" | "POST" | "DELETE", path: string, payload?: object) =>
      server.send({
        method,
        url: `/api/v1${path}`,
        headers: { authorization: `Bearer ${secret}` },
        ...(payload === undefined ? {} : { payload }),
      });
    const example = { fundId: "research", applications: 10, seed: 1 };
    expect((await as(reading.token, "GET", "/session")).status).toBe(200);
    expect((await as(reading.token, "GET", "/people/me/tokens")).body.items).toHaveLength(2);
    expectProblem(await as(reading.token, "POST", "/example-rounds", example), 403);
    expect((await as(changing.token, "POST", "/example-rounds", example)).status).toBe(201);
    expectProblem(await as(changing.token, "POST", "/people/me/tokens", { name: "another" }), 403);
    expectProblem(await as(changing.token, "POST", "/people/me/erasure", { confirm: true }), 403);
    expectProblem(await as("vsp_nothing", "GET", "/accord"), 401);
    expect(JSON.stringify(await server.store.database.query("SELECT * FROM access_tokens"))).not.toContain(
      reading.token,
    );
    const listed = (await manager.get("/people/me/tokens")).body.items;
    expect(listed.every((each: { lastUsed: string | null }) => each.lastUsed !== null)).toBe(true);
    expect((await manager.delete(`/people/me/tokens/${reading.id}`)).status).toBe(204);
    expectProblem(await as(reading.token, "GET", "/accord"), 401);
  });
});
