import { type Answers, checkAnswers, visibleQuestions } from "@voorsprong/call-form";
import { describe, expect, test } from "vitest";
import { APPLICATION, CALL } from "./example.js";

const withAnswers = (answers: Answers) => ({
  ...APPLICATION,
  answers: { ...APPLICATION.answers, ...answers },
});
const codes = (answers: Answers, complete = true) =>
  checkAnswers(CALL, withAnswers(answers), { complete }).map(({ question, row, column, code }) =>
    [question, row, column, code].filter((part) => part !== undefined).join("/"),
  );

describe("checking answers", () => {
  test("a complete application has no errors", () => {
    expect(codes({})).toEqual([]);
  });

  test.each<[Answers, string]>([
    [{ plan: "" }, "plan/missing"],
    [{ plan: "x".repeat(101) }, "plan/maxLength"],
    [{ pilot: null }, "pilot/missing"],
    [{ pilot_site: "x" }, "pilot_site/minLength"],
    [{ pilot_site: undefined }, "pilot_site/missing"],
    [{ trl: 10 }, "trl/maximum"],
    [{ trl: 2.5 }, "trl/type"],
    [{ cash: 9_999 }, "cash/minimum"],
    [{ cash: 1e20 }, "cash/type"],
    [{ ratio: 0 }, "ratio/exclusiveMinimum"],
    [{ ratio: 0.7 }, "ratio/multipleOf"],
    [{ day: "2027-02-29" }, "day/format"],
    [{ mail: "nobody" }, "mail/format"],
    [{ agree: false }, "agree/const"],
    [{ sector: "wood" }, "sector/enum"],
    [{ skills: ["a", "a"] }, "skills/uniqueItems"],
    [{ skills: ["c"] }, "skills/0/enum"],
    [{ machines: [{ name: "Robot" }] }, "machines/0/price/missing"],
    [{ machines: [{ name: "Robot", price: null }] }, "machines/0/price/missing"],
    [{ machines: [{ name: "x".repeat(21), price: 1 }] }, "machines/0/name/maxLength"],
    [{ machines: [{ name: "a", price: -1 }] }, "machines/0/price/minimum"],
    [{ machines: [{ name: "a", price: 1, colour: "red" }] }, "machines/0/colour/unknown"],
    [{ machines: Array.from({ length: 4 }, () => ({ name: "a", price: 1 })) }, "machines/maxItems"],
    [{ budget: "f1" }, "budget/type"],
    [
      { letters: [{ id: "f", name: "a.png", mediaType: "image/png", bytes: 1, sha256: "0".repeat(64) }] },
      "letters/0/media-type",
    ],
    [
      {
        letters: [
          { id: "f", name: "a.pdf", mediaType: "application/pdf", bytes: 1001, sha256: "0".repeat(64) },
        ],
      },
      "letters/0/too-large",
    ],
  ])("%j is told as %s", (answers, expected) => {
    expect(codes(answers)).toEqual([expected]);
  });

  test("says in both languages what to do, with the amounts of the question", () => {
    const [error] = checkAnswers(CALL, withAnswers({ cash: 1 }));
    expect(error?.text).toEqual({ nl: "Vul € 100 of meer in.", en: "Fill in €100 or more." });
  });

  test("a draft is not blamed for what is still open, but is for what is wrong", () => {
    expect(codes({ plan: "", machines: [{ name: "Robot" }], skills: [] }, false)).toEqual([]);
    expect(codes({ trl: 10 }, false)).toEqual(["trl/maximum"]);
  });

  test("a question is asked and required as its conditions say; an answer to one that is not asked is not looked at", () => {
    const asked = (answers: Answers, requested = APPLICATION.requested ?? {}) =>
      visibleQuestions(CALL, { ...withAnswers(answers), requested }).find(
        ({ question }) => question.id === "pilot_site",
      );
    expect(asked({})).toMatchObject({ section: "plan", required: true });
    expect(asked({}, { "2027": 1_000_000 })).toMatchObject({ required: false });
    expect(asked({ pilot: false })).toBeUndefined();
    expect(asked({ pilot: null })).toBeUndefined();
    expect(codes({ pilot: false, pilot_site: "x" })).toEqual([]);
  });
});
