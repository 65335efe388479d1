/** The call that the measurement applies to, in the format voorsprong-call/1. */

const text = (nl, en) => ({ nl, en });

const question = (id, nl, en, schema) => ({ id, title: text(nl, en), schema, required: true });

/** A call of the fund `challenges` with two criteria and a short form. */
export function exampleCall(id) {
  const criterion = (name, nl, en) => ({
    id: name,
    title: text(nl, en),
    weight: 5_000,
    max: 10,
    anchors: [
      { points: 0, text: text("Niet uitgelegd.", "Not explained.") },
      { points: 10, text: text("Overtuigend.", "Convincing.") },
    ],
  });
  return {
    format: "voorsprong-call/1",
    id,
    fund: "challenges",
    title: text("Voorbeeld: meting met veel aanvragen", "Example: measurement with many applications"),
    summary: text("Voorbeeldgegevens voor een meting.", "Example data for a measurement."),
    opens: "2026-09-07T09:00:00+02:00",
    closes: "2026-10-16T17:00:00+02:00",
    budgets: [{ id: "2027", amount: 100_000_000_000 }],
    form: {
      sections: [
        {
          id: "project",
          title: text("Project", "Project"),
          questions: [
            question("plan", "Wat gaat u doen?", "What will you do?", {
              type: "string",
              format: "multiline",
            }),
            question("risk", "Wat kan er misgaan?", "What can go wrong?", {
              type: "string",
              format: "multiline",
            }),
            question("agreed", "Ik ga akkoord met de voorwaarden.", "I agree to the conditions.", {
              type: "boolean",
              const: true,
            }),
          ],
        },
      ],
    },
    eligibility: [
      {
        id: "own-part",
        expression: "requested.total * 2 <= costs.total",
        effect: "refuse",
        reason: text("U vraagt meer dan de helft van de kosten.", "You ask for more than half of the costs."),
      },
    ],
    criteria: [criterion("quality", "Kwaliteit", "Quality"), criterion("impact", "Effect", "Impact")],
    review: { reviewers: 2, blind: false, normalisation: "mean", days: 28 },
    rule: "optimal",
    misfit: "skip",
    limits: [],
    tieBreak: { method: "lot", seed: "published-before-opening" },
    aid: { basis: ["gber-25"], choice: "application" },
    grant: { advances: [], reportEveryMonths: 0 },
    objectionWeeks: 6,
    decisionWeeks: 13,
    retention: { granted: 10, refused: 2 },
    assumptions: [
      { covers: ["budgets"], text: text("Verzonnen voor een meting.", "Made up for a measurement.") },
    ],
  };
}
