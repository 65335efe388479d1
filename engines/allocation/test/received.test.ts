/** `received` in rounds and in CSV. */
import {
  FileError,
  parseRound,
  RoundError,
  readApplicationsCsv,
  readRoundText,
} from "@voorsprong/allocation";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const roundOf = (...received: readonly unknown[]) => ({
  round: "received",
  budgets: [{ id: "b", amount: 1 }],
  applications: received.map((each, k) => ({ id: `A${k}`, score: 1, amounts: {}, received: each })),
});
const read = (received: unknown) => parseRound(roundOf(received)).applications[0]!.received;

function issuesOf(run: () => unknown): readonly { readonly path: string; readonly message: string }[] {
  try {
    run();
  } catch (error) {
    if (error instanceof RoundError) return error.issues;
    throw error;
  }
  throw new Error("nothing was wrong");
}

function placesOf(run: () => unknown): readonly string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof FileError) return error.issues.map(({ line, column }) => `${line}:${column}`);
    throw error;
  }
  throw new Error("nothing was wrong");
}

describe("received", () => {
  it.each([
    ["2027-03-01", "2027-03-01"],
    ["2028-02-29", "2028-02-29"],
    ["2027-03-01T09:00:00+01:00", "2027-03-01T08:00:00Z"],
    ["2027-03-01T00:30:00+01:00", "2027-02-28T23:30:00Z"],
    ["2027-12-31T23:59:59-00:30", "2028-01-01T00:29:59Z"],
    ["2027-03-01T09:00:00.000Z", "2027-03-01T09:00:00Z"],
    ["2027-03-01T09:00:00.123450000Z", "2027-03-01T09:00:00.12345Z"],
    ["2027-03-01T09:00:00.5+05:45", "2027-03-01T03:15:00.5Z"],
  ])("%s becomes %s, and stays so", (written, canonical) => {
    expect(read(written)).toBe(canonical);
    expect(read(canonical)).toBe(canonical);
  });

  it.each([
    "",
    "2027-02-29",
    "2027-13-01",
    "2027-3-1",
    "1 March 2027",
    "2027-03-01T09:00:00",
    "2027-03-01T09:00Z",
    "2027-03-01 09:00:00Z",
    "2027-03-01T24:00:00Z",
    "2027-03-01T09:00:60Z",
    "2027-03-01T09:00:00.Z",
    "2027-03-01T09:00:00.1234567890Z",
    "2027-03-01T09:00:00+24:00",
    "9999-12-31T23:59:59-01:00",
    20_270_301,
    null,
  ])("refuses %j at its place", (written) => {
    expect(issuesOf(() => read(written)).map(({ path }) => path)).toEqual(["/applications/0/received"]);
  });

  it("keeps the moment, whatever the offset", () => {
    const moment = fc.date({
      min: new Date("1000-01-02T00:00:00Z"),
      max: new Date("9999-12-30T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, fc.integer({ min: -23 * 60, max: 23 * 60 }), (date, offset) => {
        const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 23);
        const [sign, size] = [offset < 0 ? "-" : "+", Math.abs(offset)];
        const two = (n: number) => String(n).padStart(2, "0");
        const text = read(`${local}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`)!;
        expect(Date.parse(text)).toBe(date.getTime());
        expect(text).not.toMatch(/\.\d*0Z$/);
      }),
    );
  });

  it("refuses days beside moments, where the first other one stands", () => {
    const mixed = roundOf("2027-03-02", undefined, "2027-03-01", "2027-03-01T09:00:00Z");
    const [issue, ...others] = issuesOf(() => parseRound(mixed));
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ path: "/applications/3/received" });
    expect(issue!.message).toContain('application "A0" has a day');
    const text = JSON.stringify(mixed, null, 1);
    const line = text.split("\n").findIndex((each) => each.includes("T09:00:00Z")) + 1;
    expect(placesOf(() => readRoundText(text))).toEqual([`${line}:16`]);
  });

  it("is a column of CSV, with the row and column of every error", () => {
    const text = "id,score,received,amount:b\nA,1,2027-03-01T09:00:00+01:00,1\nB,1,,1\n";
    expect(readApplicationsCsv(text).map(({ received }) => received)).toEqual([
      "2027-03-01T08:00:00Z",
      undefined,
    ]);
    const wrong =
      "id,score,received,amount:b\nA,1,yesterday,1\nB,1,2027-03-01,1\nC,1,2027-03-01T09:00:00Z,1\n";
    expect(placesOf(() => readApplicationsCsv(wrong))).toEqual(["2:3", "4:3"]);
  });
});
