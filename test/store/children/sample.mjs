/** Small example rounds and decisions on them, the same for the tests and for the processes they start. */
import { canonicalText, hashOf } from "@voorsprong/allocation";

const regions = ["Drenthe", "Fryslân", "Groningen"];

export function sampleRound(name, size) {
  const applications = Array.from({ length: size }, (_, index) => ({
    id: `A${String(index).padStart(5, "0")}`,
    title: `Voorbeeldaanvraag ${index}`,
    score: (index * 37) % 101,
    amounts: { 2027: 1_000 + index, 2028: 500 },
    tags: { region: [regions[index % 3]], size: [index % 2 === 0 ? "small" : "large"] },
  }));
  const round = {
    round: name,
    unit: "EUR-cent",
    scoreScale: 1,
    budgets: [
      { id: "2027", amount: 400_000 },
      { id: "2028", amount: 300_000 },
    ],
    applications,
    constraints: [{ kind: "count", tag: "size", value: "small", min: 1 }],
    tieBreak: { seed: "an example seed" },
    ranking: { misfit: "skip" },
  };
  return {
    id: name,
    fundId: "research",
    title: `Voorbeeldronde ${name}`,
    rule: "optimal",
    trial: false,
    example: true,
    round,
    document: canonicalText(round),
    roundHash: hashOf(round),
    draw: null,
  };
}

/** Awards every third application; the other rule would award every second. */
export function sampleDecision({ id, round, roundHash, rule }) {
  const awardsOf = (every) =>
    round.applications
      .filter((_, index) => index % every === 0)
      .map(({ id: application, score, amounts }) => ({ application, option: null, score, amounts }));
  const outcomeOf = (awards) => ({
    status: "decided",
    awards,
    objective: awards.reduce((sum, { score }) => sum + score, 0),
    spent: {
      total: awards.reduce((sum, { amounts }) => sum + amounts[2027] + amounts[2028], 0),
      budgets: {},
    },
    limits: [],
    breaches: [],
  });
  const unsigned = {
    format: "voorsprong-decision/2",
    round,
    roundHash,
    rule,
    outcome: outcomeOf(awardsOf(3)),
    proof: { level: "C", bound: null, gap: null },
    comparisons: [{ rule: "ranking", outcome: outcomeOf(awardsOf(2)) }],
    explanations: round.applications
      .filter((_, index) => index % 3 !== 0)
      .map(({ id: application }) => ({ application, needed: { atLeast: 2, atMost: 5 } })),
  };
  const decision = { ...unsigned, hash: hashOf(unsigned) };
  return {
    roundId: id,
    decision,
    document: canonicalText(decision),
    registeredHash: roundHash,
    seconds: 0.5,
    summary: { funded: "x" },
  };
}
