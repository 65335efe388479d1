import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "@voorsprong/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { voorsprong } from "./run.js";

let folder: string;
let decision: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "verify-"));
  decision = join(folder, "decision.json");
  const round = await voorsprong(["example", "--applications", "200"]);
  await voorsprong(["allocate", "-", "--format", "json", "--out", decision], round.out);
});
afterAll(() => rmSync(folder, { recursive: true }));

function changed(name: string, change: (text: string) => string): string {
  const path = join(folder, name);
  writeFileSync(path, change(readFileSync(decision, "utf8")));
  return path;
}

describe("voorsprong verify", () => {
  it("says what is proven", async () => {
    const { code, out } = await voorsprong(["verify", decision]);
    expect(code).toBe(0);
    expect(out).toMatch(/^VALID\. (Proven optimal \(level A\)|Proven within \d+ points \(level B\))\./);
  });

  it("answers as JSON: valid, level, objective, bound, reasons", async () => {
    const answer = JSON.parse((await voorsprong(["verify", decision, "--json"])).out);
    expect(Object.keys(answer)).toEqual(
      expect.arrayContaining(["valid", "level", "objective", "bound", "reasons"]),
    );
    expect(answer).toMatchObject({ valid: true, reasons: [] });
  });

  it("refuses a changed score with exit 1 and the reason", async () => {
    const path = changed("score.json", (text) =>
      text.replace(/"objective":(\d+)/, (_, n) => `"objective":${Number(n) + 1}`),
    );
    const { code, out } = await voorsprong(["verify", path, "--json"]);
    expect(code).toBe(1);
    const answer = JSON.parse(out);
    expect(answer.valid).toBe(false);
    expect(answer.reasons.length).toBeGreaterThan(0);
  });

  it("refuses a text with two meanings", async () => {
    const path = changed("twice.json", (text) => text.replace("{", '{"format":"voorsprong-decision/2",'));
    const { code, out } = await voorsprong(["verify", path, "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(out).reasons[0]).toMatch(/^text: /);
  });

  it("writes the proof of a decision of level A in the format VIPR", async () => {
    const small = join(folder, "small.json");
    const round = await voorsprong(["example", "--applications", "40", "--class", "simple"]);
    await voorsprong(["allocate", "-", "--format", "json", "--out", small], round.out);
    const path = join(folder, "small.vipr");
    const { code, out } = await voorsprong(["verify", small, "--vipr", path]);
    expect([code, out]).toEqual([0, expect.stringMatching(/^VALID\. Proven optimal/)]);
    const text = readFileSync(path, "utf8");
    expect(text.match(/^[A-Z]{3} /gm)).toEqual([
      "VER ",
      "VAR ",
      "INT ",
      "OBJ ",
      "CON ",
      "RTP ",
      "SOL ",
      "DER ",
    ]);
    expect((await voorsprong(["verify", small, "--vipr", "-"])).out).toBe(text);
  });

  it("writes no proof where there is none to write", async () => {
    const path = join(folder, "none.vipr");
    const ranking = join(folder, "ranking.json");
    const round = await voorsprong(["example", "--applications", "40", "--class", "tight"]);
    await voorsprong(["allocate", "-", "--rule", "ranking", "--format", "json", "--out", ranking], round.out);
    const { code, err } = await voorsprong(["verify", ranking, "--vipr", path]);
    expect([code, err]).toEqual([2, expect.stringMatching(/ranking\.json: .*only of a decision of level A/)]);
    const wrong = changed("wrong.json", (text) => text.replace(/"objective":\d+/, '"objective":1'));
    expect((await voorsprong(["verify", wrong, "--vipr", path])).code).toBe(1);
    expect((await voorsprong(["verify", "--ledger", ranking, "--vipr", path])).code).toBe(2);
    expect((await voorsprong(["verify", ranking, "--json", "--vipr", "-"])).code).toBe(2);
    expect(existsSync(path)).toBe(false);
  });

  it.each([
    ["not JSON", "{", /broken\.json:1:\d+/],
    ["something else", '{"format": "other"}', /is not a decision/],
    ["null", "null", /is not a decision/],
  ])("cannot use %s: exit 2", async (_, text, message) => {
    const path = join(folder, "broken.json");
    writeFileSync(path, text);
    const { code, out, err } = await voorsprong(["verify", path]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
  });
});

describe("voorsprong verify --explanation", () => {
  let made: { decision: string; explanation: string };
  beforeAll(async () => {
    made = { decision: join(folder, "explained.json"), explanation: join(folder, "explanation.json") };
    const round = await voorsprong(["example", "--applications", "40", "--class", "simple"]);
    const files = ["--out", made.decision, "--explain-out", made.explanation];
    await voorsprong(["allocate", "-", "--format", "json", ...files], round.out);
  });

  it("checks both documents", async () => {
    const { code, out } = await voorsprong(["verify", made.decision, "--explanation", made.explanation]);
    expect(code).toBe(0);
    expect(out).toContain("VALID. The explanation fits the decision.");
    const json = await voorsprong(["verify", made.decision, "--explanation", made.explanation, "--json"]);
    expect(JSON.parse(json.out)).toMatchObject({ valid: true, level: "A", reasons: [] });
    expect(JSON.parse(json.out).explanation).toMatch(/^sha256:/);
  });

  it("refuses a changed figure with exit 1 and its place", async () => {
    const path = join(folder, "changed-explanation.json");
    const text = readFileSync(made.explanation, "utf8");
    writeFileSync(
      path,
      text.replace(/"asked":(\d+)/, (_, n) => `"asked":${Number(n) + 1}`),
    );
    const { code, out } = await voorsprong(["verify", made.decision, "--explanation", path, "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(out).reasons.join()).toMatch(/groups: .*\(\/groups\/0\)/);
  });

  it("cannot use something else, or an explanation without its decision: exit 2", async () => {
    expect(await voorsprong(["verify", made.decision, "--explanation", made.decision])).toMatchObject({
      code: 2,
      err: expect.stringContaining("is not an explanation (docs/formats/explanation.md)"),
    });
    const alone = await voorsprong([
      "verify",
      made.explanation,
      "--ledger",
      "--explanation",
      made.explanation,
    ]);
    expect(alone).toMatchObject({ code: 2, err: expect.stringContaining("give the file of its decision") });
  });
});

describe("voorsprong verify --ledger", () => {
  let ledger: string;
  beforeAll(async () => {
    const store = await openStore({ dataDir: join(folder, "data") });
    for (const subject of ["one", "two", "three"])
      await store.database.transaction((tx) =>
        store.ledger.append(tx, { kind: "round.opened", subject, body: { subject } }),
      );
    ledger = join(folder, "ledger.json");
    writeFileSync(ledger, JSON.stringify(await store.ledger.export()));
    await store.close();
  });

  function altered(name: string, change: (entries: Record<string, unknown>[]) => void): string {
    const document = JSON.parse(readFileSync(ledger, "utf8"));
    change(document.entries);
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(document));
    return path;
  }

  it("accepts the ledger as exported", async () => {
    expect(await voorsprong(["verify", "--ledger", ledger])).toMatchObject({ code: 0, err: "" });
    expect(await voorsprong(["verify", ledger, "--ledger"])).toMatchObject({ code: 0, err: "" });
    const { key } = JSON.parse(readFileSync(ledger, "utf8")).entries[0].body;
    const { out } = await voorsprong(["verify", ledger, "--ledger", "--json"]);
    expect(JSON.parse(out).key).toBe(key.kid);
  });

  it.each<[string, (entries: Record<string, unknown>[]) => void, RegExp]>([
    ["changed", (entries) => Object.assign(entries[2]!, { body: { subject: "other" } }), /\/entries\/2/],
    ["removed", (entries) => entries.splice(1, 1), /\/entries\/1/],
    ["reordered", (entries) => entries.splice(1, 2, entries[2]!, entries[1]!), /\/entries\/1/],
    ["cut off", (entries) => entries.pop(), /head/],
  ])("finds what was %s", async (_, change, where) => {
    const { code, out } = await voorsprong(["verify", "--ledger", altered("altered.json", change), "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(out).reasons.join(" ")).toMatch(where);
  });

  it("says when the ledger does not hold the decision", async () => {
    const { code, out } = await voorsprong(["verify", decision, "--ledger", ledger]);
    expect(code).toBe(1);
    expect(out).toContain("NOT VALID");
  });
});
