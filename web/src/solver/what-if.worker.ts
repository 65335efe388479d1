/** Works a what-if out outside the page, with the engine that also decides on the server. */
import {
  decide,
  describeRow,
  type Outcome,
  type Round,
  type Rule,
  UndecidedError,
} from "@voorsprong/allocation";
import { answer } from "./answer.js";
import {
  applyChanges,
  type Found,
  type WhatIfAnswer,
  type WhatIfProgress,
  type WhatIfRequest,
  type WhatIfResult,
} from "./what-if.js";

/** A what-if should take less than a second; nearly all ties are broken by then. */
const TIE_EFFORT = 5_000;

answer<WhatIfRequest, WhatIfProgress, WhatIfAnswer>(async (request, report) => {
  try {
    return await compare(request, report);
  } catch (error) {
    if (error instanceof UndecidedError) return { kind: "undecided" };
    throw error;
  }
});

/** Works out the round as it is, where that is not known yet, and the changed one. */
async function compare(
  request: WhatIfRequest,
  report: (progress: WhatIfProgress) => void,
): Promise<WhatIfResult> {
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  async function work(round: Round, rule: Rule): Promise<Found> {
    const begun = elapsed();
    const { outcome, proof } = await decide(round, {
      rule,
      timeLimit: request.timeLimitSeconds,
      tieEffort: TIE_EFFORT,
      explanations: false,
      elapsed: () => elapsed() - begun,
      onProgress: ({ objective, bound }) => report({ objective, bound }),
    });
    return { rule, outcome, proof: { level: proof.level, gap: proof.gap } };
  }
  const { rule: ruleBefore, outcome: known } = request.before;
  const before: Found =
    known === null
      ? await work(request.round, ruleBefore)
      : { rule: ruleBefore, outcome: known, proof: null };
  const changed = applyChanges(request.round, request.changes);
  const after = await work(changed, request.rule);
  return { kind: "found", before, after, conflict: conflictOf(changed, after.outcome), seconds: elapsed() };
}

/** The rows that cannot hold together, in words. */
function conflictOf(round: Round, outcome: Outcome): WhatIfResult["conflict"] {
  if (outcome.status === "decided") return [];
  return outcome.conflict.map((row) => ({
    nl: describeRow(round, row, "nl"),
    en: describeRow(round, row, "en"),
  }));
}
