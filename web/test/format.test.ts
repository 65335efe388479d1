import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FORMATS } from "../src/i18n/format.js";

const { nl, en } = FORMATS;
/** Intl puts no-break spaces; the tests are easier to read without. */
const plain = (text: string) => text.replace(/\u00a0|\u202f/g, " ");

describe("money", () => {
  it("is exact to the cent, and whole euros have no decimals", () => {
    expect(plain(nl.money(12_345))).toBe("€ 123,45");
    expect(plain(nl.money(5))).toBe("€ 0,05");
    expect(plain(nl.money(-12_345))).toBe("€ -123,45");
    expect(plain(nl.money(50_000_000_000))).toBe("€ 500.000.000");
    expect(plain(en.money(50_000_000_000))).toBe("€500,000,000");
  });

  it("keeps every digit of the largest amount there is", () => {
    expect(plain(nl.money(Number.MAX_SAFE_INTEGER))).toBe("€ 90.071.992.547.409,91");
  });

  it("shows the digits of any amount", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (cents) => {
        const digits = nl.money(cents).replace(/\D/g, "");
        expect(BigInt(digits) * (cents % 100 === 0 ? 100n : 1n)).toBe(BigInt(cents));
      }),
    );
  });

  it("is in words for headlines", () => {
    expect(plain(nl.moneyShort(50_000_000_000))).toBe("€ 500 miljoen");
    expect(plain(nl.moneyShort(14_000_000_000_000))).toBe("€ 140 miljard");
    expect(plain(nl.moneyShort(23_975_123_400))).toBe("€ 239,8 miljoen");
    expect(plain(en.moneyShort(50_000_000_000))).toBe("€500 million");
    expect(plain(nl.moneyShort(99_999_999))).toBe("€ 999.999,99");
  });

  it("follows the unit of a round", () => {
    expect(plain(nl.money(12_345, "PLN-cent"))).toBe("PLN 123,45");
    expect(nl.money(12_345, "weight")).toBe("12.345");
    expect(nl.moneyShort(2_500_000, "weight")).toBe("2,5 miljoen");
  });
});

describe("numbers and moments", () => {
  it("keeps decimal strings as they are", () => {
    expect(nl.decimal("2.5")).toBe("2,5");
    expect(en.decimal("0.123456789012")).toBe("0.123456789012");
  });

  it("shows shares as percentages", () => {
    expect(nl.percent(0.0525)).toBe("5,3%");
    expect(nl.percent(0.0525, 2)).toBe("5,25%");
  });

  it("is in Dutch time, whatever the clock of the reader says", () => {
    expect(nl.dateTime("2027-01-18T08:00:00.000Z")).toBe("18 januari 2027 om 09:00");
    expect(nl.dateTime("2027-07-01T22:30:00.000Z")).toBe("2 juli 2027 om 00:30");
    expect(en.date("2027-07-01T22:30:00.000Z")).toBe("2 July 2027");
  });
});
