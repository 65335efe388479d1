import { type AssignmentProblem, AssignmentProblemError, assign } from "@voorsprong/review";
import { describe, expect, it } from "vitest";

const application = (id: string, more: Partial<AssignmentProblem["applications"][number]> = {}) => ({
  id,
  reviewers: 2,
  subjects: ["energy"],
  lead: null,
  partners: [],
  ...more,
});
const reviewer = (id: string, more: Partial<AssignmentProblem["reviewers"][number]> = {}) => ({
  id,
  capacity: 10,
  expertise: {},
  organisations: [],
  ...more,
});

describe("assigning reviewers", () => {
  it("says which application lacks a reviewer because of conflicts", () => {
    const { shortages, assigned } = assign({
      applications: [application("A1", { lead: "O1", partners: ["O2"] })],
      reviewers: [
        reviewer("R1", { organisations: ["O1"] }),
        reviewer("R2", { organisations: ["O2"] }),
        reviewer("R3"),
        reviewer("R4"),
      ],
      declared: [{ applicationId: "A1", reviewerId: "R4" }],
      kept: [],
    });
    expect(assigned).toEqual([{ applicationId: "A1", reviewerId: "R3", match: 0, kept: false }]);
    expect(shortages).toEqual([
      {
        applications: ["A1"],
        missing: [{ applicationId: "A1", reviews: 1 }],
        reviewers: [],
        needed: 2,
        capacity: 0,
        elsewhere: 1,
        short: 1,
      },
    ]);
  });

  it("says which reviewers a set of applications competes for", () => {
    const { shortages } = assign({
      applications: ["A1", "A2", "A3"].map((id) => application(id)),
      reviewers: [reviewer("R1", { capacity: 2 }), reviewer("R2", { capacity: 2 })],
      declared: [],
      kept: [],
    });
    expect(shortages).toHaveLength(1);
    expect(shortages[0]).toMatchObject({
      applications: ["A1", "A2", "A3"],
      reviewers: ["R1", "R2"],
      needed: 6,
      capacity: 4,
      elsewhere: 0,
      short: 2,
    });
  });

  it("replaces a reviewer who declares a conflict and leaves the others where they are", () => {
    const problem: AssignmentProblem = {
      applications: ["A1", "A2", "A3"].map((id) => application(id)),
      reviewers: ["R1", "R2", "R3"].map((id) => reviewer(id)),
      declared: [],
      kept: [],
    };
    const before = assign(problem).assigned;
    const gone = before[0]!;
    const after = assign({ ...problem, declared: [gone], kept: before });
    expect(after.released).toEqual([
      { applicationId: gone.applicationId, reviewerId: gone.reviewerId, ground: "declared" },
    ]);
    expect(after.assigned.filter(({ kept }) => kept)).toHaveLength(before.length - 1);
    const fresh = after.assigned.filter(({ kept }) => !kept);
    expect(fresh).toHaveLength(1);
    expect(fresh[0]!.applicationId).toBe(gone.applicationId);
  });

  it("puts experts first and then shares the work", () => {
    const { loads } = assign({
      applications: Array.from({ length: 9 }, (_, k) => application(`A${k}`, { reviewers: 1 })),
      reviewers: [
        reviewer("R1", { expertise: { energy: 3 } }),
        reviewer("R2", { expertise: { energy: 3 } }),
        reviewer("R3", { expertise: { energy: 3 }, capacity: 1 }),
        reviewer("R4", { expertise: { energy: 2 } }),
      ],
      declared: [],
      kept: [],
    });
    expect(loads.map(({ load }) => load)).toEqual([4, 4, 1, 0]);
  });

  it("counts what a reviewer has elsewhere as load and as room taken", () => {
    const { assigned, loads } = assign({
      applications: ["A1", "A2", "A3"].map((id) => application(id, { reviewers: 1 })),
      reviewers: [
        reviewer("R1", { load: 9 }),
        reviewer("R2", { load: 4, capacity: 5 }),
        reviewer("R3", { load: 3 }),
      ],
      declared: [],
      kept: [],
    });
    expect(loads.map(({ load }) => load)).toEqual([9, 5, 5]);
    expect(assigned.map(({ reviewerId }) => reviewerId).sort()).toEqual(["R2", "R3", "R3"]);
  });

  it("refuses what it cannot read, naming it", () => {
    const empty = { applications: [], reviewers: [], declared: [], kept: [] };
    expect(() => assign({ ...empty, applications: [application("A1"), application("A1")] })).toThrow(
      new AssignmentProblemError("application A1 stands twice; leave one out"),
    );
    expect(() => assign({ ...empty, declared: [{ applicationId: "A1", reviewerId: "R1" }] })).toThrow(
      new AssignmentProblemError("declared: no application A1"),
    );
    expect(() => assign({ ...empty, reviewers: [reviewer("R1", { capacity: 1.5 })] })).toThrow(
      AssignmentProblemError,
    );
  });
});
