/** Which milestones are met: as the fund marked them, and reports that were accepted. */
import type { Agreement } from "./agreement/document.js";
import type { ReportRecord } from "./store/progress.js";

/** How a milestone stands; null while nobody judged it. */
export interface MilestoneStanding {
  readonly met: boolean | null;
  readonly note: string | null;
}

type Marks = ReadonlyMap<string, { readonly met: boolean; readonly note: string }>;
type Reports = readonly Pick<ReportRecord, "state" | "judgement">[];

/**
 * Reports are counted in order, those that were returned left out: the first one is about the first report that was
 * agreed, and accepting it meets that milestone. What the fund marked itself goes before.
 */
export function milestoneStandings(
  { milestones }: Pick<Agreement, "milestones">,
  marks: Marks,
  reports: Reports,
): ReadonlyMap<string, MilestoneStanding> {
  const counted = reports.filter(({ state }) => state !== "returned");
  const agreed = milestones.filter(({ kind }) => kind === "report");
  return new Map(
    milestones.map((milestone): [string, MilestoneStanding] => {
      const mark = marks.get(milestone.id);
      if (mark !== undefined) return [milestone.id, mark];
      const report = milestone.kind === "report" ? counted[agreed.indexOf(milestone)] : undefined;
      return report?.state === "accepted"
        ? [milestone.id, { met: true, note: report.judgement }]
        : [milestone.id, { met: null, note: null }];
    }),
  );
}

/** The ids of milestones that are met. */
export function metMilestones(standings: ReadonlyMap<string, MilestoneStanding>): ReadonlySet<string> {
  return new Set([...standings].filter(([, { met }]) => met === true).map(([id]) => id));
}
