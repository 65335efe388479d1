/** Plays the review of an example call. */
import { exampleReviewers, officer } from "./cast.js";
import { daysBefore, type ExamplePhase, examplePeriod } from "./example-call.js";
import { exampleProjects } from "./example-projects.js";
import type { Stage } from "./play-applications.js";

/** Points that differ per reviewer, so that the panel has something to see: the second is a little stricter. */
const strictness = [0, -1, 0] as const;

const words = {
  quality: "De stappen en de planning zijn na te gaan.",
  novelty: "Vergeleken met wat er in de sector al is.",
  use: "Gekeken naar wie het resultaat kan overnemen.",
} as const;

/**
 * Assigns, has the reviewers declare and score, and freezes the scores. In the phase `review` it stops half way.
 * @param applications in the order of `exampleProjects`
 */
export async function playReviews(
  stage: Stage,
  phase: ExamplePhase,
  callId: string,
  applications: readonly string[],
): Promise<void> {
  const { cast, fund, made } = stage;
  const manager = officer(cast, "manager").personId!;
  const { closes } = examplePeriod(phase, made);
  const after = (days: number) => daysBefore(closes, -days);
  const begin = stage.at(after(1)).reviews;
  for (const [index, key] of exampleReviewers.entries()) {
    const expertise = Object.fromEntries(
      fund.themes.map(({ id }, theme) => [id, theme % exampleReviewers.length === index ? 3 : 1] as const),
    ) as Record<string, 1 | 3>;
    await begin.setReviewer(callId, cast.people[key], { capacity: 6, expertise, interests: [] }, manager);
  }
  const { revision } = await begin.propose(callId, manager);
  await begin.confirm(callId, revision, manager);
  const half = phase === "review";
  for (const [index, key] of exampleReviewers.entries()) {
    const personId = cast.people[key];
    const { reviews } = stage.at(after(4 + index));
    const { items } = await reviews.mine(personId, { callId, state: "todo", page: 1, pageSize: 50 });
    for (const [place, { applicationId }] of items.entries()) {
      // Half way one reviewer has yet to begin and another is not ready.
      if (half && (index === 2 || place > 1)) continue;
      await reviews.declare(applicationId, personId, { conflict: false, explanation: null });
      const { points } = exampleProjects[applications.indexOf(applicationId)]!;
      const [quality, novelty, use] = points[index % points.length]!.map((each) =>
        Math.max(0, each + strictness[index]!),
      ) as [number, number, number];
      const content = { scores: { quality, novelty, use }, reasons: words, classes: {} };
      const own = await reviews.own(applicationId, personId);
      const saved = await reviews.save(applicationId, personId, own.revision, content);
      if (!half || place === 0) await reviews.submit(applicationId, personId, saved);
    }
  }
  if (half) return;
  const panel = stage.at(after(16)).reviews;
  await panel.openPanel(callId, { range: 2_500, reason: null }, manager);
  await stage.at(after(18)).reviews.freeze(callId, null, manager);
}
