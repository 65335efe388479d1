/** Who sees what of an application: partners their part, others nothing at all; files; lists. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  applied,
  callDefinition,
  publishCall,
  saved,
  started,
  submitted,
  wholeChanges,
} from "./application-fixtures.js";
import {
  type Answer,
  databaseKinds,
  expectProblem,
  type Person,
  startServer,
  type TestDatabase,
  type TestServer,
} from "./harness.js";

const file = "0190a1b2-0000-4000-8000-000000000001";
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

describe.each(databaseKinds)("parties of an application on $name", (kind) => {
  let database: TestDatabase;
  let server: TestServer;
  let lead: Person;
  let partner: Person;
  let stranger: Person;

  const upload = (person: Person, id: string, name: string, payload: Buffer, as = file): Promise<Answer> =>
    person.send({
      method: "PUT",
      url: `/api/v1/applications/${id}/attachments/${as}?name=${encodeURIComponent(name)}`,
      headers: { "content-type": "application/octet-stream" },
      payload,
    });

  beforeAll(async () => {
    database = await kind.create();
    server = await startServer(await database.open());
    [lead, partner, stranger] = [
      await server.as("applicant", { name: "lead" }),
      await server.as("applicant", { name: "partner" }),
      await server.as("applicant", { name: "stranger" }),
    ];
    await publishCall(server.store, callDefinition("open-call", new Date()));
  }, 120_000);
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  const withPartner = {
    ...wholeChanges,
    partners: [
      { id: "p1", name: "Voorbeeldpartner", kind: "company", size: "small", role: "Sensoren." },
      { id: "p2", name: "Andere partner", kind: "school", role: "Lessen." },
    ],
    costs: [
      ...wholeChanges.costs,
      { workPackage: "w1", partner: "p1", year: 2027, category: "personnel", cents: 50_000 },
      { workPackage: "w1", partner: "p2", year: 2027, category: "personnel", cents: 7_777 },
    ],
  };

  async function invited(): Promise<string> {
    const id = await started(lead, "open-call");
    await saved(lead, id, withPartner);
    const { body } = await lead.post(`/applications/${id}/partners/p1/invitation`);
    const [, secret] = body.path.split("#");
    const taken = await partner.post(`/applications/${id}/partners/p1/acceptance`, {
      secret,
      organisationId: partner.organisationId,
    });
    expect(taken.status, taken.text).toBe(200);
    return id;
  }

  it("shows a partner its own part and nothing of the others", async () => {
    const id = await invited();
    const { body, text } = await partner.get(`/applications/${id}`);
    expect(body).toMatchObject({ as: "partner", ownPartners: ["p1"], can: { write: false, confirm: true } });
    expect(body.document.costs).toEqual([withPartner.costs[1]]);
    expect(body.partners.map((each: { partner: string }) => each.partner)).toEqual(["p1"]);
    for (const hidden of ["7777", "Andere partner", "contact@example.org", "100000", "45000"])
      expect(text).not.toContain(hidden);
    for (const path of ["aid", "receipt", "versions/1"])
      expectProblem(await partner.get(`/applications/${id}/${path}`), 404);
    expectProblem(await partner.patch(`/applications/${id}`, { revision: 1, changes: { title: "x" } }), 404);
  });

  it("tells a partner in its list no more than in the application, and no applicant of flags", async () => {
    const id = await invited();
    const rowOf = async (person: Person, query = "") =>
      (await person.get(`/applications?pageSize=200${query}`)).body.items.find(
        (each: { id: string }) => each.id === id,
      );
    expect(await rowOf(partner)).toMatchObject({
      asPartner: "invited",
      requested: 0,
      size: null,
      theme: null,
      region: null,
      openFlags: 0,
    });
    expect(await rowOf(partner, "&size=small")).toBeUndefined();
    expect(await rowOf(lead, "&size=small")).toMatchObject({ requested: 45_000, size: "small" });
    const flagged = await applied(lead, "open-call");
    const { items } = (await lead.get("/applications?pageSize=200")).body;
    expect(items.find((each: { id: string }) => each.id === flagged).openFlags).toBe(0);
    expect((await lead.get("/applications?flagged=true")).body.total).toBe(0);
  });

  it("takes an invitation up once, and only with the latest link", async () => {
    const id = await started(lead, "open-call");
    await saved(lead, id, withPartner);
    const link = async () =>
      (await lead.post(`/applications/${id}/partners/p1/invitation`)).body.path.split("#")[1];
    const [old, fresh] = [await link(), await link()];
    const take = (person: Person, secret: string) =>
      person.post(`/applications/${id}/partners/p1/acceptance`, {
        secret,
        organisationId: person.organisationId,
      });
    const refused = expectProblem(await take(partner, old), 404);
    expect(refused.detail).toBe(`There is no application ${id}.`);
    expect((await take(partner, fresh)).status).toBe(200);
    expectProblem(await take(stranger, fresh), 404);
    expectProblem(await stranger.get(`/applications/${id}`), 404);
  });

  it("needs every partner's word, and asks again when a part changes", async () => {
    const id = await invited();
    await saved(lead, id, { partners: [withPartner.partners[0]], costs: withPartner.costs.slice(0, 2) });
    const unconfirmed = expectProblem(await submitted(lead, id), 422);
    expect(unconfirmed.errors).toMatchObject([{ location: { pointer: "/partners/0" }, code: "unconfirmed" }]);
    const part = async () => (await partner.get(`/applications/${id}`)).body.partners[0].part;
    const answer = (answered: string, of: string) =>
      partner.post(`/applications/${id}/partners/p1/confirmation`, { answer: answered, part: of });
    const old = await part();
    expect((await answer("confirmed", old)).status).toBe(204);
    const costs = [wholeChanges.costs[0], { ...withPartner.costs[1], cents: 60_000 }];
    await saved(lead, id, { costs });
    expect((await lead.get(`/applications/${id}`)).body.partners[0].state).toBe("invited");
    expectProblem(await answer("confirmed", old), 409);
    expect((await answer("confirmed", await part())).status).toBe(204);
    await saved(lead, id, { summary: "Korter gezegd." });
    expect((await submitted(lead, id)).status).toBe(200);
    // The partner goes on seeing its part of what was submitted.
    expect((await partner.get(`/applications/${id}`)).body.state).toBe("submitted");
  });

  it("is over for a partner that declines, until its part changes", async () => {
    const id = await invited();
    const { body } = await partner.get(`/applications/${id}`);
    const decline = { answer: "declined", part: body.partners[0].part };
    expect((await partner.post(`/applications/${id}/partners/p1/confirmation`, decline)).status).toBe(204);
    expectProblem(await partner.get(`/applications/${id}`), 404);
    await saved(lead, id, { costs: wholeChanges.costs });
    expect((await partner.get(`/applications/${id}`)).status).toBe(200);
  });

  it("keeps files by what they are, hands them back as they were, and refuses the rest", async () => {
    const id = await started(lead, "open-call");
    const kept = await upload(lead, id, "plan.png", png);
    expect(kept.body).toMatchObject({
      id: file,
      name: "plan.png",
      mediaType: "image/png",
      bytes: png.length,
    });
    expect((await upload(lead, id, "plan.png", png)).body.uploadedAt).toBe(kept.body.uploadedAt);
    expectProblem(await upload(lead, id, "plan.png", Buffer.concat([png, png])), 409);
    const other = "0190a1b2-0000-4000-8000-000000000002";
    expectProblem(await upload(lead, id, "plan.pdf", Buffer.from("MZ program"), other), 422);
    const large = await upload(lead, id, "a.png", Buffer.alloc(10 * 1024 * 1024 + 1, 0x89), other);
    expect(expectProblem(large, 413).detail).toContain("10 MB at most");
    const { headers, text } = await lead.get(`/applications/${id}/attachments/${file}`);
    expect(headers["content-disposition"]).toContain("attachment");
    expect(text.length).toBeGreaterThan(0);
    for (const person of [stranger, await server.as("fund-manager", { fund: "research" })])
      expectProblem(await person.get(`/applications/${id}/attachments/${file}`), 404);
    const { id: _, uploadedAt: __, ...named } = kept.body;
    await saved(lead, id, { ...wholeChanges, answers: { novelty: "x", plan_file: { id: other, ...named } } });
    const missing = expectProblem(await submitted(lead, id), 422);
    expect(missing.errors).toMatchObject([{ location: { pointer: "/answers/plan_file" } }]);
    await saved(lead, id, { answers: { plan_file: { id: file, ...named } } });
    expect((await submitted(lead, id)).status).toBe(200);
  });

  it("says nothing of a file of another application that has the same id", async () => {
    const another = await server.as("applicant", { name: "another" });
    const [id, elsewhere] = [await started(lead, "open-call"), await started(another, "open-call")];
    const same = "0190a1b2-0000-4000-8000-000000000003";
    expect((await upload(lead, id, "plan.png", png, same)).status).toBe(200);
    const other = await upload(another, elsewhere, "other.png", Buffer.concat([png, png]), same);
    expect(other.body).toMatchObject({ id: same, name: "other.png", bytes: 2 * png.length });
    const again = await upload(lead, id, "plan.png", png, same);
    expect(again.body).toMatchObject({ name: "plan.png", bytes: png.length });
  });

  it("is told to nobody else: not read, not listed, not counted, in the words of what does not exist", async () => {
    const id = await applied(lead, "open-call");
    const draft = await started(lead, "open-call");
    const none = "A000000000000";
    const manager = await server.as("fund-manager", { fund: "another-fund" });
    for (const person of [stranger, manager]) {
      const real = expectProblem(await person.get(`/applications/${id}`), 404);
      const invented = expectProblem(await person.get(`/applications/${none}`), 404);
      expect(real.detail.replace(id, none)).toBe(invented.detail);
    }
    expect((await stranger.get("/applications")).body).toMatchObject({ total: 0, items: [] });
    expect((await stranger.get("/applications?as=officer")).body).toMatchObject({ total: 0 });
    expect((await manager.get("/applications?as=officer")).body).toMatchObject({ total: 0 });
    const own = await server.as("fund-manager", { fund: "research" });
    expectProblem(await own.get(`/applications/${draft}`), 404);
    const { body } = await own.get("/applications?as=officer&callId=open-call&pageSize=500");
    const ids = body.items.map((item: { id: string }) => item.id);
    expect(ids).toContain(id);
    expect(ids).not.toContain(draft);
    expect(body.states.draft).toBe(0);
    expect(body.states.submitted).toBe(body.total);
  });

  it("is found by filter, search and sort", async () => {
    await publishCall(server.store, callDefinition("list-call", new Date()));
    const make = (title: string, cents: number, theme: string) =>
      applied(lead, "list-call", {
        title,
        requested: { "2027": cents },
        project: { ...wholeChanges.project, theme },
      });
    const [one, two, three] = [
      await make("Éen lasrobot", 300, "sme-innovation"),
      await make("100% schoon", 100, "facilities"),
      await make("1000 schoon", 200, "facilities"),
    ];
    const officer = await server.as("auditor");
    const found = async (query: string) =>
      (await officer.get(`/applications?as=officer&callId=list-call&${query}`)).body.items.map(
        (item: { id: string }) => item.id,
      );
    expect(await found("sort=number")).toEqual([one, two, three]);
    expect(await found("sort=-requested")).toEqual([one, three, two]);
    expect(await found("theme=facilities&sort=requested")).toEqual([two, three]);
    expect(await found("search=een%20LAS")).toEqual([one]);
    expect(await found("search=100%25")).toEqual([two]);
    expect(await found("search=list-call-0003")).toEqual([three]);
    expect(await found("sort=number&pageSize=1&page=2")).toEqual([two]);
    expect(await found("flagged=true&sort=number")).toEqual([one, two, three]);
  });
});
