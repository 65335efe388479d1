/** Lists that come in from files: preview with every cell that is not right, all or nothing, twice is once. */
import { setTimeout as sleep } from "node:timers/promises";
import { hashOf } from "@voorsprong/allocation";
import type { ImportView } from "@voorsprong/server/contract";
import type { Store } from "@voorsprong/store";
import { parseExact, verifyLedger } from "@voorsprong/verifier";
import Excel from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exchangeFund, openCall } from "./exchange-fixtures.js";
import {
  databaseKinds,
  expectProblem,
  type Person,
  startServer,
  type TestDatabase,
  type TestServer,
} from "./harness.js";

const organisationsHeader = "kvk;name;kind;region;size;employees;website";

describe.each(databaseKinds)("imports on $name", ({ create }) => {
  let database: TestDatabase;
  let store: Store;
  let server: TestServer;
  let manager: Person;

  beforeAll(async () => {
    database = await create();
    store = await database.open();
    server = await startServer(store);
    manager = await server.as("fund-manager", { fund: exchangeFund });
    await openCall(store, "import-call");
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  const send = (text: string | Buffer, query: string, by: Person = manager) =>
    by.send({
      method: "POST",
      url: `/api/v1/exchange/imports?${query}`,
      headers: { "content-type": "application/octet-stream" },
      payload: text,
    });
  const ended = async (id: string): Promise<ImportView> => {
    for (;;) {
      const { body } = await manager.get(`/exchange/imports/${id}`);
      if (!["reading", "confirming"].includes(body.state)) return body;
      await sleep(20);
    }
  };
  const read = async (text: string | Buffer, query = "kind=organisations&fileName=list.csv") => {
    const answer = await send(text, query);
    expect(answer.status, answer.text).toBe(202);
    return ended(answer.body.id);
  };
  const rows = async (id: string, outcome = "") =>
    (await manager.get(`/exchange/imports/${id}/rows?pageSize=100${outcome && `&outcome=${outcome}`}`)).body
      .items;
  const confirm = async (id: string) => {
    const answer = await manager.post(`/exchange/imports/${id}/confirmation`);
    expect(answer.status, answer.text).toBe(202);
    return ended(id);
  };
  const applicationsQuery = "kind=applications&callId=import-call&fileName=list.csv";

  it("show what would be new, and write it when it is confirmed", async () => {
    const made = await read(
      `${organisationsHeader}\n01234567;Café Één BV;company;Groningen;small;12;\n;Voorbeeldschool;school;;;;https://school.example.org\n`,
    );
    expect(made).toMatchObject({
      state: "ready",
      source: { kind: "csv", encoding: "utf-8", separator: ";", unused: [] },
      counts: { read: 2, new: 2, changed: 0, unchanged: 0, errors: 0 },
    });
    expect(await rows(made.id)).toMatchObject([
      { line: 2, outcome: "new", title: "Café Één BV", cells: { kvk: "01234567", employees: 12 } },
      { line: 3, outcome: "new", title: "Voorbeeldschool" },
    ]);
    expect(await confirm(made.id)).toMatchObject({ state: "done", counts: { new: 2 } });
    expect(await rows(made.id)).toEqual([]);
    const kept = await store.database.query(
      "SELECT name, kind, region, employees, country, search FROM organisations WHERE kvk = '01234567'",
    );
    expect(kept).toEqual([
      {
        name: "Café Één BV",
        kind: "company",
        region: "Groningen",
        employees: 12,
        country: "NL",
        search: "cafe een bv",
      },
    ]);
  });

  it("change nothing when the same list comes again, and show what another list would change", async () => {
    const same = await read(`kvk,name,kind,region\n01234567,Café Één BV,company,Groningen\n`);
    expect(same.counts).toMatchObject({ unchanged: 1, new: 0, changed: 0 });
    const other = await read(
      `kvk,name,kind,employees\n01234567,Café Twee BV,company,13\n,Nieuw BV,company,\n`,
    );
    expect(other.counts).toMatchObject({ unchanged: 0, new: 1, changed: 1 });
    expect(await rows(other.id, "changed")).toMatchObject([
      {
        changes: [
          { name: "name", from: "Café Één BV", to: "Café Twee BV" },
          { name: "employees", from: 12, to: 13 },
        ],
      },
    ]);
    await confirm(other.id);
    const [kept] = await store.database.query(
      "SELECT name, region, employees FROM organisations WHERE kvk = '01234567'",
    );
    // An empty cell and a column that is not there leave what was known.
    expect(kept).toEqual({ name: "Café Twee BV", region: "Groningen", employees: 13 });
  });

  it("are refused whole while any cell is not right, with each such cell named", async () => {
    const made = await read(
      `${organisationsHeader}\n1234;Goed BV;company;;;;\n;;factory;Utopia;;twaalf;\n;Goed twee BV;company;;;;\n;Goed twee BV;company;;;;\n`,
    );
    expect(made).toMatchObject({ state: "refused", counts: { read: 4, new: 1, errors: 3 } });
    const wrong = (await rows(made.id, "error")).flatMap(({ errors }: { errors: unknown[] }) => errors);
    expect(wrong).toMatchObject([
      { row: 2, column: "A", name: "kvk", value: "1234" },
      { row: 3, column: "B", name: "name", value: "" },
      { row: 3, column: "C", name: "kind", value: "factory" },
      { row: 3, column: "D", name: "region", value: "Utopia" },
      { row: 3, column: "F", name: "employees", value: "twaalf" },
      { row: 5, column: null, name: "name" },
    ]);
    const hidden = await read(
      `${organisationsHeader};note\0\n;Goed\0fout BV;com\0pany;;;1\0;;\n;Goed drie BV;company;;;;;x\0\n`,
    );
    expect(hidden).toMatchObject({
      state: "refused",
      failure: null,
      source: { unused: ["note\ufffd"] },
      counts: { read: 2, new: 1, errors: 1 },
    });
    expect((await rows(hidden.id, "error"))[0].errors).toMatchObject([
      { row: 2, column: "B", name: "name", value: "Goed\ufffdfout BV" },
      { row: 2, column: "C", name: "kind", value: "com\ufffdpany" },
      { row: 2, column: "F", name: "employees", value: "1\ufffd" },
    ]);
    const csv = await manager.get(`/exchange/imports/${made.id}/errors.csv`);
    expect(csv.text.split("\r\n")).toHaveLength(8);
    expectProblem(await manager.post(`/exchange/imports/${made.id}/confirmation`), 409);
    expect(await store.database.query("SELECT 1 FROM organisations WHERE name LIKE 'Goed%'")).toEqual([]);
    expect((await manager.delete(`/exchange/imports/${made.id}`)).body).toMatchObject({ state: "discarded" });
  });

  it("fail with a reason when the file is no table", async () => {
    expectProblem(await send("", "kind=organisations&fileName=list.csv"), 422);
    const made = await read(Buffer.from("PK\u0003\u0004 no zip"));
    expect(made).toMatchObject({ state: "failed", failure: { nl: expect.stringContaining("geen XLSX") } });
    expect(await read("name;kind\n")).toMatchObject({ failure: { en: expect.stringContaining("no rows") } });
    const header = await read("naam;soort\nA;company\n");
    expect(header).toMatchObject({ state: "refused", counts: { errors: 1 } });
    expect((await rows(header.id))[0].errors).toHaveLength(2);
  });

  it("write nothing when what is there changed since the preview", async () => {
    const made = await read("kvk;name;kind\n76543210;Eerst BV;company\n11112222;Ook BV;company\n");
    await store.database.query(
      `INSERT INTO organisations (id, name, kind, kvk, created_at, search)
       VALUES ('O0000000000AB', 'Eerder BV', 'company', '11112222', now(), 'eerder bv')`,
    );
    expect(await confirm(made.id)).toMatchObject({
      state: "failed",
      failure: { en: expect.stringContaining("Row 3") },
    });
    expect(await store.database.query("SELECT 1 FROM organisations WHERE kvk = '76543210'")).toEqual([]);
  });

  it("of applications freeze each one, in the ledger and with a receipt, and add their organisations", async () => {
    const received = new Date(Date.now() - 86_400_000).toISOString();
    const list = [
      "reference;title;organisation;kvk;kind;size;theme;region;start;end;received;amount:2027;amount:2028",
      `R1;Eerste;Café Twee BV;01234567;company;small;research;Groningen;2027-09-01;2029-08-31;${received};1.250,50;`,
      `R2;Tweede;Onbekend BV;;;;facilities;Drenthe;;;;100;200`,
      `R3;Derde;Onbekend BV;;;;facilities;Drenthe;;;;100;200`,
    ].join("\n");
    const made = await read(list, applicationsQuery);
    expect(made, JSON.stringify(await rows(made.id, "error"))).toMatchObject({
      state: "ready",
      counts: { new: 3 },
    });
    expect(await confirm(made.id)).toMatchObject({ state: "done" });
    const kept = await store.database.query<{
      id: string;
      organisation: string;
      document: string;
      hash: string;
    }>(
      `SELECT a.id, a.number, a.state, a.requested, a.received_at, o.name AS organisation, v.document, v.hash, l.body
       FROM grant_applications a JOIN organisations o ON o.id = a.organisation_id
       JOIN grant_application_versions v ON v.application_id = a.id JOIN ledger l ON l.seq = v.ledger_seq
       WHERE a.call_id = 'import-call' ORDER BY a.number`,
    );
    expect(kept).toMatchObject([
      { number: 1, state: "submitted", requested: 1_250_50, organisation: "Café Twee BV" },
      { number: 2, requested: 300_00, organisation: "Onbekend BV" },
      { number: 3, requested: 300_00, organisation: "Onbekend BV" },
    ]);
    expect(kept[0]).toMatchObject({ received_at: new Date(received) });
    const document = JSON.parse(kept[0]!.document);
    expect(document).toMatchObject({
      format: "voorsprong-application/1",
      title: "Eerste",
      requested: { "2027": 1_250_50, "2028": 0 },
      project: { theme: "research", region: "Groningen", start: "2027-09-01" },
    });
    expect(hashOf(document)).toBe(kept[0]!.hash);
    expect(kept[0]).toMatchObject({ body: { version: 1, hash: kept[0]!.hash } });
    const { body: read1 } = await manager.get(`/applications/${kept[0]!.id}`);
    expect(read1).toMatchObject({ state: "submitted", dossier: "IMPORT-CALL-0001" });
    // Two applications of the same new organisation add it once.
    expect(await store.database.query("SELECT 1 FROM organisations WHERE name = 'Onbekend BV'")).toHaveLength(
      1,
    );
    expect(await verifyLedger(parseExact(JSON.stringify(await store.ledger.export())))).toMatchObject({
      valid: true,
    });
  });

  it("of applications that come again change nothing, or make a new version of the same one", async () => {
    const header = "reference;title;organisation;theme;region;amount:2027";
    const again = await read(`${header}\nR2;Tweede;Onbekend BV;facilities;Drenthe;100\n`, applicationsQuery);
    expect(again.counts).toMatchObject({ unchanged: 1, new: 0, changed: 0 });
    const other = await read(`${header}\nR2;Tweede;Onbekend BV;facilities;Drenthe;150\n`, applicationsQuery);
    expect(other.counts).toMatchObject({ changed: 1 });
    await confirm(other.id);
    const kept = await store.database.query(
      `SELECT a.number, a.version, a.revision, a.requested, count(v.*) AS versions FROM grant_applications a
       JOIN grant_application_versions v ON v.application_id = a.id
       WHERE a.call_id = 'import-call' AND a.title = 'Tweede' GROUP BY a.id`,
    );
    expect(kept).toEqual([{ number: 2, version: 2, revision: 2, requested: 350_00, versions: 2 }]);
  });

  it("of applications name what contradicts itself or the call", async () => {
    const header = "reference;title;organisation;theme;region;amount:2027;received;start;end";
    const made = await read(
      `${header}\nX1;A;B;research;Drenthe;0;;;\nX2;A;B;research;Drenthe;1;2020-01-01;;\nX3;A;B;research;Drenthe;1;;2028-01-01;2027-01-01\nX3;A;B;research;Drenthe;1;;;\n`,
      applicationsQuery,
    );
    const wrong = (await rows(made.id, "error")).map(
      ({ errors }: { errors: { name: string }[] }) => errors[0]!.name,
    );
    expect(wrong).toEqual(["amount:2027", "received", "end", "reference"]);
  });

  it("begin with a list to fill in that reads back without errors", async () => {
    const csv = await manager.get("/exchange/template.csv?kind=organisations");
    expect(csv.text.replace("\ufeff", "").split(",").slice(0, 3)).toEqual(["kvk", "name", "kind"]);
    const answer = await server.app.inject({
      url: "/api/v1/exchange/template.xlsx?kind=applications&callId=import-call",
      headers: manager.headers,
    });
    const book = new Excel.Workbook();
    await book.xlsx.load(answer.rawPayload as never);
    const [list, explanation] = book.worksheets;
    const names = (list!.getRow(1).values as string[]).slice(1);
    expect(names).toContain("amount:2028");
    expect(explanation!.rowCount).toBe(names.length + 1);
    const examples = names.map((_, index) => String(explanation!.getRow(index + 2).getCell(6).value ?? ""));
    const received = new Date(Date.now() - 86_400_000).toISOString();
    list!.addRow(examples.map((example, index) => (names[index] === "received" ? received : example)));
    const filled = Buffer.from(await book.xlsx.writeBuffer());
    const made = await read(filled, applicationsQuery.replace("csv", "xlsx"));
    expect(made, JSON.stringify(await rows(made.id))).toMatchObject({ state: "ready", counts: { new: 1 } });
  });

  it("go out as they came in: a list that was exported changes nothing when it comes back", async () => {
    await store.database.query(
      `INSERT INTO organisations (id, name, kind, kvk, created_at, search)
       VALUES ('O0000000000AC', '=1+1', 'company', '99990000', now(), '=1+1')`,
    );
    const csv = (await manager.get("/exchange/list.csv?kind=organisations")).text;
    expect(csv).toContain("'=1+1");
    const book = new Excel.Workbook();
    const answer = await server.app.inject({
      url: "/api/v1/exchange/list.xlsx?kind=organisations",
      headers: manager.headers,
    });
    await book.xlsx.load(answer.rawPayload as never);
    const made = await read(Buffer.from(answer.rawPayload));
    expect(made, JSON.stringify(await rows(made.id))).toMatchObject({
      counts: { new: 0, changed: 0, errors: 0, read: book.worksheets[0]!.rowCount - 1 },
    });
    const applications = await read(
      (await manager.get("/exchange/list.csv?kind=applications&callId=import-call")).text,
      applicationsQuery,
    );
    expect(applications.source).toMatchObject({ unused: ["dossier", "state", "requested"] });
    expect(applications.counts).toMatchObject({ new: 0, errors: 0 });
  });

  it("are for the fund's manager; the auditor only looks; others learn nothing", async () => {
    const made = await read(`kvk;name;kind\n22223333;Kijk BV;company\n`);
    const auditor = await server.as("auditor");
    const elsewhere = await server.as("fund-manager", { fund: "challenges" });
    const applicant = await server.as("applicant");
    expect((await auditor.get(`/exchange/imports/${made.id}/rows`)).status).toBe(200);
    expectProblem(await auditor.post(`/exchange/imports/${made.id}/confirmation`), 403);
    expectProblem(await send("name;kind\n", "kind=organisations&fileName=x", auditor), 403);
    expectProblem(await send("x", applicationsQuery, elsewhere), 403);
    expectProblem(await applicant.get(`/exchange/imports/${made.id}`), 403);
    expectProblem(await server.get(`/exchange/imports/${made.id}`), 401);
    const ofCall = await read(
      "reference;title;organisation;theme;region;amount:2027\nQ;A;B;research;Drenthe;1\n",
      applicationsQuery,
    );
    expectProblem(await elsewhere.get(`/exchange/imports/${ofCall.id}`), 403);
    const listed = (await elsewhere.get("/exchange/imports")).body.items as ImportView[];
    expect(listed.map(({ id }) => id)).toContain(made.id);
    expect(listed.map(({ id }) => id)).not.toContain(ofCall.id);
    expectProblem(await manager.get("/exchange/imports/00000000-0000-4000-8000-000000000000"), 404);
    expectProblem(await send("x", "kind=applications&fileName=x"), 400);
    expectProblem(await send("x", "kind=applications&callId=none&fileName=x"), 404);
  });
});
