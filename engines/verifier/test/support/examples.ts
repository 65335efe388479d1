/**
 * Small decisions written out by hand: every figure in them was worked out on paper. Only hashes are computed, and the
 * comparisons with the other rules, which have examples of their own.
 */
import { comparisonsOf, nodeHash, rehash } from "./build.js";
import type { Loose } from "./naive.js";

/** 2^60, the denominator of all multipliers. */
const D = 2n ** 60n;

function sealed(parts: Loose): Loose {
  return rehash({
    format: "voorsprong-decision/2",
    roundHash: nodeHash(parts.round),
    comparisons: comparisonsOf(parts.round, parts.rule),
    ...parts,
  });
}

function round(parts: Loose): Loose {
  return {
    round: "example",
    unit: "EUR-cent",
    scoreScale: 1,
    constraints: [],
    tieBreak: { seed: "example" },
    ranking: { misfit: "skip" },
    ...parts,
  };
}

/**
 * Level A. Three applications of 50 for a budget of 100; all scores are even. With y = 3/16 per unit: y·b = 18.75,
 * d = 0.625, -1.375, -5.375, so U = 19.375; rounded down to an even number that is 18, the worth of A1 and A2.
 */
export const levelA = sealed({
  round: round({
    budgets: [{ id: "2027", amount: 100 }],
    applications: [
      { id: "A1", score: 10, amounts: { "2027": 50 }, tags: {} },
      { id: "A2", score: 8, amounts: { "2027": 50 }, tags: {} },
      { id: "A3", score: 4, amounts: { "2027": 50 }, tags: {} },
    ],
  }),
  rule: "optimal",
  outcome: {
    status: "decided",
    awards: [
      { application: "A1", option: null, score: 10, amounts: { "2027": 50 } },
      { application: "A2", option: null, score: 8, amounts: { "2027": 50 } },
    ],
    objective: 18,
    spent: { total: 100, budgets: { "2027": 100 } },
    limits: [{ row: "budget/2027", value: 100, of: 100, met: true }],
    breaches: [],
  },
  proof: {
    level: "A",
    bound: 18,
    gap: 0,
    ties: { lot: { proven: false } },
    root: {
      denominator: String(D),
      rows: { "budget/2027": String((3n * D) / 16n) },
      bound: String((155n * D) / 8n),
    },
  },
  explanations: [
    {
      application: "A3",
      // With A3 in: U = 19.375 - 5.375 = 14, so four points are missing at least; in place of A2 it misses four.
      needed: { atLeast: 4, atMost: 4 },
      witness: { option: null, remove: ["A2"], add: [] },
    },
  ],
});

/**
 * Level B. Two budgets; A1 and A2 are one consortium; A3 has an option beside its full award; Groningen gets at most
 * half of all that is awarded; A4 needs A1. With y = 1/8 on both budgets and 4 on the consortium: y·b = 12.5 + 6.25
 * + 4 = 22.75; d(A1) = 12 - 7.5 - 4 = 0.5; d(A2) = 11 - 6.25 - 1.25 - 4 = -0.5; d(A3) = max(13 - 6.25 - 5, 7 - 3.75
 * - 3.75) = 1.75; d(A4) = 3 - 6.25 = -3.25; so U = 25. A2 with the full A3 is worth 24.
 */
export const levelB = sealed({
  round: round({
    budgets: [
      { id: "2027", amount: 100 },
      { id: "2028", amount: 50 },
    ],
    applications: [
      { id: "A1", score: 12, amounts: { "2027": 60 }, tags: { region: ["Groningen"] } },
      {
        id: "A2",
        score: 11,
        amounts: { "2027": 50, "2028": 10 },
        tags: { region: ["Drenthe", "Groningen"] },
      },
      {
        id: "A3",
        title: "Example",
        score: 13,
        amounts: { "2027": 50, "2028": 40 },
        options: [{ id: "half", score: 7, amounts: { "2027": 30, "2028": 30 } }],
        tags: { region: ["Drenthe"] },
      },
      { id: "A4", score: 3, amounts: { "2028": 50 }, tags: {} },
    ],
    constraints: [
      { kind: "at-most-one", applications: ["A1", "A2"] },
      { kind: "share", tag: "region", value: "Groningen", max: "0.5", of: "awarded" },
      { kind: "requires", application: "A4", needs: "A1" },
    ],
  }),
  rule: "optimal",
  outcome: {
    status: "decided",
    awards: [
      { application: "A2", option: null, score: 11, amounts: { "2027": 50, "2028": 10 } },
      { application: "A3", option: null, score: 13, amounts: { "2027": 50, "2028": 40 } },
    ],
    objective: 24,
    spent: { total: 150, budgets: { "2027": 100, "2028": 50 } },
    limits: [
      { row: "budget/2027", value: 100, of: 100, met: true },
      { row: "budget/2028", value: 50, of: 50, met: true },
      { row: "limit/1/max", value: 60, of: 150, met: true },
    ],
    breaches: [],
  },
  proof: {
    level: "B",
    bound: 25,
    gap: 1,
    root: {
      denominator: String(D),
      rows: { "budget/2027": String(D / 8n), "budget/2028": String(D / 8n), "exclusive/0": String(4n * D) },
      bound: String(25n * D),
    },
  },
  explanations: [
    {
      application: "A1",
      // d(A1) is above zero, so the bound says nothing; A1 with the half of A3 is worth 19, five less.
      needed: { atLeast: 0, atMost: 5 },
      witness: { option: null, remove: ["A2", "A3"], add: [["A3", "half"]] },
    },
    // With A4 in: U = 25 - 3.25 = 21.75, so 24 - 21 points are missing at least. No swap fits.
    { application: "A4", needed: { atLeast: 3, atMost: null } },
  ],
});

