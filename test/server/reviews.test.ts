/** A call reviewed over HTTP, from reviewers to frozen scores. */
import { reviewsPersonalData } from "@voorsprong/instruments";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  databaseKinds,
  expectProblem,
  type Person,
  startServer,
  type TestDatabase,
  type TestServer,
} from "./harness.js";
import { publishCall, reviewDefinition, type SubmittedApplication, submit } from "./review-fixtures.js";

const reviewerTerms = { capacity: 10, expertise: { research: 3 }, interests: [] };

describe.each(databaseKinds)("reviewing on $name", ({ create }) => {
  let database: TestDatabase;
  let server: TestServer;
  let manager: Person;
  let applicant: Person;

  beforeAll(async () => {
    database = await create();
    server = await startServer(await database.open());
    manager = await server.as("fund-manager", { fund: "research" });
    applicant = await server.as("applicant");
  }, 180_000);
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  const reviewer = (name: string) => server.as("reviewer", { fund: "research", name });

  async function take(callId: string, people: readonly Person[], terms: object = reviewerTerms) {
    for (const { personId } of people) {
      const { status, text } = await manager.put(`/calls/${callId}/reviewers/${personId}`, terms);
      expect(status, text).toBe(200);
    }
  }

  async function applications(callId: string, count: number): Promise<SubmittedApplication[]> {
    const made: SubmittedApplication[] = [];
    for (let number = 1; number <= count; number += 1)
      made.push(
        await submit(server.store, {
          callId,
          number,
          organisationId: applicant.organisationId,
          personId: applicant.personId,
        }),
      );
    return made;
  }

  async function assignAll(callId: string) {
    const { status, body, text } = await manager.post(`/calls/${callId}/assignment-proposal`);
    expect(status, text).toBe(201);
    return manager.post(`/calls/${callId}/assignment-proposal/confirmation`, { revision: body.revision });
  }

  async function writeReview(who: Person, applicationId: string, quality: number, impact: number) {
    const declared = await who.post(`/reviews/${applicationId}/declaration`, { conflict: false });
    expect(declared.status, declared.text).toBe(204);
    const { body } = await who.get(`/reviews/${applicationId}`);
    const saved = await who.put(`/reviews/${applicationId}`, {
      revision: body.revision,
      scores: { quality, impact },
      reasons: { quality: "Omdat het plan klopt.", impact: "Omdat het effect er is." },
      classes: { WP1: { category: "industrial-research", reason: "Het is nieuw voor de sector." } },
    });
    expect(saved.status, saved.text).toBe(200);
    const submitted = await who.post(`/reviews/${applicationId}/submission`, {
      revision: saved.body.revision,
    });
    expect(submitted.status, submitted.text).toBe(200);
    return submitted.body;
  }

  it("goes from reviewers to frozen scores with a ledger entry", async () => {
    const callId = await publishCall(
      server.store,
      reviewDefinition("whole", { review: { reviewers: 2, blind: false, normalisation: "none", days: 14 } }),
    );
    const [first, second] = await applications(callId, 2);
    const people = await Promise.all(["a", "b", "c"].map(reviewer));
    await take(callId, people);
    expect((await assignAll(callId)).body).toEqual({ made: 4 });

    const progress = (await manager.get(`/calls/${callId}/review-progress`)).body;
    expect(progress.counts).toMatchObject({ applications: 2, complete: 0, lacking: 0, assigned: 4 });
    // Assigned long after the call closed: two weeks from today.
    const { items } = (await manager.get(`/calls/${callId}/assignments`)).body;
    const reviewersOf = (id: string): Person[] =>
      items
        .find(({ applicationId }: { applicationId: string }) => applicationId === id)
        .reviewers.map(({ personId }: { personId: string }) =>
          people.find((each) => each.personId === personId),
        );

    const [one, two] = reviewersOf(first!.id);
    expect((await writeReview(one!, first!.id, 5, 10)).total).toBe(10_000);
    // The panel is closed: nobody sees what others wrote.
    expectProblem(await one!.get(`/reviews/${first!.id}/others`), 403);
    expectProblem(await manager.post(`/calls/${callId}/panel`, {}), 422);
    await writeReview(two!, first!.id, 2, 5);
    for (const each of reviewersOf(second!.id)) await writeReview(each, second!.id, 4, 5);

    const opened = await manager.post(`/calls/${callId}/panel`, {});
    expect(opened.status, opened.text).toBe(201);
    expect(opened.body).toMatchObject({
      state: "open",
      counts: { applications: 2, discuss: 1, missingReviews: 0 },
    });
    const others = (await one!.get(`/reviews/${first!.id}/others`)).body.items;
    expect(others).toMatchObject([{ total: 4_400, scores: { quality: 2, impact: 5 } }]);
    expect(JSON.stringify(others)).not.toContain(two!.personId);

    const list = (await manager.get(`/calls/${callId}/panel/applications?filter=discuss`)).body.items;
    expect(list).toHaveLength(1);
    expect(list[0].discussion.map(({ kind }: { kind: string }) => kind)).toEqual([
      "wide-range",
      "threshold-divides",
      "criterion-divides",
    ]);

    const consensus = {
      version: 0,
      scores: { quality: 4, impact: 8 },
      reason: "De panelleden zijn het na bespreking eens.",
      present: [
        { role: "chair", count: 1 },
        { role: "reviewer", count: 2 },
      ],
      heldOn: "2026-05-01",
    };
    const agreed = await manager.post(`/applications/${first!.id}/consensus`, consensus);
    expect(agreed.status, agreed.text).toBe(201);
    expect(agreed.body.consensus).toMatchObject([{ version: 1, total: 8_000, previous: 7_200 }]);
    expect(agreed.body.reviews.map(({ total }: { total: number }) => total).sort()).toEqual([10_000, 4_400]);
    // Who did not see the newest consensus may not replace it.
    expectProblem(await manager.post(`/applications/${first!.id}/consensus`, consensus), 409);

    const frozen = await manager.post(`/calls/${callId}/scores`, {});
    expect(frozen.status, frozen.text).toBe(201);
    const document = await manager.get(`/calls/${callId}/scores`);
    expect(document.body).toMatchObject({ format: "voorsprong-scores/1", call: callId });
    expect(document.body.applications).toMatchObject([
      { id: first!.id, source: "consensus", score: 8_000, passed: true },
      { id: second!.id, source: "reviews", score: 6_800, passed: true },
    ]);
    const { items: entries } = (await server.get(`/ledger?subject=${callId}`)).body;
    expect(entries[0]).toMatchObject({
      kind: "scores.frozen",
      body: { call: callId, hash: frozen.body.frozen.hash, applications: 2, reviews: 4 },
    });
    for (const { personId } of people)
      expect(document.text + JSON.stringify(entries)).not.toContain(personId);

    // Nothing changes any more.
    expectProblem(
      await manager.post(`/applications/${first!.id}/consensus`, { ...consensus, version: 1 }),
      409,
    );
    expectProblem(await manager.post(`/calls/${callId}/assignment-proposal`), 409);
    expectProblem(await manager.post(`/calls/${callId}/scores`, {}), 409);
  });

  it("keeps a file closed until the declaration, and for ever with a conflict", async () => {
    const callId = await publishCall(server.store, reviewDefinition("conflicts"));
    const [application] = await applications(callId, 1);
    const id = application!.id;
    const [one, two, three] = await Promise.all(["d", "e", "f"].map(reviewer));
    await take(callId, [one!, two!]);
    await assignAll(callId);
    await take(callId, [three!]);

    const closed = expectProblem(await one!.get(`/reviews/${id}/file`), 403);
    expect(closed.detail).toContain("declare");
    expectProblem(await one!.get(`/reviews/${id}/attachments/${application!.drawing}`), 403);
    expectProblem(await one!.put(`/reviews/${id}`, { revision: 1, scores: {}, reasons: {} }), 403);
    expect((await one!.get(`/reviews/${id}`)).body.parties).toHaveLength(1);
    // Not assigned: as if it does not exist.
    const nothing = expectProblem(await three!.get(`/reviews/${id}`), 404);

    const declared = await one!.post(`/reviews/${id}/declaration`, {
      conflict: true,
      explanation: "Ik werkte met deze aanvrager.",
    });
    expect(declared.status).toBe(204);
    for (const path of [
      `/reviews/${id}`,
      `/reviews/${id}/file`,
      `/reviews/${id}/attachments/${application!.drawing}`,
    ])
      expect(expectProblem(await one!.get(path), 404).detail).toBe(nothing.detail);
    expectProblem(await one!.post(`/reviews/${id}/declaration`, { conflict: false }), 404);
    expect(
      (await one!.get("/reviews?state=all")).body.items.map(
        (row: { applicationId: string }) => row.applicationId,
      ),
    ).not.toContain(id);

    // Somebody else got it at once.
    expect((await three!.get(`/reviews/${id}`)).status).toBe(200);
    // By hand neither.
    const back = { applicationId: id, add: [one!.personId], remove: [], reason: "Toch wel." };
    expectProblem(await manager.post(`/calls/${callId}/assignments`, back), 409);
    const { events } = (await manager.get(`/applications/${id}/consensus`)).body;
    expect(events.map(({ kind }: { kind: string }) => kind)).toEqual([
      "assigned",
      "assigned",
      "conflict",
      "assigned",
    ]);
  });

  it("lets the fund exclude a reviewer whose conflict came up later: the review no longer counts", async () => {
    const review = { reviewers: 1, blind: false, normalisation: "none", days: 14 } as const;
    const callId = await publishCall(server.store, reviewDefinition("excluded", { review }));
    const [application] = await applications(callId, 1);
    const id = application!.id;
    const [one, two] = await Promise.all(["o", "p"].map(reviewer));
    await take(callId, [one!]);
    await assignAll(callId);
    await writeReview(one!, id, 5, 10);
    await take(callId, [two!]);
    const found = { applicationId: id, personId: one!.personId, reason: "Bleek bestuurder te zijn geweest." };
    expect((await manager.post(`/calls/${callId}/conflicts`, found)).status).toBe(204);
    expectProblem(await one!.get(`/reviews/${id}/file`), 404);
    expect((await two!.get(`/reviews/${id}`)).body.state).toBe("assigned");
    await writeReview(two!, id, 4, 5);
    const { body } = await manager.get(`/applications/${id}/consensus`);
    expect(body.row).toMatchObject({ reviews: 1, raw: 6_800 });
    expect(body.reviews.map(({ counts }: { counts: boolean }) => counts).sort()).toEqual([false, true]);
    expectProblem(
      await manager.post(`/calls/${callId}/conflicts`, { ...found, personId: applicant.personId }),
      409,
    );
  });

  it("tells a person everything it holds, and takes the person out", async () => {
    const review = { reviewers: 1, blind: false, normalisation: "none", days: 14 } as const;
    const callId = await publishCall(server.store, reviewDefinition("personal", { review }));
    const [first, second] = await applications(callId, 2);
    const one = await reviewer("q");
    await take(callId, [one]);
    await assignAll(callId);
    await writeReview(one, first!.id, 4, 5);
    await one.post(`/reviews/${second!.id}/declaration`, {
      conflict: true,
      explanation: "Mijn buurman werkt daar.",
    });
    const { database } = server.store;
    const data = JSON.stringify(await reviewsPersonalData.export(database, one.personId));
    for (const mine of [callId, "Omdat het plan klopt.", "Mijn buurman werkt daar."])
      expect(data).toContain(mine);
    const kept = await database.transaction((tx) => reviewsPersonalData.erase(tx, one.personId));
    expect(kept).toMatchObject([{ article: "Archiefwet 1995, art. 3" }]);
    const rest = JSON.stringify(await reviewsPersonalData.export(database, one.personId));
    expect(rest).not.toContain("buurman");
    expect(rest).toContain("Omdat het plan klopt.");
  });

  it("never gives an application to somebody of the applicant or a partner, also later", async () => {
    const callId = await publishCall(server.store, reviewDefinition("own-organisation"));
    const partner = await server.as("applicant", { name: "partner" });
    const { id } = await submit(server.store, {
      callId,
      number: 1,
      organisationId: applicant.organisationId,
      personId: applicant.personId,
      partners: [{ id: "p1", organisationId: partner.organisationId, name: "Voorbeeldpartner" }],
    });
    const [one, two, three] = await Promise.all(["g", "h", "i"].map(reviewer));
    await server.access.addMember(one!.personId, partner.organisationId, "member");
    await take(callId, [one!, two!]);
    const proposal = (await manager.post(`/calls/${callId}/assignment-proposal`)).body;
    expect(proposal.shortages).toMatchObject([
      { needed: 2, elsewhere: 1, short: 1, applications: [{ missing: 1 }] },
    ]);
    expect(proposal.shortages[0].text.nl).toContain("te weinig beoordelaars zonder belangenconflict");
    await manager.post(`/calls/${callId}/assignment-proposal/confirmation`, { revision: proposal.revision });
    expectProblem(await one!.get(`/reviews/${id}`), 404);
    expect((await two!.get(`/reviews/${id}`)).status).toBe(200);

    // The reviewer becomes a member after the assignment: the file closes at once, and a proposal replaces the reviewer.
    await server.access.addMember(two!.personId, applicant.organisationId, "member");
    expectProblem(await two!.get(`/reviews/${id}`), 404);
    await take(callId, [three!]);
    await manager.post(`/calls/${callId}/assignment-proposal`);
    expect((await three!.get(`/reviews/${id}`)).status).toBe(200);
  });

  it("sends a blind reviewer nothing that tells who applies", async () => {
    const review = { reviewers: 1, blind: true, normalisation: "none", days: 14 } as const;
    const callId = await publishCall(server.store, reviewDefinition("blind", { review }));
    const [application] = await applications(callId, 1);
    const id = application!.id;
    const one = await reviewer("j");
    await take(callId, [one]);
    await assignAll(callId);
    const own = await one.get(`/reviews/${id}`);
    expect(own.body).toMatchObject({ blind: true, parties: null });
    await one.post(`/reviews/${id}/declaration`, { conflict: false });
    const file = await one.get(`/reviews/${id}/file`);
    expect(file.body.content.answers.idea).toBe("Een slimme las.");
    expect(file.body.content.workPackages).toMatchObject([
      { description: "Wij meten de las.", reason: "De kennis is nieuw." },
    ]);
    const drawing = await one.get(`/reviews/${id}/attachments/${application!.drawing}`);
    expect(drawing.text).toBe("%PDF-1.7 tekening");
    expect(drawing.headers["content-disposition"]).toBe("attachment; filename*=UTF-8''drawing.pdf");
    expectProblem(await one.get(`/reviews/${id}/attachments/${application!.letterhead}`), 404);
    const sent = [own, file, await one.get("/reviews"), drawing]
      .map(({ text, headers }) => text + JSON.stringify(headers))
      .join("\n")
      .toLowerCase();
    for (const secret of [
      "voorbeeldbedrijf",
      "contactpersoon",
      "website",
      "c2fsda",
      applicant.organisationId.toLowerCase(),
      application!.letterhead,
    ])
      expect(sent).not.toContain(secret);
  });

  it("saves versions, asks what is missing, and locks what was submitted", async () => {
    const review = { reviewers: 1, blind: false, normalisation: "none", days: 14 } as const;
    const callId = await publishCall(server.store, reviewDefinition("writing", { review }));
    const [application] = await applications(callId, 1);
    const path = `/reviews/${application!.id}`;
    const one = await reviewer("k");
    await take(callId, [one]);
    await assignAll(callId);
    await one.post(`${path}/declaration`, { conflict: false });
    const draft = { revision: 1, scores: { quality: 4 }, reasons: {} };
    expect((await one.put(path, draft)).body).toEqual({ revision: 2 });
    // Another window still has revision 1.
    expect(expectProblem(await one.put(path, { ...draft, scores: { quality: 1 } }), 409).detail).toContain(
      "window",
    );
    const broken = expectProblem(await one.put(path, { ...draft, revision: 2, scores: { quality: 6 } }), 422);
    expect(broken.errors).toMatchObject([{ location: { pointer: "/scores/quality" } }]);
    const early = expectProblem(await one.post(`${path}/submission`, { revision: 2 }), 422);
    expect(early.errors!.map(({ location }) => location.pointer)).toEqual([
      "/reasons/quality",
      "/scores/impact",
      "/reasons/impact",
    ]);
    const whole = { scores: { quality: 4, impact: 7 }, reasons: { quality: "Goed.", impact: "Groot." } };
    expect((await one.put(path, { revision: 2, ...whole })).status).toBe(200);
    expect((await one.post(`${path}/submission`, { revision: 3 })).body).toMatchObject({
      state: "submitted",
      total: 7_600,
      applicationVersion: 1,
    });
    expectProblem(await one.put(path, { revision: 4, ...whole }), 409);
    expectProblem(await one.post(`${path}/submission`, { revision: 4 }), 409);
    // Not even by hand in the database.
    await expect(
      server.store.database.query("UPDATE reviews SET total = 10000 WHERE application_id = $1", [
        application!.id,
      ]),
    ).rejects.toThrow("locked");
  });

  it("lets the manager adapt a proposal with a reason, one at a time", async () => {
    const review = { reviewers: 1, blind: false, normalisation: "none", days: 14 } as const;
    const callId = await publishCall(server.store, reviewDefinition("adapting", { review }));
    const [application] = await applications(callId, 1);
    const [one, two] = await Promise.all(["l", "m"].map(reviewer));
    await take(callId, [one!]);
    const proposal = `/calls/${callId}/assignment-proposal`;
    const { revision } = (await manager.post(proposal)).body;
    const change = { applicationId: application!.id, add: [two!.personId], remove: [one!.personId] };
    expectProblem(await manager.patch(proposal, { revision, ...change, reason: "Kent het vak." }), 422);
    await take(callId, [two!]);
    expectProblem(await manager.patch(proposal, { revision, ...change, reason: " " }), 400);
    const adapted = await manager.patch(proposal, { revision, ...change, reason: "Kent het vak." });
    expect(adapted.body, adapted.text).toMatchObject({ proposed: 1, byHand: 1 });
    expectProblem(await manager.patch(proposal, { revision, ...change, reason: "Nog eens." }), 409);
    expectProblem(await manager.post(`${proposal}/confirmation`, { revision }), 409);
    await manager.post(`${proposal}/confirmation`, { revision: adapted.body.revision });
    const { items } = (await manager.get(`/calls/${callId}/assignments`)).body;
    expect(items[0].reviewers).toMatchObject([
      { personId: two!.personId, reason: "Kent het vak.", state: "assigned" },
    ]);
    expect((await manager.get(`/calls/${callId}/reviewers`)).body.items).toHaveLength(2);
  });

  it("finds late reviewers and reminds them by a message that names nobody", async () => {
    const review = { reviewers: 1, blind: false, normalisation: "none", days: 14 } as const;
    const callId = await publishCall(server.store, reviewDefinition("late", { review }));
    await applications(callId, 2);
    const one = await reviewer("n");
    await take(callId, [one]);
    await assignAll(callId);
    await server.store.database.query("UPDATE reviews SET due = '2026-04-01' WHERE call_id = $1", [callId]);
    const { late, counts } = (await manager.get(`/calls/${callId}/review-progress`)).body;
    expect(counts.late).toBe(2);
    expect(late).toMatchObject([{ personId: one.personId, late: 2, since: "2026-04-01", remindedAt: null }]);
    expect((await manager.post(`/calls/${callId}/reminders`, {})).body).toEqual({ reminded: 1 });
    const mine = (await one.get("/reviews")).body;
    expect(mine.messages[0].text.nl).toBe(late[0].reminder.text.nl);
    expect(mine.items[0]).toMatchObject({ late: true, due: "2026-04-01" });
    expect((await manager.get(`/calls/${callId}/review-progress`)).body.late[0].remindedAt).not.toBeNull();
  });
});
