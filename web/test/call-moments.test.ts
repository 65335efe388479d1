import { readCall } from "@voorsprong/call-form";
import { expect, test } from "vitest";
import { momentOf, partsOf } from "../src/pages/call/edit/moments.js";

test.each([
  ["2027-01-15", "09:00", "2027-01-15T09:00:00+01:00"],
  ["2027-07-15", "9:00", "2027-07-15T09:00:00+02:00"],
  ["2027-07-15", "9.05", "2027-07-15T09:05:00+02:00"],
  // The clock passes this hour twice: the first time is meant. And this one it skips.
  ["2027-10-31", "02:30", "2027-10-31T02:30:00+02:00"],
  ["2027-03-28", "02:30", "2027-03-28T02:30"],
  ["2027-02-30", "09:00", "2027-02-30T09:00"],
  ["morgen", "vroeg", "morgenTvroeg"],
])("%s %s is %s, and shown as it was meant", (day, time, moment) => {
  expect(momentOf(day, time)).toBe(moment);
  const shown = partsOf(moment);
  expect(momentOf(shown.day, shown.time)).toBe(moment);
});

test("what is no moment is told as one", () => {
  const read = readCall({ opens: momentOf("2027-02-30", "09:00") });
  expect(!read.ok && read.errors.find(({ pointer }) => pointer === "/opens")?.text.nl).toContain(
    "bestaand moment",
  );
});
