/** What of typed values reaches the service. */
import { describe, expect, it } from "vitest";
import { toParts } from "../../src/pages/application/draft/places.js";

describe("what is sent of a draft", () => {
  it("has staff in whole units, rounded down, and no number that cannot be", () => {
    const staff = (employees: unknown) => toParts({ lead: { region: "Groningen", employees } }).lead;
    expect(staff(3.7)).toEqual({ region: "Groningen", employees: 3 });
    for (const typed of [-3, "abc", null])
      expect(staff(typed)).toEqual({ region: "Groningen", employees: null });
  });

  it("has only days that exist", () => {
    expect(toParts({ project: { start: "2027-11-31", end: "2027-12-31" } }).project).toEqual({
      start: null,
      end: "2027-12-31",
    });
  });
});
