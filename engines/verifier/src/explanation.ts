import { checkDecision, checkHash, type DecisionVerdict } from "./decision.js";
import { readExplanation } from "./explanation-shape.js";
import type { ExplanationDocument } from "./explanation-types.js";
import { checkGroups, checkInversions } from "./figures.js";
import { type Plain, plain, without } from "./plain.js";
import { check, type Reason, refuse, type Text } from "./refusal.js";
import { checkScenarios } from "./scenarios.js";
import { checkStanding } from "./standing.js";

/** What was found about an explanation document and the decision it belongs to. */
export interface ExplanationVerdict {
  /** Whether every check held, those of the decision as well. */
  readonly valid: boolean;
  readonly kind: "explanation";
  /** What was found about the decision. */
  readonly decision: DecisionVerdict;
  /** The document's hash; `null` when not valid. */
  readonly hash: string | null;
  /**
   * One per check of the explanation, in this order: `decision`, `shape`, `hash`, `standing` (where it is there),
   * `scenarios`, `inversions`, `groups`; where the round has no outcome `scenarios` alone. Where a check fails, those that build on it are left out.
   */
  readonly reasons: readonly Reason[];
}

/**
 * Checks an explanation document together with its decision (docs/formats/explanation.md), from the two documents
 * alone. Never throws, whatever it is given.
 *
 * **It proves** that the explanation is whole, unchanged since it was hashed and belongs to this decision; that the
 * applications in `all` and `none` are awarded in all and in none of the outcomes worth as much as the published one,
 * and those in `some` in some only; that each scenario changes the round as its subject says, and that its outcome is
 * the best there is, or within its gap of that, or that there is none; and that inversions and groups are complete.
 *
 * **It does not prove** that every question was answered: which scenarios are made is the maker's choice.
 *
 * @param decision an `ExactDocument`, or what `parseExact` made of the decision's text
 * @param explanation the same of the explanation's text
 */
export function verifyExplanation(decision: unknown, explanation: unknown): ExplanationVerdict {
  const { verdict, rule, checked } = checkDecision(decision);
  const reasons: Reason[] = [];
  const run = (name: string, step: () => Text): boolean => {
    const reason = check(name, step);
    reasons.push(reason);
    return reason.ok === true;
  };
  const isReady = run("decision", () => {
    if (!verdict.valid) refuse("", "Het besluit zelf is niet geldig.", "The decision itself is not valid.");
    if (rule !== "optimal")
      refuse("", "Een uitleg hoort bij het optimum.", "An explanation belongs to the optimum.");
    return { nl: "Het besluit zelf is geldig.", en: "The decision itself is valid." };
  });
  let copy: Plain | undefined;
  let read: ExplanationDocument | undefined;
  run("shape", () => {
    copy = plain(explanation);
    read = readExplanation(copy.root);
    return { nl: "Alle velden staan er, en geen andere.", en: "All fields are there, and no others." };
  });
  if (read !== undefined) {
    const document: ExplanationDocument = read;
    const { root, textOf } = copy!;
    run("hash", () => {
      const words = checkHash(textOf(without(root, ["hash"])), document.hash, "/hash");
      if (verdict.valid && document.decision !== verdict.hash)
        refuse("/decision", "Dit is een uitleg bij een ander besluit.", "This explains another decision.");
      return words;
    });
    if (isReady && checked === undefined) run("scenarios", () => checkNothing(document));
    if (isReady && checked !== undefined) {
      const { standing } = document;
      if (standing !== undefined) run("standing", () => checkStanding(checked, standing));
      run("scenarios", () => checkScenarios(checked, document.scenarios));
      run("inversions", () => checkInversions(checked, document.inversions));
      run("groups", () => checkGroups(checked, document.groups));
    }
  }
  const valid = read !== undefined && reasons.every(({ ok }) => ok === true);
  const hash = valid ? (read as ExplanationDocument).hash : null;
  return { valid, kind: "explanation", decision: verdict, hash, reasons };
}

/** Where a round has no outcome nothing is explained. */
function checkNothing({ standing, scenarios, inversions, groups }: ExplanationDocument): Text {
  if (standing !== undefined || scenarios.length + inversions.length + groups.length > 0)
    refuse(
      "",
      "Zonder uitkomst valt er niets uit te leggen.",
      "Without an outcome there is nothing to explain.",
    );
  return { nl: "Er is geen uitkomst om uit te leggen.", en: "There is no outcome to explain." };
}
