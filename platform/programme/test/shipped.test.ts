/** The programme that ships with the product: complete, bilingual, exact, and frank about what is an assumption. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import {
  type Clause,
  callTerms,
  checkProgramme,
  type Limit,
  loadProgramme,
  publishedSchemas,
} from "@voorsprong/programme";
import { describe, expect, test } from "vitest";

const programmes = join(import.meta.dirname, "../../../programmes");
const shipped = join(programmes, "voorsprong");
const programme = loadProgramme(shipped);
const clauses = programme.points.flatMap((point) => point.clauses);
const clause = (id: string): Clause => clauses.find((each) => each.id === id)!;

describe("the programme Voorsprong", () => {
  test("has no problems", () => {
    expect(checkProgramme(shipped).problems).toEqual([]);
  });

  test("holds all points and clauses of the accord, in order", () => {
    expect(clauses.map((each) => each.id)).toEqual([
      "challenges.energy",
      "challenges.care",
      "challenges.production",
      "challenges.circular",
      "challenges.safety",
      "people.every-pupil",
      "people.vocational",
      "people.lifelong",
      "smart-industry.direction",
      "smart-industry.fieldlabs",
      "smart-industry.assessment",
      "smart-industry.data-sharing",
      "innovation.research",
      "innovation.challenges",
      "innovation.procurement",
      "social-innovation.labour-rules",
      "social-innovation.pilots",
    ]);
  });

  test("states the accord's figures, to the cent", () => {
    const accord = programme.sources.find((source) => source.id === "accord");
    expect(accord?.title.nl).toBe("Modern industriebeleid: voorsprong met technologie");
    expect(programme.coalition.figures.map(({ id, value, source }) => [id, value, source])).toEqual([
      ["companies", { unit: "count", value: 27_000 }, "accord"],
      ["people", { unit: "count", value: 600_000 }, "accord"],
      ["turnover", { unit: "EUR-cent", value: 14_000_000_000_000 }, "accord"],
    ]);
    for (const id of ["innovation.research", "innovation.challenges"]) {
      expect(clause(id).envelopes.map((envelope) => envelope.amount)).toEqual([50_000_000_000]);
      expect(clause(id).figures.map((figure) => figure.value)).toEqual([
        { unit: "EUR-cent", value: 100_000_000_000 },
      ]);
    }
    expect(clause("innovation.procurement").targets).toMatchObject([
      { from: { unit: "percent", value: "2.5" }, to: { unit: "percent", value: "5" }, hard: true },
    ]);
  });

  test("carries out two clauses and says plainly that the others are planned", () => {
    const running = clauses.filter((each) => each.instruments.length > 0).map((each) => each.id);
    expect(running).toEqual(["innovation.research", "innovation.challenges"]);
    const idle = clauses.filter((each) => each.instruments.length === 0);
    expect(idle.every((each) => typeof each.planned === "object")).toBe(true);
  });

  test("has two funds that spend their envelope to the cent, over the twelve provinces", () => {
    expect(programme.funds.map((fund) => fund.id)).toEqual(["challenges", "research"]);
    for (const fund of programme.funds) {
      expect(fund.budgets.reduce((sum, budget) => sum + budget.amount, 0)).toBe(50_000_000_000);
      expect(fund.budgets.map((budget) => budget.year)).toEqual([2027, 2028, 2029, 2030]);
      expect(fund.regions).toHaveLength(12);
      expect(new Set(fund.regions.map((region) => region.code)).size).toBe(12);
    }
  });

  test("labels as an assumption whatever the accord does not give", () => {
    for (const fund of programme.funds) {
      const covered = fund.assumptions.flatMap((assumption) => assumption.covers);
      expect(covered.toSorted()).toEqual([
        "budgets",
        "calls",
        "eligibility",
        "limits",
        "objection",
        "regions",
        "rule",
        "sizes",
        "themes",
      ]);
    }
    const periods = clauses
      .flatMap((each) => each.envelopes)
      .map((envelope) => envelope.assumptions[0]?.covers);
    expect(periods).toEqual([["period"], ["period"]]);
  });

  test("is written with the published schemas, which editors find from the first line of each file", () => {
    const kinds = { ".": "programme", points: "point", funds: "fund" };
    for (const [folder, kind] of Object.entries(kinds)) {
      const names = readdirSync(join(shipped, folder)).filter((name) => name.endsWith(".yaml"));
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) {
        const path = join(shipped, folder, name);
        const schema = /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(path, "utf8"))?.[1];
        expect(resolve(dirname(path), schema ?? "")).toBe(join(programmes, "schemas", `${kind}.schema.json`));
      }
    }
  });
});

describe("the published schemas", () => {
  test.each(Object.entries(publishedSchemas()))("%s is up to date", (kind, schema) => {
    const path = join(programmes, "schemas", `${kind}.schema.json`);
    // When this fails: node platform/programme/scripts/schemas.mjs
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(schema);
  });

  test("describe every field", () => {
    interface Schema {
      readonly properties?: Readonly<Record<string, Schema>>;
      readonly description?: string;
      readonly $ref?: string;
    }
    const bare: string[] = [];
    const walk = (schema: Schema, path: string): void => {
      for (const [name, field] of Object.entries(schema.properties ?? {})) {
        if (field.description === undefined && field.$ref === undefined) bare.push(`${path}.${name}`);
      }
      for (const child of Object.values(schema)) {
        if (typeof child === "object" && child !== null) walk(child, path);
      }
    };
    for (const [kind, schema] of Object.entries(publishedSchemas())) walk(schema as Schema, kind);
    expect(bare).toEqual([]);
  });
});

describe("the terms of a call", () => {
  const research = programme.funds.find((fund) => fund.id === "research")!;

  test("are a round without applications: its own budgets, and the limits without their reasons", () => {
    const terms = callTerms(research, "research-2027");
    expect(terms).toMatchObject({
      round: "research-2027",
      unit: "EUR-cent",
      budgets: [
        { id: "2027", amount: 11_000_000_000 },
        { id: "2028", amount: 13_000_000_000 },
      ],
      ranking: { misfit: "skip" },
    });
    expect(terms.constraints).toHaveLength(research.limits.length);
    expect(terms.constraints[0]).toEqual({
      kind: "share",
      tag: "theme",
      value: "sme-innovation",
      of: "awarded",
      min: "0.2",
    });
  });

  test("leave out a limit on a budget that another call awards", () => {
    const reason = { nl: "Daarom.", en: "Because." };
    const limit: Limit = {
      kind: "share",
      tag: "theme",
      value: "research",
      of: "awarded",
      min: "0.2",
      budget: "2029",
      reason,
    };
    const fund = { ...research, limits: [limit] };
    expect(callTerms(fund, "research-2027").constraints).toEqual([]);
    expect(callTerms(fund, "research-2029").constraints).toHaveLength(1);
  });

  test("do not exist for an unknown call", () => {
    expect(() => callTerms(research, "research-2031")).toThrow(RangeError);
  });
});
