import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  readDay,
  readMoney,
  readNumber,
  writeDay,
  writeMoney,
  writeNumber,
} from "../src/components/form/typed.js";

describe("what people type", () => {
  test.each([
    ["nl", "1250", 125_000],
    ["nl", "1.250", 125_000],
    ["nl", "1.250,5", 125_050],
    ["nl", "€ 1.250,50", 125_050],
    ["nl", "12.50", 1_250],
    ["nl", "1 250", 125_000],
    ["nl", "-3,05", -305],
    ["nl", "1,250.50", "1,250.50"],
    ["nl", "1,255", "1,255"],
    ["nl", "twaalf", "twaalf"],
    ["nl", "€", "€"],
    ["nl", "  ", null],
    ["nl", "90071992547409,92", "90071992547409,92"],
    ["en", "1,250.50", 125_050],
    ["en", "1,250", 125_000],
    ["en", "12,50", 1_250],
    ["en", "1.250,50", "1.250,50"],
  ] as const)("money in %s: %j is %j", (language, text, cents) => {
    expect(readMoney(text, language)).toBe(cents);
  });

  test.each([
    ["nl", "2,5", 2.5],
    ["en", "2.5", 2.5],
    ["nl", "1.000", 1000],
    ["nl", "1.00.0", "1.00.0"],
    ["nl", "1e3", "1e3"],
  ] as const)("a number in %s: %j is %j", (language, text, value) => {
    expect(readNumber(text, language)).toBe(value);
  });

  test.each([
    ["31-12-2027", "2027-12-31"],
    ["1/2/2027", "2027-02-01"],
    ["2027-02-01", "2027-02-01"],
    ["30-2-2027", "2027-02-30"],
    ["morgen", "morgen"],
    ["", null],
  ])("a day: %j is %j", (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  test("what a field shows is read back as the same value, in both languages", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("nl" as const, "en" as const),
        fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
        fc.integer({ min: -1_000_000, max: 1_000_000 }).map((thousandths) => thousandths / 1000),
        (language, cents, number) => {
          expect(readMoney(writeMoney(cents, language), language)).toBe(cents);
          expect(readNumber(writeNumber(number, language), language)).toBe(number);
        },
      ),
    );
    for (const language of ["nl", "en"] as const)
      expect(readDay(writeDay("2027-02-01", language))).toBe("2027-02-01");
  });
});
