/** What a new call begins with. */
import { CALL_FORMAT, type CallDefinition } from "@voorsprong/call-form";
import type { FundDefinition } from "@voorsprong/programme";
import type { CallTemplate } from "./views.js";

const RULES = { tender: "ranking", "first-come": "first-come", lottery: "lottery" } as const;

/** Days between now and the opening, and how long a new call is open, until the manager chooses. */
const DAYS_BEFORE = 14;
const DAYS_OPEN = 60;

const DAY = 86_400_000;

/** The moment to the whole second in UTC, as a call writes it. */
export function moment(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

/**
 * A draft that is whole: every part is there and can be changed. A trial opens now.
 */
export function callFromTemplate(
  fund: FundDefinition,
  { id, template, trial, now }: { id: string; template: CallTemplate; trial: boolean; now: Date },
): CallDefinition {
  const rule = RULES[template];
  const opens = trial ? now : new Date(now.getTime() + DAYS_BEFORE * DAY);
  const reviewed = template === "tender";
  return {
    format: CALL_FORMAT,
    id,
    fund: fund.id,
    title: { nl: `Nieuwe openstelling van ${fund.title.nl}`, en: `New call of ${fund.title.en}` },
    summary: fund.summary,
    opens: moment(opens),
    closes: moment(new Date(opens.getTime() + DAYS_OPEN * DAY)),
    budgets: fund.budgets.slice(0, 1).map((budget) => ({ id: budget.id, amount: budget.amount })),
    form: {
      sections: [
        {
          id: "project",
          title: { nl: "Uw project", en: "Your project" },
          questions: [
            {
              id: "plan",
              title: { nl: "Wat gaat u doen?", en: "What are you going to do?" },
              help: {
                nl: "Noem geen namen van personen of organisaties.",
                en: "Do not mention names of people or organisations.",
              },
              schema: { type: "string", format: "multiline", minLength: 100, maxLength: 4000 },
              required: true,
            },
          ],
        },
      ],
    },
    eligibility: [
      {
        id: "period",
        expression: "project.start >= call.closes",
        effect: "refuse",
        reason: {
          nl: "Het project begint voordat de openstelling is gesloten.",
          en: "The project begins before the call has closed.",
        },
      },
    ],
    criteria: reviewed
      ? [
          {
            id: "quality",
            title: { nl: "Kwaliteit van het plan", en: "Quality of the plan" },
            weight: 10_000,
            max: 10,
            anchors: [
              { points: 0, text: { nl: "Het plan overtuigt niet.", en: "The plan does not convince." } },
              {
                points: 5,
                text: { nl: "Het plan is voldoende uitgewerkt.", en: "The plan is sufficiently worked out." },
              },
              { points: 10, text: { nl: "Het plan is uitstekend.", en: "The plan is excellent." } },
            ],
          },
        ]
      : [],
    review: { reviewers: reviewed ? 2 : 0, blind: false, normalisation: "none", days: 21 },
    rule,
    misfit: "skip",
    limits: [],
    tieBreak: { method: "lot", seed: rule === "lottery" ? "drawn-by-ledger" : "published-before-opening" },
    aid: { basis: ["de-minimis"], choice: "application" },
    grant: { advances: [], reportEveryMonths: 12 },
    objectionWeeks: 6,
    decisionWeeks: 13,
    retention: { granted: 10, refused: 5 },
    assumptions: [],
  };
}
