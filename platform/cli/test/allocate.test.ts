import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bin, voorsprong } from "./run.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "allocate-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | object): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

/** Ranking takes A (10 points) and then nothing fits; the best is B and C (12 points). */
const small = {
  round: "small",
  budgets: [{ id: "2027", amount: 1000 }],
  applications: [
    { id: "A", score: 10, amounts: { "2027": 900 }, tags: { region: "Drenthe" } },
    { id: "B", score: 6, amounts: { "2027": 500 }, tags: { region: "Drenthe" } },
    { id: "C", score: 6, amounts: { "2027": 500 }, tags: { region: "Zeeland" } },
  ],
};

describe("voorsprong allocate", () => {
  it("answers with one JSON document: objective, bound, proven, level, spent, selected, seconds", async () => {
    const { code, out, err } = await voorsprong(["allocate", file("small.json", small), "--json"]);
    expect(err).toBe("");
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ objective: 12, spent: 1000, selected: ["B", "C"] });
    expect(answer.bound).toBeGreaterThanOrEqual(12);
    expect(answer.proven).toBe(answer.level === "A");
    expect(answer.seconds).toBeGreaterThan(0);
  });

  it("decides by ranking when the rule says so", async () => {
    const { out } = await voorsprong(["allocate", file("small.json", small), "--rule", "ranking", "--json"]);
    expect(JSON.parse(out)).toMatchObject({ objective: 10, spent: 900, selected: ["A"] });
  });

  const received = (...days: readonly string[]) => ({
    ...small,
    applications: small.applications.map((each, k) => ({ ...each, received: days[k] })),
  });

  it.each([
    ["first-come", { objective: 12, spent: 1000, selected: ["B", "C"], parts: {} }],
    ["lottery", { selected: expect.any(Array) }],
    [
      "pro-rata",
      {
        objective: 11,
        spent: 999,
        selected: ["A", "B", "C"],
        parts: { A: "0.526315789473", B: "0.526315789473", C: "0.526315789473" },
        bound: null,
        level: "C",
        proven: false,
      },
    ],
  ])("decides by %s when the rule says so", async (rule, expected) => {
    const path = file("received.json", received("2027-03-03", "2027-03-01", "2027-03-02"));
    const { code, out } = await voorsprong(["allocate", path, "--rule", rule, "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ rule, ...expected });
  });

  it.each([
    ["nl", "dat deze keuze dan wint, is bewezen.", "dat het niet met minder kan, is bewezen."],
    ["en", "that this selection then wins is proven.", "that fewer are impossible is proven."],
  ])("says in %s how ties fell", async (lang, lot, money) => {
    const path = file("ties.json", { ...small, tieBreak: { seed: "s", money: { step: 100 } } });
    const { out } = await voorsprong(["allocate", path, "--lang", lang]);
    expect(out).toContain(lot);
    expect(out).toContain(money);
  });

  it.each([
    ["nl", "de loten van het lege zaad"],
    ["en", "the lots of the empty seed"],
  ])("says in %s that the lots of an undrawn draw are nobody's", async (lang, sentence) => {
    const undrawn = { ...small, tieBreak: { draw: { commitment: `sha256:${"0".repeat(64)}` } } };
    for (const rule of ["optimal", "ranking"]) {
      const args = ["--rule", rule, "--lang", lang];
      expect((await voorsprong(["allocate", file("draw.json", undrawn), ...args])).out).toContain(sentence);
      expect((await voorsprong(["allocate", file("small.json", small), ...args])).out).not.toContain(
        sentence,
      );
    }
  });

  it("says beside the outcome what every other rule would have given", async () => {
    const path = file("received.json", received("2027-03-03", "2027-03-01", "2027-03-02"));
    const { out } = await voorsprong(["allocate", path, "--rule", "ranking", "--lang", "en"]);
    expect(out.match(/^(?:Funded|Otherwise) \(.*?\)/gm)).toEqual([
      "Funded (in order of score)",
      "Otherwise (the best within the limits)",
      "Otherwise (in order of receipt)",
      "Otherwise (by lot)",
      "Otherwise (divided pro rata, with points in proportion to the part)",
    ]);
  });

  it("says so where no selection would have met all limits", async () => {
    const impossible = {
      ...small,
      constraints: [{ kind: "count", tag: "region", value: "Zeeland", min: 2 }],
    };
    const path = file("impossible-other.json", impossible);
    const { out } = await voorsprong(["allocate", path, "--rule", "ranking", "--lang", "en"]);
    expect(out).toContain(
      "Otherwise (the best within the limits): no selection of applications meets all limits",
    );
    expect(out).toContain("does not meet");
  });

  it("refuses a rule that the round cannot be decided by, and names the first application", async () => {
    const path = file("some.json", received("2027-03-03"));
    const first = await voorsprong(["allocate", path, "--rule", "first-come", "--json"]);
    expect(first).toMatchObject({ code: 2, out: "" });
    expect(first.err).toMatch(/some\.json.*application "B"/);
    const undrawn = { ...small, tieBreak: { draw: { commitment: `sha256:${"0".repeat(64)}` } } };
    const lottery = await voorsprong(["allocate", file("undrawn.json", undrawn), "--rule", "lottery"]);
    expect(lottery).toMatchObject({ code: 2, out: "" });
    expect(lottery.err).toMatch(/not drawn/);
  });

  it("reads standard input and writes a decision that verifies, whole, and nothing beside it", async () => {
    const out = join(folder, "new", "decision.json");
    const run = await voorsprong(["allocate", "-", "--format", "json", "--out", out], JSON.stringify(small));
    expect(run.code).toBe(0);
    expect(run.out).toContain("12 points");
    expect(readdirSync(join(folder, "new"))).toEqual(["decision.json"]);
    const verdict = await voorsprong(["verify", out, "--json"]);
    expect(verdict.code).toBe(0);
    expect(JSON.parse(verdict.out)).toMatchObject({ valid: true, objective: 12, reasons: [] });
  });

  it("gives the same bytes for any order of applications", async () => {
    const other = { ...small, applications: [...small.applications].reverse() };
    const [one, two] = [join(folder, "one.json"), join(folder, "two.json")];
    await voorsprong(["allocate", file("small.json", small), "--out", one]);
    await voorsprong(["allocate", file("other.json", other), "--out", two]);
    expect(readFileSync(one, "utf8")).toBe(readFileSync(two, "utf8"));
  });

  it("answers an impossible round with the limits that conflict, and exit 1", async () => {
    const impossible = {
      ...small,
      constraints: [
        { kind: "amount", tag: "region", value: "Drenthe", min: 900 },
        { kind: "amount", tag: "region", value: "Zeeland", min: 500 },
      ],
    };
    const { code, out } = await voorsprong(["allocate", file("impossible.json", impossible), "--json"]);
    expect(code).toBe(1);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ objective: null, selected: [] });
    expect(answer.conflict).toContain("budget/2027");
  });

  it("reads OR-Library knapsacks by instance", async () => {
    const two = "2\n2 1 7\n5 7\n3 4\n5\n2 1 12\n5 7\n3 4\n7\n";
    const path = file("two.txt", two);
    const first = await voorsprong(["allocate", path, "--format", "mkp", "--json"]);
    const second = await voorsprong(["allocate", path, "--format", "mkp", "--instance", "2", "--json"]);
    expect(JSON.parse(first.out)).toMatchObject({ objective: 7, selected: ["2"] });
    expect(JSON.parse(second.out)).toMatchObject({ objective: 12, selected: ["1", "2"] });
  });

  it("reads participatory budgets", async () => {
    const pb =
      "META\nkey;value\ndescription;example\nbudget;100\nvote_type;approval\nrule;greedy\nnum_projects;2\ncurrency;EUR\n" +
      "PROJECTS\nproject_id;cost;votes;name\n1;60.0;9;a\n2;50;8;b\nVOTES\nvoter_id;vote\n1;1\n";
    const { out } = await voorsprong(["allocate", file("example.pb", pb), "--json"]);
    expect(JSON.parse(out)).toMatchObject({ objective: 9, spent: 6000, selected: ["1"] });
  });

  it.each([
    ["a file that is not there", () => join(folder, "absent.json"), /absent\.json: does not exist/],
    ["a folder", () => folder, /is a folder/],
    ["broken JSON", () => file("broken.json", '{"round": "x",\n  "budgets": [}'), /broken\.json:2:\d+ /],
    [
      "a share above 1",
      () =>
        file(
          "share.json",
          `{"round": "x", "budgets": [{"id": "b", "amount": 1}], "applications": [],\n "constraints": [{"kind": "share", "tag": "t", "value": "v", "max": 1.5}]}`,
        ),
      /share\.json:2:\d+ /,
    ],
    ["text that is no round", () => file("poem.txt", "roses"), /known format/],
    [
      "bytes that are no text",
      () => {
        const path = join(folder, "bytes");
        writeFileSync(path, Buffer.from([0xff, 0xfe, 0x00]));
        return path;
      },
      /not UTF-8/,
    ],
  ])("refuses %s with exit 2 and the place on standard error", async (_, path, message) => {
    const { code, out, err } = await voorsprong(["allocate", path(), "--json"]);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toMatch(message);
  });

  it.each([
    [["allocate", "x.json", "--rule", "dice"]],
    [["allocate", "x.json", "--time-limit", "soon"]],
    [["allocate"]],
    [["divide", "x.json"]],
    [["--unknown"]],
  ])("refuses %j with exit 2", async (args) => {
    const { code, out, err } = await voorsprong(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).not.toBe("");
  });
});

