/** A call that is open now and a whole application to it, for tests of what comes before and after submission. */
import { canonicalText, hashOf } from "@voorsprong/allocation";
import type { CallDefinition } from "@voorsprong/call-form";
import type { Store } from "@voorsprong/store";
import type { Answer, Person } from "./harness.js";

/** The fund of the call, one that the programme has. */
export const applicationFund = "research";

const text = (nl: string) => ({ nl, en: nl });

/** A call with a question, a conditional question, a file, and two eligibility rules. */
export function callDefinition(id: string, now: Date, changes: Partial<CallDefinition> = {}): CallDefinition {
  const days = (count: number) => new Date(now.getTime() + count * 86_400_000).toISOString();
  return {
    format: "voorsprong-call/1",
    id,
    fund: applicationFund,
    title: text("Onderzoek, voorbeeld"),
    summary: text("Een voorbeeld."),
    opens: days(-10),
    closes: days(10),
    budgets: [
      { id: "2027", amount: 1_000_000_000 },
      { id: "2028", amount: 500_000_000 },
    ],
    form: {
      sections: [
        {
          id: "plan",
          title: text("Plan"),
          questions: [
            {
              id: "novelty",
              title: text("Wat is nieuw?"),
              schema: { type: "string", maxLength: 500 },
              required: true,
            },
            { id: "patent", title: text("Is er een octrooi?"), schema: { type: "boolean" } },
            {
              id: "patent_number",
              title: text("Welk octrooi?"),
              schema: { type: "string", maxLength: 50 },
              when: "answers.patent",
              required: true,
            },
            { id: "plan_file", title: text("Projectplan"), schema: { $ref: "voorsprong:attachment" } },
          ],
        },
      ],
    },
    eligibility: [
      {
        id: "small-project",
        expression: "costs.total <= 100000000",
        effect: "refuse",
        reason: text("Een project kost ten hoogste 1.000.000 euro."),
      },
    ],
    criteria: [],
    review: { reviewers: 1, blind: false, normalisation: "none", days: 14 },
    rule: "ranking",
    misfit: "skip",
    limits: [],
    tieBreak: { method: "lot", seed: "published-before-opening" },
    aid: { basis: ["gber-25", "de-minimis", "no-aid"], choice: "work-package" },
    grant: { maximum: 50_000_000, advances: [], reportEveryMonths: 0 },
    objectionWeeks: 6,
    decisionWeeks: 1,
    retention: { granted: 10, refused: 1 },
    assumptions: [],
    ...changes,
  };
}

/** Publishes a call, as opening one leaves it. */
export async function publishCall(store: Store, definition: CallDefinition): Promise<void> {
  const { id, fund, title, opens, closes } = definition;
  await store.database.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO calls (id, fund_id, state, version, definition, title, opens, closes, origin, created_at, changed_at)
       VALUES ($1, $2, 'published', 1, $3::jsonb, $4::jsonb, $5::timestamptz, $6::timestamptz, 'pages', now(), now())`,
      [id, fund, JSON.stringify(definition), JSON.stringify(title), opens, closes],
    );
    const hash = hashOf(definition);
    const { seq } = await store.ledger.append(tx, { kind: "call.opened", subject: id, body: { hash } });
    await tx.query(
      `INSERT INTO call_versions (call_id, version, document, hash, published_at, ledger_seq)
       VALUES ($1, 1, $2, $3, now(), $4)`,
      [id, canonicalText(definition), hash, seq],
    );
  });
}

/** Changes that make a draft whole: one small firm, EUR 1,000 of experimental development. */
export const wholeChanges = {
  title: "Slimme las",
  summary: "Een lasrobot die zelf leert.",
  contact: { name: "Voorbeeld contactpersoon", email: "contact@example.org" },
  lead: { size: "small", region: "Groningen" },
  project: { theme: "sme-innovation", region: "Groningen", start: "2099-01-01", end: "2099-12-31" },
  answers: { novelty: "De robot leert van elke las." },
  workPackages: [
    {
      id: "w1",
      title: "Prototype",
      category: "experimental-development",
      reason: "Bekende techniek, nieuw gebruik.",
    },
  ],
  costs: [{ workPackage: "w1", year: 2027, category: "personnel", cents: 100_000 }],
  requested: { "2027": 45_000 },
} as const;

/** Begins an application. */
export async function started(person: Person, callId: string): Promise<string> {
  const {
    status,
    body,
    text: said,
  } = await person.post("/applications", {
    callId,
    organisationId: person.organisationId,
  });
  if (status !== 201) throw new Error(said);
  return body.id;
}

/** Saves changes on top of what is there now. */
export async function saved(person: Person, id: string, changes: object): Promise<Answer> {
  const { body } = await person.get(`/applications/${id}`);
  return person.patch(`/applications/${id}`, { revision: body.revision, changes });
}

/** Submits what is there now. */
export async function submitted(person: Person, id: string): Promise<Answer> {
  const { body } = await person.get(`/applications/${id}`);
  return person.post(`/applications/${id}/submission`, { revision: body.revision });
}

/** A whole application that was submitted; gives its id. */
export async function applied(person: Person, callId: string, changes: object = {}): Promise<string> {
  const id = await started(person, callId);
  await saved(person, id, { ...wholeChanges, ...changes });
  const { status, text: said } = await submitted(person, id);
  if (status !== 200) throw new Error(said);
  return id;
}
