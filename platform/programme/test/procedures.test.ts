/** The procedure of a call in a fund file: read as a call, and every fault told with its line and column. */
import { readCall } from "@voorsprong/call-form";
import { callDefinition, loadProgramme } from "@voorsprong/programme";
import { describe, expect, test } from "vitest";
import { problemsOf, VALID, withFolder } from "./support.js";

const PROCEDURE = `
      summary: { nl: Kort., en: Short. }
      form:
        sections:
          - id: plan
            title: { nl: Plan, en: Plan }
            questions:
              - { id: ratio, title: { nl: Deel, en: Part }, schema: { type: number, multipleOf: 0.5 } }
              - { id: pilot, title: { nl: Proef, en: Pilot }, schema: { type: boolean }, when: "answers.ratio > 1" }
      eligibility:
        - id: plain
          expression: applicant.employees < 250
          effect: refuse
          reason: { nl: Daarom., en: Because. }
        - id: folded
          expression: >-
            applicant.size == 'small'
            || answers.pilot
          effect: flag
          reason: { nl: Daarom., en: Because. }
      criteria:
        - id: quality
          title: { nl: Kwaliteit, en: Quality }
          weight: 10000
          max: 5
          anchors:
            - { points: 0, text: { nl: Slecht., en: Bad. } }
            - { points: 5, text: { nl: Goed., en: Good. } }
      review: { reviewers: 1, blind: true, normalisation: none, days: 14 }
      aid: { basis: [gber-25], choice: application }
      grant: { advances: [], reportEveryMonths: 12 }
      decisionWeeks: 13
      retention: { granted: 10, refused: 5 }
      assumptions: []
`;

const FUND = VALID["funds/research.yaml"].replace(
  /^ {2}- \{ id: research-2027.*$/m,
  `  - id: research-2027
    title: { nl: A, en: A }
    opens: 2027-01-15 09:00
    closes: 2027-03-01 17:00
    budgets: [2027]
    procedure:${PROCEDURE}`,
);
const files = (fund: string) => ({ ...VALID, "funds/research.yaml": fund });

/** Line and column, from 1, of the first place of a text in the fund file. */
function placeOf(fund: string, text: string): string {
  const before = fund.slice(0, fund.indexOf(text)).split("\n");
  return `funds/research.yaml:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

test("becomes the definition of a call, with the offset of Dutch time and the terms of the fund", () => {
  withFolder(files(FUND), (dir) => {
    const fund = loadProgramme(dir).funds[0]!;
    const definition = callDefinition(fund, fund.calls[0]!);
    expect(readCall(definition)).toMatchObject({ ok: true });
    expect(definition).toMatchObject({
      id: "research-2027",
      fund: "research",
      opens: "2027-01-15T09:00:00+01:00",
      closes: "2027-03-01T17:00:00+01:00",
      budgets: [{ id: "2027", amount: 10_000 }],
      limits: [{ kind: "share", value: "energy" }],
      rule: "optimal",
      objectionWeeks: 6,
    });
    expect(definition?.form.sections[0]?.questions[0]?.schema).toEqual({ type: "number", multipleOf: 0.5 });
    expect(callDefinition(fund, fund.calls[1]!)).toBeNull();
  });
});

describe("a fault is told where it is", () => {
  test.each([
    ["a field that is not known", "decisionWeeks: 13", "decisionWeek: 13", "decisionWeek:", "did you mean"],
    [
      "a field inside that is not known",
      "max: 5",
      "max: 5\n          most: 5",
      "most: 5",
      "“most” is not known here",
    ],
    ["weights that do not add up", "weight: 10000", "weight: 9000", "criteria:", "The weights add up to 90%"],
    [
      "a name in a plain expression",
      "applicant.employees",
      "applicant.employes",
      "employes",
      "does not exist here",
    ],
    ["a name in a folded expression", "|| answers.pilot", "|| answers.pilt", "pilt", "does not exist here"],
    [
      "a name in a quoted expression",
      "answers.ratio > 1",
      "answers.ration > 1",
      "ration >",
      "does not exist here",
    ],
    [
      "a wrong kind of answer",
      "type: boolean",
      "type: bool",
      "schema: { type: bool",
      "Choose a kind of answer",
    ],
  ])("%s", (_, from, to, at, words) => {
    expect(FUND).toContain(from);
    const fund = FUND.replace(from, to);
    const [problem = "", ...more] = problemsOf(files(fund));
    expect(problem).toContain(words);
    expect(problem.startsWith(placeOf(fund, at))).toBe(true);
    // A condition on a question that is not there any more may add one; no more than that.
    expect(more.length).toBeLessThan(2);
  });
});