/** In level B the ranking gives A3 (13), then A1 does not fit in 2027, then A2: the same as the optimum. */
export const rankingOfLevelB = levelB.outcome;

/** Level C: the ranking of three applications without any proof. B fits, A does not, C does. */
export const levelC = sealed({
  round: round({
    budgets: [{ id: "fund", amount: 100 }],
    applications: [
      { id: "A", score: 8, amounts: { fund: 60 }, tags: {} },
      { id: "B", score: 9, amounts: { fund: 70 }, tags: {} },
      { id: "C", score: 5, amounts: { fund: 30 }, tags: {} },
    ],
  }),
  rule: "ranking",
  outcome: {
    status: "decided",
    awards: [
      { application: "B", option: null, score: 9, amounts: { fund: 70 } },
      { application: "C", option: null, score: 5, amounts: { fund: 30 } },
    ],
    objective: 14,
    spent: { total: 100, budgets: { fund: 100 } },
    limits: [{ row: "budget/fund", value: 100, of: 100, met: true }],
    breaches: [],
  },
  proof: { level: "C", bound: null, gap: null },
  explanations: [
    // SHA-256 of "example\nA" (0e04…) is below that of "example\nB" (aac5…): at a tie A comes first, so 1 point will do.
    { application: "A", needed: { atLeast: 1, atMost: 1 }, blockedBy: ["budget/fund"] },
  ],
});

/**
 * No level: the ranking breaks what it cannot honour. It stops at B, which does not fit after A; then nothing is
 * left for the minimum of Drenthe, and Groningen has more than its part of what is awarded.
 */
export const brokenLimits = sealed({
  round: round({
    budgets: [{ id: "fund", amount: 100 }],
    applications: [
      { id: "A", score: 9, amounts: { fund: 80 }, tags: { region: ["Groningen"] } },
      { id: "B", score: 8, amounts: { fund: 30 }, tags: { region: ["Drenthe"] } },
      { id: "C", score: 7, amounts: { fund: 20 }, tags: { region: ["Drenthe"] } },
      { id: "D", score: 2, amounts: { fund: 130 }, tags: { region: ["Drenthe"] } },
    ],
    constraints: [
      { kind: "amount", tag: "region", value: "Drenthe", min: 10 },
      { kind: "share", tag: "region", value: "Groningen", max: "0.6", of: "awarded" },
    ],
    ranking: { misfit: "stop" },
  }),
  rule: "ranking",
  outcome: {
    status: "decided",
    awards: [{ application: "A", option: null, score: 9, amounts: { fund: 80 } }],
    objective: 9,
    spent: { total: 80, budgets: { fund: 80 } },
    limits: [
      { row: "budget/fund", value: 80, of: 100, met: true },
      { row: "limit/0/min", value: 0, of: 10, met: false },
      { row: "limit/1/max", value: 80, of: 80, met: false },
    ],
    breaches: ["limit/0/min", "limit/1/max"],
  },
  proof: { level: null, bound: null, gap: null },
  explanations: [
    // At a tie with A, B (aac5…) comes after it (0e04…), so it needs 2 points. C (3418…) need only draw level with B.
    { application: "B", needed: { atLeast: 2, atMost: 2 }, blockedBy: ["budget/fund"] },
    { application: "C", needed: { atLeast: 1, atMost: 1 }, blockedBy: [] },
    { application: "D", needed: { atLeast: 0, atMost: null }, blockedBy: [] },
  ],
});

/**
 * Infeasible. Energy must get 50 and care 60 of a budget of 100. One unit of each row: y·b = 100 - 50 - 60 = -10, and
 * no choice adds anything, for what it costs in the budget it gains in its minimum: U = -10.
 */
export const infeasible = sealed({
  round: round({
    budgets: [{ id: "fund", amount: 100 }],
    applications: [
      { id: "A", score: 9, amounts: { fund: 60 }, tags: { theme: ["energy"] } },
      { id: "B", score: 8, amounts: { fund: 70 }, tags: { theme: ["care"] } },
    ],
    constraints: [
      { kind: "amount", tag: "theme", value: "energy", min: 50 },
      { kind: "amount", tag: "theme", value: "care", min: 60 },
    ],
  }),
  rule: "optimal",
  outcome: { status: "infeasible", conflict: ["budget/fund", "limit/0/min", "limit/1/min"] },
  proof: {
    level: "A",
    bound: null,
    gap: null,
    ray: {
      denominator: String(D),
      rows: { "budget/fund": "1", "limit/0/min": "1", "limit/1/min": "1" },
      bound: "-10",
    },
  },
  explanations: [],
});
