/** The scenarios of an explanation (docs/formats/explanation.md, "Scenarios"). */
import { brokenRows, type Compiled, type Selection, sumsOf, worthOf } from "./compile.js";
import type { Checked } from "./decision.js";
import { edited } from "./edits.js";
import type { Scenario } from "./explanation-types.js";
import { checkBounds, checkImpossible, checkLevel } from "./proof.js";
import { checkAgainst, checkQuestion } from "./question.js";
import { at, refuse, type Text } from "./refusal.js";
import { EVERYTHING } from "./rows.js";
import { changed } from "./swap.js";
import { limits, number } from "./words.js";

/** Checks every scenario: its edits, its outcome, and the proof that no other outcome of its round is worth more. */
export function checkScenarios({ compiled, outcome }: Checked, scenarios: readonly Scenario[]): Text {
  for (const [k, scenario] of scenarios.entries()) {
    const where = `/scenarios/${k}`;
    const round = edited(compiled.round, scenario.edits, at(where, "edits"));
    checkQuestion(compiled, round, scenario.question, scenario.edits, where);
    if (scenario.outcome.status === "infeasible") {
      if (checkImpossible(round, scenario.proof, at(where, "proof")) === undefined)
        refuse(at(where, "proof"), "Het bewijs ontbreekt.", "The proof is missing.");
      checkAgainst(compiled, scenario, undefined, where);
    } else {
      const awarded = checkDecided(round, outcome.awarded, scenario, scenario.outcome, where);
      const isBetter = scenario.outcome.objective > outcome.objective;
      checkAgainst(compiled, scenario, isBetter ? awarded : undefined, where);
    }
  }
  const [nl, en] = [number.nl(scenarios.length), number.en(scenarios.length)];
  return {
    nl: `Elk van de ${nl} gevallen is opnieuw gemaakt, en de uitkomst en het bewijs kloppen.`,
    en: `Each of the ${en} scenarios was made again, and its outcome and its proof are right.`,
  };
}

/** Checks the outcome of a scenario and its proof. */
function checkDecided(
  round: Compiled,
  published: Selection,
  { proof }: Scenario,
  outcome: Extract<Scenario["outcome"], { status: "decided" }>,
  where: string,
): Selection {
  const place = at(where, "outcome");
  const before = published.map((choice) => choice && round.columns[choice.column]);
  const awarded = changed(round, before, outcome, place);
  const sums = sumsOf(round, awarded);
  const broken = brokenRows(round, sums);
  if (broken.length > 0) {
    const words = limits(
      round.round,
      broken.map((id) => ({ id })),
    );
    refuse(place, `Deze uitkomst breekt: ${words.nl}.`, `This outcome breaks: ${words.en}.`);
  }
  const objective = worthOf(awarded);
  if (outcome.objective !== objective)
    refuse(
      at(place, "objective"),
      `De scores zijn samen ${number.nl(objective)}.`,
      `The scores add up to ${number.en(objective)}.`,
    );
  if (outcome.spent !== sums[EVERYTHING])
    refuse(
      at(place, "spent"),
      `Er is ${number.nl(sums[EVERYTHING]!)} toegekend.`,
      `What is awarded adds up to ${number.en(sums[EVERYTHING]!)}.`,
    );
  const proofPlace = at(where, "proof");
  if (proof.root === undefined && proof.tree === undefined)
    refuse(at(proofPlace, "tree"), "Het bewijs ontbreekt.", "The proof is missing.");
  const bounds = checkBounds(round, proof, proofPlace);
  checkLevel(round, proof, objective, [], bounds, proofPlace);
  return awarded;
}
