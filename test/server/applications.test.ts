/** An application over HTTP: begun, saved, submitted, given back, submitted again, withdrawn. */
import { createHash } from "node:crypto";
import { compactVerify, createLocalJWKSet } from "jose";
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
  databaseKinds,
  expectProblem,
  type Person,
  programme,
  startServer,
  type TestDatabase,
  type TestServer,
} from "./harness.js";

let now = new Date("2026-11-24T12:00:00Z");

/** Does something at another moment. Sessions do not last that long: whoever comes after signs in anew. */
async function at<T>(moment: string | Date, work: () => Promise<T>): Promise<T> {
  const before = now;
  now = new Date(moment);
  try {
    return await work();
  } finally {
    now = before;
  }
}
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

/** The programme, with a fund of research that is not open to large organisations. */
const withoutLarge = {
  ...programme,
  funds: programme.funds.map((fund) =>
    fund.id === "research" ? { ...fund, sizes: fund.sizes.filter(({ id }) => id !== "large") } : fund,
  ),
};

describe.each(databaseKinds)("applications on $name", (kind) => {
  let database: TestDatabase;
  let server: TestServer;
  let applicant: Person;

  beforeAll(async () => {
    database = await kind.create();
    const store = await database.open();
    server = await startServer({ ...store, now: () => now }, { programme: withoutLarge });
    applicant = await server.as("applicant", { name: "lead" });
    await publishCall(store, callDefinition("open-call", now));
  }, 120_000);
  let signIns = 0;
  const leadAnew = () =>
    server.as("applicant", { organisation: applicant.organisationId, name: `lead ${++signIns}` });
  const managerAnew = () => server.as("fund-manager", { fund: "research", name: `manager ${++signIns}` });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  it("refuses an answer that cannot be kept, and keeps what was there", async () => {
    const id = await started(applicant, "open-call");
    await saved(applicant, id, { answers: { novelty: "before" } });
    for (const text of ["a\0b", "half \ud800"]) {
      const { errors } = expectProblem(await saved(applicant, id, { answers: { novelty: text } }), 422);
      expect(errors).toMatchObject([{ location: { pointer: "/changes/answers/novelty" } }]);
    }
    expect((await applicant.get(`/applications/${id}`)).text).toContain("before");
  });

  it("is begun only for an open call and for one's own organisation", async () => {
    const id = await started(applicant, "open-call");
    const { body } = await applicant.get(`/applications/${id}`);
    expect(body).toMatchObject({ state: "draft", as: "lead", revision: 1, dossier: null });
    expect(body.document.lead).toMatchObject({ organisation: applicant.organisationId, kind: "company" });
    const other = await server.as("applicant", { name: "other" });
    const foreign = await applicant.post("/applications", {
      callId: "open-call",
      organisationId: other.organisationId,
    });
    expectProblem(foreign, 403);
    await publishCall(server.store, callDefinition("coming", now, { opens: later(1).toISOString() }));
    expectProblem(
      await applicant.post("/applications", { callId: "coming", organisationId: applicant.organisationId }),
      409,
    );
    expectProblem(
      await applicant.post("/applications", { callId: "none", organisationId: applicant.organisationId }),
      404,
    );
  });

  it("keeps each part that is saved and tells a second tab that it was first", async () => {
    const id = await started(applicant, "open-call");
    const first = await applicant.patch(`/applications/${id}`, {
      revision: 1,
      changes: { title: "Eerste", answers: { novelty: "a", patent: true } },
    });
    expect(first.body).toMatchObject({ revision: 2 });
    const second = await applicant.patch(`/applications/${id}`, {
      revision: 1,
      changes: { title: "Tweede" },
    });
    expect(expectProblem(second, 409).detail).toContain("revision 2");
    const onTop = await applicant.patch(`/applications/${id}`, {
      revision: 2,
      changes: { answers: { novelty: null, other: "x" } },
    });
    expect(onTop.body.revision).toBe(3);
    const { body } = await applicant.get(`/applications/${id}`);
    expect(body.document).toMatchObject({ title: "Eerste", answers: { patent: true, other: "x" } });
    expect(body.document.answers).not.toHaveProperty("novelty");
    expectProblem(
      await applicant.patch(`/applications/${id}`, { revision: 3, changes: { titel: "x" } }),
      400,
    );
  });

  it("says what is missing, which condition fails, and the grant, as far as it goes", async () => {
    const id = await started(applicant, "open-call");
    const empty = await applicant.post(`/applications/${id}/checks`);
    expect(empty.body.complete).toBe(false);
    expect(empty.body.missing.map(({ pointer }: { pointer: string }) => pointer)).toContain("/title");
    expect(empty.body.aid.state).toBe("nothing-yet");
    await saved(applicant, id, {
      ...wholeChanges,
      answers: { patent: true },
      costs: [{ workPackage: "w1", year: 2027, category: "personnel", cents: 100_000_001 }],
    });
    const { body } = await applicant.post(`/applications/${id}/checks`);
    expect(body.missing).toEqual([]);
    expect(body.answers.map(({ question }: { question: string }) => question)).toEqual([
      "novelty",
      "patent_number",
    ]);
    expect(body.eligibility).toMatchObject({ state: "refused", rules: [{ rule: "small-project" }] });
    expect(body.aid).toMatchObject({
      state: "grant",
      eligible: 100_000_001,
      maximum: 45_000_000,
      grant: 45_000_000,
    });
    expect(body.aid.lines.at(-1).step).toBe("total");
    const refused = expectProblem(await submitted(applicant, id), 422);
    expect(refused.errors!.map(({ location }) => location.pointer)).toEqual([
      "/answers/novelty",
      "/answers/patent_number",
    ]);
  });

  it("is not complete with a theme, region or size that is not of the fund", async () => {
    const id = await started(applicant, "open-call");
    const project = { ...wholeChanges.project, theme: "nonsense", region: "Mars" };
    await saved(applicant, id, { ...wholeChanges, project, lead: { size: "large" } });
    const { body } = await applicant.post(`/applications/${id}/checks`);
    expect(body.complete).toBe(false);
    expect(body.missing).toMatchObject([
      { pointer: "/project/theme", code: "unusable" },
      { pointer: "/project/region", code: "unusable" },
      { pointer: "/lead/size", code: "unusable" },
    ]);
    expect(body.missing[0].text.en).toContain("“nonsense”. Choose one of: research,");
    const refused = expectProblem(await submitted(applicant, id), 422);
    expect(refused.errors!.map(({ location }) => location.pointer)).toEqual([
      "/project/theme",
      "/project/region",
      "/lead/size",
    ]);
    await saved(applicant, id, { project: wholeChanges.project, lead: { size: "small" } });
    expect((await submitted(applicant, id)).status).toBe(200);
  });

  it("is frozen when it is submitted: number, hash in the ledger, signed receipt, text that gives the hash", async () => {
    const id = await applied(applicant, "open-call", { answers: { novelty: "x", gone: "not asked" } });
    const { body } = await applicant.get(`/applications/${id}`);
    expect(body).toMatchObject({ state: "submitted", version: 1, receivedAt: now.toISOString() });
    expect(body.dossier).toMatch(/^OPEN-CALL-\d{4}$/);
    const [version] = body.versions;
    const text = (await applicant.get(`/applications/${id}/versions/1`)).text;
    expect(`sha256:${createHash("sha256").update(text).digest("hex")}`).toBe(version.hash);
    expect(JSON.parse(text).answers).toEqual({ novelty: "x" });
    const ledger = await server.get(`/ledger?subject=${id}`);
    expect(ledger.body.items).toMatchObject([
      { kind: "application.submitted", seq: version.ledgerEntry, body: { version: 1, hash: version.hash } },
    ]);
    expect(JSON.stringify(ledger.body.items)).not.toContain("contact@example.org");
    const keys = await server.send({ method: "GET", url: "/.well-known/jwks.json" });
    const { payload } = await compactVerify(version.receipt, createLocalJWKSet(keys.body));
    expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({
      format: "voorsprong-receipt/1",
      application: id,
      dossier: body.dossier,
      hash: version.hash,
      receivedAt: now.toISOString(),
    });
    const pdf = await applicant.get(`/applications/${id}/receipt.pdf?language=en`);
    expect(pdf.text.slice(0, 5)).toBe("%PDF-");
    const receipt = await applicant.get(`/applications/${id}/receipt`);
    expect(receipt.body.title).toContain(body.dossier);
    expect(receipt.text).toContain("25%");
    expectProblem(await saved(applicant, id, { title: "Anders" }), 409);
  });

  it("is refused from the second of closing, and taken up to it", async () => {
    const closes = later(2);
    await publishCall(server.store, callDefinition("closing", now, { closes: closes.toISOString() }));
    const [one, two] = [await started(applicant, "closing"), await started(applicant, "closing")];
    for (const id of [one, two]) await saved(applicant, id, wholeChanges);
    const inTime = await at(new Date(closes.getTime() - 1), () => submitted(applicant, one));
    expect(inTime.status).toBe(200);
    const late = await at(closes, () => submitted(applicant, two));
    expect(expectProblem(late, 409).detail).toContain("too late");
  });

  it("is flagged and not stopped by a registry that knows nothing, by a failing condition, by asking too much", async () => {
    const id = await applied(applicant, "open-call", {
      costs: [{ workPackage: "w1", year: 2027, category: "personnel", cents: 200_000_000 }],
      requested: { "2027": 90_000_000 },
    });
    const manager = await server.as("fund-manager", { fund: "research" });
    const { body } = await manager.get(`/applications/${id}`);
    const codes = body.flags.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(["kvk-missing", "eligibility-small-project", "requested-above-grant"]),
    );
    expect((await applicant.get(`/applications/${id}`)).body.flags).toEqual([]);
    const settled = await manager.post(`/applications/${id}/flags/kvk-missing/resolution`, {
      resolution: "Opgezocht.",
    });
    expect(settled.body.flags.find(({ code }: { code: string }) => code === "kvk-missing").resolution).toBe(
      "Opgezocht.",
    );
  });

  it("warns of what is asked, costs outside the project and staff against the size, and flags the same", async () => {
    const changes = {
      ...wholeChanges,
      lead: { size: "small", region: "Groningen", employees: 60 },
      requested: { "2027": 60_000_000 },
    };
    const id = await started(applicant, "open-call");
    await saved(applicant, id, changes);
    const { body: checks } = await applicant.post(`/applications/${id}/checks`);
    const warned = ["requested-above-grant", "requested-above-maximum", "costs-outside-period"];
    expect(checks.warnings.map(({ code }: { code: string }) => code)).toEqual(warned);
    expect(checks.complete).toBe(true);
    expect((await submitted(applicant, id)).status).toBe(200);
    const manager = await managerAnew();
    const { flags } = (await manager.get(`/applications/${id}`)).body;
    expect(flags.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining([...warned, "aid-size-staff-lead"]),
    );
  });

  it("asks to finish figures for the size that were begun, by the name of the organisation", async () => {
    const id = await started(applicant, "open-call");
    const whole = { endsOn: "2025-12-31", headcount: 9_000, turnover: 0, balance: 0 };
    const withPeriods = (...periods: object[]) => ({
      ...wholeChanges,
      aid: {
        parties: {
          lead: {
            ownership: {
              subject: "self",
              parties: [{ id: "self", kind: "enterprise", periods }],
              holdings: [],
            },
          },
        },
      },
    });
    expect(
      (await saved(applicant, id, withPeriods(whole, { ...whole, endsOn: "2024-12-31", turnover: null })))
        .status,
    ).toBe(200);
    const { body } = await applicant.post(`/applications/${id}/checks`);
    expect(body.missing).toMatchObject([{ pointer: "/aid/parties/lead/ownership", code: "unusable" }]);
    const { name } = (await applicant.get(`/applications/${id}`)).body.organisation;
    expect(body.missing[0].text.en).toContain(name);
    expect(body.aid.state).not.toBe("unusable");
    expectProblem(await submitted(applicant, id), 422);
    await saved(applicant, id, withPeriods(whole));
    expect((await submitted(applicant, id)).status).toBe(200);
  });

  it("is given back, completed in time, and frozen again beside the first version", async () => {
    const id = await applied(applicant, "open-call");
    const manager = await server.as("fund-manager", { fund: "research" });
    const ask = (due: string) =>
      manager.post(`/applications/${id}/correction-requests`, { what: "Het plan.", due });
    expectProblem(await ask("2026-11-24"), 422);
    expect((await ask("2026-12-05")).body).toMatchObject({ state: "returned" });
    await saved(applicant, id, { title: "Slimmere las" });
    // The fund goes on seeing what was submitted, until it is submitted again.
    expect((await manager.get(`/applications/${id}`)).body.document.title).toBe("Slimme las");
    // 5 December 2026 is a Saturday, so Monday is in time (Algemene termijnenwet, art. 1).
    const again = await at("2026-12-07T22:59:59Z", async () => submitted(await leadAnew(), id));
    expect(again.body).toMatchObject({ state: "submitted", version: 2 });
    expect(again.body.corrections[0]).toMatchObject({ endedBy: "answered", due: "2026-12-05" });
    const { body } = await (await managerAnew()).get(`/applications/${id}/versions/2/differences`);
    expect(body.differences).toEqual([{ path: ["title"], before: "Slimme las", after: "Slimmere las" }]);
  });

  it("stands as it was when the chance to complete is not used in time", async () => {
    const lead = await leadAnew();
    const id = await applied(lead, "open-call");
    const manager = await managerAnew();
    await manager.post(`/applications/${id}/correction-requests`, { what: "Het plan.", due: "2026-12-07" });
    await saved(lead, id, { title: "Te laat" });
    expectProblem(await manager.post(`/applications/${id}/correction-requests/expiry`), 409);
    const ended = await at("2026-12-07T23:00:00Z", async () => {
      expectProblem(await submitted(await leadAnew(), id), 409);
      return (await managerAnew()).post(`/applications/${id}/correction-requests/expiry`);
    });
    expect(ended.body).toMatchObject({ state: "submitted", version: 1, document: { title: "Slimme las" } });
  });

  it("can be withdrawn once submitted, and deleted before", async () => {
    const lead = await leadAnew();
    const id = await applied(lead, "open-call");
    expectProblem(await lead.delete(`/applications/${id}`), 409);
    expect((await lead.post(`/applications/${id}/withdrawal`)).body.state).toBe("withdrawn");
    expectProblem(await lead.post(`/applications/${id}/withdrawal`), 409);
    const draft = await started(lead, "open-call");
    expect((await lead.delete(`/applications/${draft}`)).status).toBe(204);
    expectProblem(await lead.get(`/applications/${draft}`), 404);
  });
});