describe("voorsprong allocate --out", () => {
  const round = () => file("small.json", small);

  it("follows a link and keeps the mode of what was there", async () => {
    const target = file("target.json", "old");
    chmodSync(target, 0o600);
    const link = join(folder, "link.json");
    symlinkSync(target, link);
    expect((await voorsprong(["allocate", round(), "--out", link])).code).toBe(0);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(statSync(target).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(target, "utf8")).format).toBe("voorsprong-decision/2");
  });

  it("writes into a pipe and leaves it a pipe", async () => {
    const pipe = join(folder, "pipe");
    spawnSync("mkfifo", [pipe]);
    const reader = spawn("cat", [pipe]);
    let read = "";
    reader.stdout.on("data", (chunk) => {
      read += chunk;
    });
    const closed = new Promise((done) => reader.on("close", done));
    expect((await voorsprong(["allocate", round(), "--out", pipe])).code).toBe(0);
    await closed;
    expect(statSync(pipe).isFIFO()).toBe(true);
    expect(JSON.parse(read).format).toBe("voorsprong-decision/2");
  });

  it.each([
    ["a place below a file", () => join(round(), "x.json"), /cannot be written/],
    ["a folder", () => folder, /is a folder/],
    ["nothing", () => "", /give the name of a file/],
  ])("refuses %s before it decides", async (_, out, message) => {
    const { code, err } = await voorsprong(["allocate", round(), "--out", out()]);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it("refuses to write two documents to standard output", async () => {
    const { code, out } = await voorsprong(["allocate", round(), "--out", "-", "--json"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
  });
});

describe("voorsprong allocate, at its edges", () => {
  it("does not let a name drive the terminal", async () => {
    const { out } = await voorsprong(["allocate", file("escape.json", { ...small, round: "\u001b[31mred" })]);
    expect(out).toContain("\ufffd[31mred");
    expect(out).not.toContain("\u001b");
  });

  it("prints a newline in a name as an escape, and counts with their thousands apart", async () => {
    const applications = Array.from({ length: 1200 }, (_, k) => ({ id: `A${k}`, score: 1, amounts: {} }));
    const path = file("newline.json", { ...small, round: "one\ntwo", applications });
    const { out } = await voorsprong(["allocate", path]);
    expect(out).toMatch(/^Round one\\ntwo: 1,200 applications, 1 limit\nFunded \(.*\): 1,200 applications, /);
  });

  it("hints where --explain has swallowed the file", async () => {
    const { code, err } = await voorsprong(["allocate", "--explain", "round.json"]);
    expect(code).toBe(2);
    expect(err).toMatch(/--explain takes all words after it; give the file before it/);
  });

  it("echoes no more than 40 characters of a wrong number", async () => {
    const { code, err } = await voorsprong(["allocate", "x.json", "--time-limit", "9".repeat(500)]);
    expect(code).toBe(2);
    expect(err).toContain(`'${"9".repeat(40)}…'`);
  });

  it("refuses --instance for a file that holds one round", async () => {
    const { code, err } = await voorsprong(["allocate", file("small.json", small), "--instance", "9"]);
    expect(code).toBe(2);
    expect(err).toMatch(/--instance is for mkp/);
  });

  it("refuses standard input that is not UTF-8", async () => {
    const { code, err } = await voorsprong(
      ["allocate", "-"],
      Buffer.from('{"round":"r\xe9","budgets":[{"id":"b","amount":1}],"applications":[]}', "latin1"),
    );
    expect(code).toBe(2);
    expect(err).toMatch(/standard input: is not UTF-8/);
  });

  it.each(
    [["--json"], ["--out", "-"], ["--explain"]].map((args) => args.join(" ")),
  )("says so when standard output is full: %s", (args) => {
    const command = `"${process.execPath}" "${bin}" allocate "${file("small.json", small)}" ${args} > /dev/full`;
    const { status, stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
    expect(stderr).toBe("standard output: cannot be written: its disk is full\n");
    expect(status).toBe(2);
  });

  it.each(["SIGTERM", "SIGINT"] as const)("leaves nothing half written on %s", async (signal) => {
    const place = mkdtempSync(join(folder, "stopped-"));
    const out = join(place, "round.json");
    const child = spawn(process.execPath, [bin, "example", "--applications", "100000", "--out", out]);
    const ended = new Promise((done) => child.on("close", (_, by) => done(by)));
    const begun = () =>
      readdirSync(place).some(
        (name) => (statSync(join(place, name), { throwIfNoEntry: false })?.size ?? 0) > 0,
      );
    while (child.exitCode === null && !begun()) await new Promise((next) => setTimeout(next, 1));
    child.kill(signal);
    expect(await ended).toBe(signal);
    expect(readdirSync(place)).toEqual([]);
  });

  it("ends well when its reader stops reading", () => {
    const command = `"${process.execPath}" "${bin}" example --applications 3000 | head -c 10`;
    const { stderr, stdout } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
    expect(stdout).toHaveLength(10);
    expect(stderr).toBe("");
  });
});

describe("voorsprong example", () => {
  it("makes the same round for the same seed, and allocate decides it", async () => {
    const args = ["example", "--applications", "200", "--seed", "x"];
    const [one, two, other] = await Promise.all([
      voorsprong(args),
      voorsprong(args),
      voorsprong([...args.slice(0, 4), "y"]),
    ]);
    expect(one.out).toBe(two.out);
    expect(one.out).not.toBe(other.out);
    const decided = await voorsprong(["allocate", "-", "--format", "json", "--json"], one.out);
    expect(decided.code).toBe(0);
    expect(JSON.parse(decided.out).objective).toBeGreaterThan(0);
  });
});
