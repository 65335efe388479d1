/** What applications add to the list of terms and to a person's data, and when their texts go. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  applied,
  callDefinition,
  publishCall,
  saved,
  started,
  wholeChanges,
} from "./application-fixtures.js";
import { databaseKinds, type Person, startServer, type TestDatabase, type TestServer } from "./harness.js";

describe.each(databaseKinds)("terms and personal data of applications on $name", (kind) => {
  let database: TestDatabase;
  let server: TestServer;
  let lead: Person;
  let manager: Person;

  beforeAll(async () => {
    database = await kind.create();
    server = await startServer(await database.open());
    lead = await server.as("applicant", { name: "terms" });
    manager = await server.as("fund-manager", { fund: "research" });
    await publishCall(server.store, callDefinition("terms-call", new Date()));
  }, 120_000);
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  const rooms = () => server.instruments.personalData.find(({ id }) => id === "applications")!;
  const subjectsOf = async (person: Person) =>
    (await person.get("/tasks")).body.items.map((item: { subject: { id: string }; article: string }) => [
      item.subject.id,
      item.article,
    ]);

  it("lists what the applicant must complete, and what an officer should look at", async () => {
    const id = await applied(lead, "terms-call");
    expect(await subjectsOf(manager)).toContainEqual(["terms-call", "Awb 3:2, 4:13"]);
    expect(await subjectsOf(lead)).toEqual([]);
    const due = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    await manager.post(`/applications/${id}/correction-requests`, { what: "Het plan.", due });
    expect(await subjectsOf(lead)).toEqual([[id, "Awb 4:5"]]);
    const other = await server.as("applicant", { name: "other terms" });
    expect(await subjectsOf(other)).toEqual([]);
  });

  it("gives a person what is kept of them, and erases their contact from drafts but not from what was submitted", async () => {
    const person = await server.as("applicant", { name: "privacy" });
    const { body: session } = await person.get("/session");
    const contact = { name: "Voorbeeld", email: session.person.email.toUpperCase() };
    const submitted = await applied(person, "terms-call", { contact });
    const draft = await started(person, "terms-call");
    await saved(person, draft, { contact });
    const { body } = await person.get("/people/me/data");
    expect(JSON.stringify(body)).toContain(contact.email);
    const kept = await server.store.database.transaction((tx) => rooms().erase(tx, person.personId));
    expect(kept).toHaveLength(1);
    expect((await person.get(`/applications/${draft}`)).body.document).not.toHaveProperty("contact");
    expect((await manager.get(`/applications/${submitted}`)).body.document.contact).toEqual(contact);
  });

  it("lets drafts and texts go when their time is over, and keeps hash and amounts", async () => {
    const draft = await started(lead, "terms-call");
    await saved(lead, draft, wholeChanges);
    const submitted = await applied(lead, "terms-call");
    const expire = (now: string) =>
      server.store.database.transaction((tx) => rooms().expire(tx, new Date(now)));
    const year = new Date().getUTCFullYear();
    expect(await expire(`${year}-12-31T12:00:00Z`)).toBe(0);
    expect(await expire(`${year + 4}-01-02T12:00:00Z`)).toBeGreaterThanOrEqual(2);
    expect((await lead.get(`/applications/${draft}`)).status).toBe(404);
    const { body } = await manager.get(`/applications/${submitted}`);
    expect(body).toMatchObject({ document: null, requested: 45_000, versions: [{ kept: false }] });
    expect(body.versions[0].hash).toMatch(/^sha256:/);
    expect((await manager.get(`/applications/${submitted}/versions/1`)).status).toBe(404);
    expect((await manager.get(`/applications/${submitted}/receipt`)).status).toBe(200);
    expect(await expire(`${year + 4}-01-02T12:00:00Z`)).toBe(0);
  });
});
