import {
  detectFormat,
  FileError,
  readApplicationsCsv,
  readKnapsack,
  readPabulib,
} from "@voorsprong/allocation";
import { describe, expect, it } from "vitest";

const failuresOf = (read: () => unknown) => {
  try {
    read();
  } catch (error) {
    if (error instanceof FileError) return error.issues.map(({ line, column }) => `${line}:${column}`);
    throw error;
  }
  return [];
};

const pb = (projects: readonly string[], meta: readonly string[] = []) =>
  [
    "META",
    "key;value",
    "description;Example; with a semicolon",
    "budget;1000.0",
    "currency;EUR",
    ...meta,
    "PROJECTS",
    ...projects,
    "VOTES",
    "voter_id;vote",
    "1;1,2",
  ].join("\r\n");

describe("readPabulib", () => {
  it("reads columns in any order, decimals, several categories, and names with semicolons or quotation marks", () => {
    const round = readPabulib(
      pb([
        "name;project_id;category;votes;cost;selected",
        '"A ""quoted""; name";1;care,energy;12;10.5;1',
        '"loose; semicolon";2;;7;400000.0;0',
        'a "marked" word;3;care;5;0;',
      ]),
    );
    expect(round).toMatchObject({
      round: "Example; with a semicolon",
      unit: "EUR-cent",
      budgets: [{ id: "budget", amount: 100_000 }],
      applications: [
        {
          id: "1",
          title: 'A "quoted"; name',
          score: 12,
          amounts: { budget: 1050 },
          tags: { category: ["care", "energy"] },
        },
        { id: "2", title: "loose; semicolon", score: 7, amounts: { budget: 40_000_000 }, tags: {} },
        { id: "3", title: 'a "marked" word', score: 5, amounts: {}, tags: { category: ["care"] } },
      ],
    });
  });

  it("takes score before votes, envelopes per category and district, and the rule that stops", () => {
    const meta = [
      "rule;greedy-no-skip",
      "categories;care,energy",
      "budget_per_category;600,400.5",
      "districts;North,South",
      "budget_per_district;500,500",
    ];
    const round = readPabulib(
      pb(["project_id;cost;votes;score;category;district", "1;10;3;2.5;care;North"], meta),
    );
    expect(round.scoreScale).toBe(10);
    expect(round.applications[0]).toMatchObject({
      score: 25,
      tags: { category: ["care"], district: ["North"] },
    });
    expect(round.ranking.misfit).toBe("stop");
    expect(round.constraints).toEqual([
      { kind: "amount", tag: "category", value: "care", max: 60_000 },
      { kind: "amount", tag: "category", value: "energy", max: 40_050 },
      { kind: "amount", tag: "district", value: "North", max: 50_000 },
      { kind: "amount", tag: "district", value: "South", max: 50_000 },
    ]);
  });

  it("places every error", () => {
    const text = pb(["project_id;cost;votes", "1;ten;3", "2;5;many", ";5;1", "4;1.234;1", "5;1;1", "5;2;1"]);
    expect(failuresOf(() => readPabulib(text))).toEqual(["8:3", "9:5", "10:1", "11:3", "13:1"]);
    expect(failuresOf(() => readPabulib("META\nkey;value\nbudget;1\n"))).toEqual(["1:1"]);
    expect(failuresOf(() => readPabulib(pb(["project_id;votes", "1;2"])))).toEqual(["7:1"]);
    const uneven = pb(["project_id;cost;votes", "1;2;3"], ["categories;a,b", "budget_per_category;1"]);
    expect(failuresOf(() => readPabulib(uneven))).toEqual(["7:21"]);
  });

  it("refuses what can be read in two ways", () => {
    const header = "project_id;cost;votes;name";
    const twice = pb([header, "1;2;3;a"], ["rule;greedy", "budget;5", "rule;greedy"]);
    expect(failuresOf(() => readPabulib(twice))).toEqual(["7:1"]);
    const sections = [header, "1;2;3;a", "PROJECTS", header, "2;2;3;b"];
    expect(failuresOf(() => readPabulib(pb(sections)))).toEqual(["9:1"]);
    expect(failuresOf(() => readPabulib(`${pb([header, "1;2;3;a"])}\nPROJECTS\n${header}`))).toEqual([
      "12:1",
    ]);
    const open = pb([header, '1;2;3;"open', '2;2;3;"b" and "c"', "3;2;3;d"]);
    expect(failuresOf(() => readPabulib(open))).toEqual(["8:7"]);
    const wide = pb([header, "1;2;3;loose; semicolon", "2;2;3"]);
    expect(failuresOf(() => readPabulib(wide))).toEqual(["8:13"]);
  });

  it("reads a file without projects, and leaves other rules to who decides", () => {
    const round = readPabulib(pb(["project_id;cost;votes"], ["rule;equalshares"]));
    expect(round).toMatchObject({ applications: [], ranking: { misfit: "skip" } });
  });
});

