/** Rules, and the way each breaks ties. */
import { expect, test } from "vitest";
import { check, describeProblems, edited, problemsOf } from "./support.js";

const file = "funds/research.yaml";
const RULE_AND_TIES = "rule: optimal\ntieBreak: { method: lot, seed: published-before-opening }";
const withRule = (rule: string, tieBreak: string) =>
  edited(file, RULE_AND_TIES, `rule: ${rule}\ntieBreak: { method: lot, ${tieBreak} }`);

test.each([
  ["optimal", "seed: published-before-opening, money: { step: EUR 10000 }"],
  ["ranking", "seed: published-before-opening"],
  ["first-come", "seed: published-before-opening"],
  ["lottery", "seed: drawn-by-ledger"],
  ["pro-rata", "seed: published-before-opening"],
])("a fund may announce %s with %s", (rule, tieBreak) => {
  const files = withRule(rule, tieBreak);
  expect(problemsOf(files)).toEqual([]);
  expect(check(files).programme?.funds[0]?.rule).toBe(rule);
});

test("a step of money becomes cents", () => {
  const files = withRule("optimal", "seed: published-before-opening, money: { step: EUR 12.50 }");
  expect(check(files).programme?.funds[0]?.tieBreak).toEqual({
    method: "lot",
    seed: "published-before-opening",
    money: { step: 1250 },
  });
});

describeProblems("ties", [
  {
    name: "a lottery whose lots everyone can know beforehand",
    file,
    from: "rule: optimal",
    to: "rule: lottery",
    problems: [
      "funds/research.yaml:15:32 the seed of the rule `lottery` cannot be `published-before-opening`; expected `drawn-by-ledger`",
    ],
  },
  {
    name: "a draw for another rule",
    file,
    from: "seed: published-before-opening",
    to: "seed: drawn-by-ledger",
    problems: [
      "funds/research.yaml:15:32 the seed of the rule `optimal` cannot be `drawn-by-ledger`; expected `published-before-opening`",
    ],
  },
  {
    name: "steps of money where no outcomes are compared",
    file,
    from: RULE_AND_TIES,
    to: "rule: ranking\ntieBreak: { method: lot, seed: published-before-opening, money: { step: EUR 1 } }",
    problems: [
      "funds/research.yaml:15:58 the rule `ranking` does not compare outcomes by their money; expected no `money`",
    ],
  },
  {
    name: "a step of nothing",
    file,
    from: "seed: published-before-opening",
    to: "seed: published-before-opening, money: { step: EUR 0 }",
    problems: [
      'funds/research.yaml:15:73 `tieBreak.money.step` cannot be "EUR 0"; expected an amount above EUR 0',
    ],
  },
]);
