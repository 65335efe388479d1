/**
 * Works a what-if out outside the page, with the engine that also decides on the server. It works out what the page
 * shows and nothing more: of a decided round the search begins with the outcome that is known, and the rules that walk
 * along the applications need no search at all.
 */
import {
  assembleDecision,
  decide,
  describeRow,
  type Outcome,
  type Round,
  type Rule,
  UndecidedError,
  whatIf,
} from "@voorsprong/allocation";
import { answer } from "./answer.js";
import {
  applyChanges,
  editsOf,
  type Found,
  outcomeOf,
  type WhatIfAnswer,
  type WhatIfProgress,
  type WhatIfRequest,
  type WhatIfResult,
} from "./what-if.js";

/** Nodes of the search tree after which the best outcome found is shown with what is proven about it. */
const EFFORT = 10_000;

/** Nodes for each step of the tie-break of a round that nobody decided yet; nearly all ties are broken by then. */
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
  const { round, changes, rule } = request;
  const { rule: ruleBefore, decision } = request.before;

  async function work(wanted: Round, by: Rule): Promise<Found> {
    const begun = elapsed();
    const { outcome, proof } =
      by === "optimal"
        ? await decide(wanted, {
            rule: by,
            timeLimit: request.timeLimitSeconds,
            tieEffort: TIE_EFFORT,
            explanations: false,
            elapsed: () => elapsed() - begun,
            onProgress: ({ objective, bound }) => report({ objective, bound }),
          })
        : assembleDecision(wanted, by, null);
    return { rule: by, outcome, proof: { level: proof.level, gap: proof.gap } };
  }
  /** From the outcome that is known; null where that does not lead to one. */
  function fromKnown(): Found | null {
    if (decision === null || rule !== "optimal") return null;
    const found = whatIf(decision, editsOf(round, changes), EFFORT);
    const outcome = found && outcomeOf(decision, found);
    if (found === null || outcome === null) return null;
    return { rule, outcome, proof: { level: found.proof.level, gap: found.proof.gap } };
  }

  const before: Found =
    decision === null
      ? await work(round, ruleBefore)
      : { rule: ruleBefore, outcome: decision.outcome, proof: null };
  const changed = applyChanges(round, changes);
  const after = fromKnown() ?? (await work(changed, rule));
  const conflict = conflictOf(changed, after.outcome, request.titles);
  return { kind: "found", before, after, conflict, seconds: elapsed() };
}

/** The rows that cannot hold together, in words. */
function conflictOf(
  round: Round,
  outcome: Outcome,
  titles: WhatIfRequest["titles"],
): WhatIfResult["conflict"] {
  if (outcome.status === "decided") return [];
  return outcome.conflict.map((row) => ({
    nl: describeRow(round, row, "nl", titles.nl),
    en: describeRow(round, row, "en", titles.en),
  }));
}