describe("readKnapsack", () => {
  const one = "3 2 12.5\n 4 5.5\t7\n1 2 3\n 0.5 0.25 1\n 5 1.5\n";

  it("reads numbers in free layout and scales decimals", () => {
    const { round, statedObjective, instances } = readKnapsack(one);
    expect([statedObjective, instances, round.scoreScale]).toEqual([12.5, 1, 10]);
    expect(round.budgets).toEqual([
      { id: "1", amount: 5 },
      { id: "2", amount: 150 },
    ]);
    expect(round.applications.map(({ score, amounts }) => [score, amounts])).toEqual([
      [40, { "1": 1, "2": 50 }],
      [55, { "1": 2, "2": 25 }],
      [70, { "1": 3, "2": 100 }],
    ]);
  });

  it("reads one of many instances", () => {
    const many = `2 ${one} 1 1 0 9 2 3`;
    expect(readKnapsack(many, 2)).toMatchObject({
      statedObjective: null,
      instances: 2,
      round: { applications: [{ score: 9 }] },
    });
    expect(readKnapsack(many, 1).round.applications).toHaveLength(3);
    expect(failuresOf(() => readKnapsack(many, 3))).toEqual(["1:1"]);
  });

  it("refuses what does not add up", () => {
    expect(failuresOf(() => readKnapsack("3 2 12 1 2"))).toEqual(["1:10"]);
    expect(failuresOf(() => readKnapsack("1 1\n x"))).toEqual(["2:2"]);
    expect(failuresOf(() => readKnapsack(" "))).toEqual(["1:1"]);
  });
});

describe("readApplicationsCsv", () => {
  it.each([",", ";"])("reads the columns with separator %s", (separator) => {
    const lines = [
      ["id", "title", "score", "amount:2027", "amount:2028", "tag:region"],
      ["A", '"A name', "87", "1234.50", "", "Groningen|Drenthe"],
    ];
    const text = `\ufeff${lines[0]!.join(separator)}\n${lines[1]!.join(separator).replace('"A name', '"A ""name"""')}\n\n`;
    expect(readApplicationsCsv(text)).toEqual([
      {
        id: "A",
        title: 'A "name"',
        score: 87,
        amounts: { "2027": 123_450 },
        tags: { region: ["Drenthe", "Groningen"] },
      },
    ]);
  });

  it("reads Dutch decimals beside the semicolon", () => {
    expect(readApplicationsCsv("id;score;amount:b\nA;1;1234,5\n")[0]!.amounts).toEqual({ b: 123_450 });
  });

  it("names row and column of every error, also after a field of several lines", () => {
    const text = 'id,score,amount:b,title\nA,x,1,"two\nlines"\nA,1,1.234,t\n,1,1,t\nB,1,1\nA,1,1,t\n';
    expect(failuresOf(() => readApplicationsCsv(text))).toEqual(["2:2", "4:3", "5:1", "6:1", "7:1"]);
    expect(failuresOf(() => readApplicationsCsv("id,score,cost\nA,1,2\n"))).toEqual(["1:1", "1:3"]);
    expect(failuresOf(() => readApplicationsCsv("id,id,score,amount:b\nA,B,1,2\n"))).toEqual(["1:2"]);
  });
});

describe("detectFormat", () => {
  it.each([
    ['\ufeff {"round": 1}', "x.txt", "json"],
    ["META\nkey;value", "", "pb"],
    [" 28 4 3418\n 1 2", "hp1.dat", "mkp"],
    ["id;score;amount:2027\n", "", "csv"],
    ["id,name\n", "list.CSV", "csv"],
    ["hello", "letter.txt", null],
    ["", "", null],
  ])("%j is %s", (text, name, format) => {
    expect(detectFormat(text, name)).toBe(format);
  });
});
