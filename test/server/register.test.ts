/** The public register: what everyone may see of awards, and nothing of people. */
import type { AwardLine, AwardView, RegisterFigures } from "@voorsprong/server/contract";
import type { Store } from "@voorsprong/store";
import Excel from "exceljs";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exchangeFund } from "./exchange-fixtures.js";
import { databaseKinds, expectProblem, startServer, type TestDatabase, type TestServer } from "./harness.js";
import { award, book, openRegisterCalls, registerCall } from "./register-fixtures.js";

const longAgo = new Date("2025-03-31T22:30:00Z"); // 1 April in Amsterdam

describe.each(databaseKinds)("the register on $name", ({ create }) => {
  let database: TestDatabase;
  let store: Store;
  let server: TestServer;
  let ids: string[];

  beforeAll(async () => {
    database = await create();
    store = await database.open();
    server = await startServer(store);
    await openRegisterCalls(store);
    ids = [
      await award(store, {
        number: 1,
        name: "Éérste Voorbeeld BV",
        grant: 100_000_01,
        kvk: "01234567",
        region: "Groningen",
        theme: "research",
        size: "small",
        at: longAgo,
      }),
      await award(store, {
        number: 2,
        name: "Tweede Voorbeeld BV",
        grant: 100_000_00,
        region: "Groningen",
        theme: "facilities",
        size: "large",
      }),
      await award(store, { number: 3, name: "Iemand met een Naam", kind: "person", grant: 5_000_00 }),
    ];
    await award(store, { number: 1, name: "Verzonnen BV", grant: 7_00 }, true);
    await book(store, ids[0]!, "payment.made", 40_000_00, "2025-05-01");
    await book(store, ids[0]!, "grant.settled", 90_000_00, "2026-06-01");
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  const awards = async (query = ""): Promise<AwardLine[]> =>
    (await server.get(`/register/awards?${query}`)).body.items;
  const numbers = async (query: string) =>
    (await awards(query)).map(({ dossier }) => Number(dossier.slice(-4)));

  it("lists awards with their money for a visitor, real and examples apart", async () => {
    const [first] = await awards("sort=dossier");
    expect(first).toEqual({
      id: ids[0],
      dossier: "REGISTER-CALL-0001",
      title: "Project 1 van iemand",
      recipient: {
        kind: "organisation",
        name: "Éérste Voorbeeld BV",
        kvk: "01234567",
        place: "Zwolle",
        country: "NL",
      },
      fund: { id: "research", title: { nl: "Fonds voor onderzoek", en: "Research fund" } },
      call: { id: registerCall, title: { nl: "Onderzoek, voorbeeld", en: "Research, example" } },
      region: "Groningen",
      theme: "research",
      size: "small",
      state: "running",
      awardedOn: "2025-04-01",
      granted: 100_000_01,
      paid: 40_000_00,
      settled: 90_000_00,
      example: false,
    });
    expect(await numbers("sort=dossier")).toEqual([1, 2, 3]);
    expect((await awards("example=true")).map(({ recipient }) => recipient.name)).toEqual(["Verzonnen BV"]);
  });

  it("filters, searches and sorts", async () => {
    expect(await numbers("search=eerste&sort=dossier")).toEqual([1]);
    expect(await numbers("search=VOORBEELD&sort=-granted")).toEqual([1, 2]);
    expect(await numbers("region=Groningen&theme=facilities")).toEqual([2]);
    expect(await numbers("size=small&size=large&sort=dossier")).toEqual([1, 2]);
    expect(await numbers("year=2025")).toEqual([1]);
    expect(await numbers("state=settled")).toEqual([]);
    expect(await numbers(`callId=${registerCall}&sort=granted`)).toEqual([3, 2, 1]);
    expect(await numbers("fundId=challenges")).toEqual([]);
    const page = (await server.get("/register/awards?pageSize=1&page=3&sort=dossier")).body;
    expect(page).toMatchObject({ page: 3, pageSize: 1, total: 3, items: [{ id: ids[2] }] });
    expectProblem(await server.get("/register/awards?sort=name"), 400);
  });

  it("shows a natural person by a pseudonym only, and does not find one by name", async () => {
    const pseudonym = `P-${"R00000000000".slice(0, 8)}`;
    expect((await awards("sort=granted"))[0]!.recipient).toEqual({
      kind: "person",
      name: pseudonym,
      kvk: null,
      place: null,
      country: null,
    });
    expect(await numbers("search=naam")).toEqual([]);
    const everything = await Promise.all(
      [
        `/register/awards/${ids[2]}`,
        "/register/awards",
        "/open-data/awards.csv",
        "/open-data/awards.json",
        "/open-data/360giving.json",
        "/open-data/360giving.csv",
        "/open-data/gber-9.csv",
        "/ledger/export",
      ].map((path) => server.get(path)),
    );
    for (const { status, text } of everything) {
      expect(status).toBe(200);
      expect(text).not.toContain("Iemand met een Naam");
    }
  });

  it("sums a selection, and each group of it", async () => {
    const figures: RegisterFigures = (await server.get("/register/figures")).body;
    expect(figures).toMatchObject({
      awards: 3,
      recipients: 3,
      granted: 205_000_01,
      paid: 40_000_00,
      settled: 90_000_00,
      others: 1,
      byRegion: [
        { id: "Groningen", code: "NL-GR", awards: 2, granted: 200_000_01 },
        { id: null, code: null, title: { nl: "niet bekend" }, awards: 1 },
      ],
      bySize: [{ id: "small", title: { en: "small company" } }, { id: "large" }, { id: null }],
    });
    expect(figures.byYear[0]).toEqual({ year: 2025, awards: 1, granted: 100_000_01 });
    const none: RegisterFigures = (await server.get("/register/figures?search=nergens")).body;
    expect(none).toMatchObject({ awards: 0, granted: 0, paid: 0, byRegion: [], byYear: [] });
  });

  it("gives one award its history, each step with its ledger entry", async () => {
    const { body }: { body: AwardView } = await server.get(`/register/awards/${ids[0]}`);
    expect(body.history.map(({ kind, on, cents }) => [kind, on, cents])).toEqual([
      ["grant.awarded", "2025-04-01", 100_000_01],
      ["payment.made", "2025-05-01", 40_000_00],
      ["grant.settled", "2026-06-01", 90_000_00],
    ]);
    const ledger = (await server.get(`/ledger?subject=${ids[0]}`)).body.items;
    expect(body.history.map(({ hash }) => hash)).toEqual(
      ledger
        .map(({ hash }: { hash: string }) => hash)
        .reverse()
        .slice(1),
    );
    expect(body).toMatchObject({
      summary: "Wat project 1 doet, in een paar zinnen.",
      start: "2027-01-01",
      requested: 200_000_02,
      gber: { publishBy: "2025-10-01", missing: [] },
    });
    expect(body.quality.every(({ met }) => met)).toBe(true);
    expectProblem(await server.get("/register/awards/A000000000000"), 404);
  });

  it("lists individual aid above EUR 100,000, and not exactly that", async () => {
    const { items } = (await server.get("/open-data/gber-9")).body;
    expect(items.map(({ award: id }: { award: string }) => id)).toEqual([ids[0]]);
    const csv = (await server.get("/open-data/gber-9.csv")).text;
    expect(Papa.parse<Record<string, string>>(csv.slice(1).trim(), { header: true }).data).toMatchObject([
      {
        "Name of the beneficiary": "Éérste Voorbeeld BV",
        "Region (NUTS II)": "NL11",
        "Aid element (EUR)": "100000.01",
        "Publish by": "2025-10-01",
      },
    ]);
  });

  it("gives the same awards as CSV, workbook, JSON and 360Giving", async () => {
    const csv = Papa.parse<Record<string, string>>(
      (await server.get("/open-data/awards.csv")).text.slice(1).trim(),
      {
        header: true,
      },
    ).data;
    const json = (await server.get("/open-data/awards.json")).body as { id: string; granted: number }[];
    const pack = (await server.get("/open-data/360giving.json")).body;
    const answer = await server.app.inject({ url: "/api/v1/open-data/awards.xlsx" });
    const book = new Excel.Workbook();
    await book.xlsx.load(answer.rawPayload as never);
    const sheet = book.worksheets[0]!;
    const column = (name: string) => (sheet.getRow(1).values as string[]).indexOf(name);
    const inSheet = [2, 3, 4].map((row) => sheet.getRow(row).getCell(column("granted")).value);
    const cents = json.map(({ granted }) => granted);
    expect(csv.map(({ granted }) => granted)).toEqual(cents.map((each) => (each / 100).toFixed(2)));
    expect(inSheet).toEqual(cents.map((each) => each / 100));
    expect(pack.grants.map(({ amountAwarded }: { amountAwarded: number }) => amountAwarded)).toEqual(inSheet);
    expect(pack.grants[2].url).toBe(`http://localhost:80/register/awards/${json[2]!.id}`);
    expectProblem(await server.get("/open-data/360giving.json?search=nergens"), 404);
    expect((await server.get("/open-data/awards.json?search=nergens")).body).toEqual([]);
  });

  it("explains its fields and says how usable the data are", async () => {
    const { body } = await server.get("/open-data");
    expect(body.fields.map(({ name }: { name: string }) => name)).toContain("settled");
    const identifier = body.quality.find(({ id }: { id: string }) => id === "organisation-identifier");
    expect(identifier).toMatchObject({ met: 2, total: 3, without: [ids[1]] });
    expect(body.licence).toMatch(/^https:/);
  });

  it("lists calls and decisions, and what is new as a feed", async () => {
    const { items } = (await server.get(`/register/calls?fundId=${exchangeFund}`)).body;
    expect(items.find(({ id }: { id: string }) => id === registerCall)).toMatchObject({
      state: "open",
      ceiling: 15_000_000_00,
      awards: 3,
      granted: 205_000_01,
      example: false,
    });
    const round = await server.register({
      fundId: "research",
      trial: true,
      format: "csv",
      text: "id;score;amount:2027;tag:theme;tag:region;tag:size\nA1;80;1000;facilities;Groningen;micro",
    });
    await server.decide(round.id);
    expect((await server.get("/register/decisions")).body).toMatchObject({ total: 0, items: [] });
    const atom = await server.get("/register/feed.atom?language=en");
    expect(atom.headers["content-type"]).toBe("application/atom+xml; charset=utf-8");
    expect(atom.text.match(/<title>.*<\/title>/g)).toContain("<title>Open: Research, example</title>");
    // What would end a text or begin an entity is written as one.
    expect(atom.text).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
    const json = JSON.parse((await server.get("/register/feed.json")).text);
    expect(json.items[0].title).toBe("Open: Onderzoek, voorbeeld");
  });

  it("takes a report from anyone, which the fund's manager answers once", async () => {
    const report = { subject: ids[0], reason: "personal-data", text: "In de titel staat een naam." };
    const { status, body } = await server.post("/register/reports", report);
    expect(status).toBe(201);
    expect(body.number).toMatch(/^M-[0-9A-F]{8}$/);
    const manager = await server.as("fund-manager", { fund: exchangeFund });
    const elsewhere = await server.as("fund-manager", { fund: "challenges" });
    const [kept] = (await manager.get("/register/reports")).body.items;
    expect(kept).toMatchObject({ ...report, number: body.number, fundId: exchangeFund, answer: null });
    expect((await elsewhere.get("/register/reports")).body.items).toEqual([]);
    const answered = await manager.post(`/register/reports/${kept.id}/answer`, {
      answer: "De titel is aangepast.",
    });
    expect(answered.body).toMatchObject({ answer: "De titel is aangepast.", closedAt: expect.any(String) });
    expectProblem(await manager.post(`/register/reports/${kept.id}/answer`, { answer: "Nog eens." }), 409);
    expectProblem(await server.post("/register/reports", { ...report, text: "kort" }), 400);
    expectProblem(await server.post("/register/reports", { ...report, subject: "A000000000000" }), 404);
  });
});
