/** A call with submitted applications, as the rooms before the review leave it: rows written straight into the tables. */
import { randomUUID } from "node:crypto";
import { canonicalText, hashOf } from "@voorsprong/allocation";
import type { CallDefinition } from "@voorsprong/call-form";
import type { Store } from "@voorsprong/store";

/** The fund that the fixtures belong to. */
export const reviewFund = "research";

const text = (nl: string, en: string) => ({ nl, en });

/** Weights 60 and 40; quality needs 3 of 5 points, the total 50 of 100. */
export function reviewDefinition(id: string, changes: Partial<CallDefinition> = {}): CallDefinition {
  return {
    format: "voorsprong-call/1",
    id,
    fund: reviewFund,
    title: text("Onderzoek, voorbeeld", "Research, example"),
    summary: text("Een voorbeeld.", "An example."),
    opens: "2026-01-05T09:00:00+01:00",
    closes: "2026-03-02T17:00:00+01:00",
    budgets: [{ id: "2027", amount: 10_000_000_00 }],
    form: {
      sections: [
        {
          id: "plan",
          title: text("Plan", "Plan"),
          questions: [
            {
              id: "idea",
              title: text("Wat is het idee?", "What is the idea?"),
              schema: { type: "string", format: "multiline" },
            },
            {
              id: "website",
              title: text("Website", "Website"),
              schema: { type: "string", format: "uri" },
              identifying: true,
            },
            {
              id: "contact",
              title: text("Contactpersoon", "Contact"),
              schema: { type: "string" },
              personal: true,
            },
            {
              id: "drawing",
              title: text("Tekening", "Drawing"),
              schema: { $ref: "voorsprong:attachment" },
            },
            {
              id: "letterhead",
              title: text("Brief", "Letter"),
              schema: { $ref: "voorsprong:attachment" },
              identifying: true,
            },
          ],
        },
      ],
    },
    eligibility: [],
    criteria: [
      {
        id: "quality",
        title: text("Kwaliteit", "Quality"),
        description: text("Is het plan goed?", "Is the plan good?"),
        anchors: [
          { points: 0, text: text("Er is geen plan.", "There is no plan.") },
          { points: 3, text: text("Het plan is voldoende.", "The plan is sufficient.") },
          { points: 5, text: text("Het plan is uitstekend.", "The plan is excellent.") },
        ],
        weight: 6_000,
        max: 5,
        threshold: 3,
      },
      {
        id: "impact",
        title: text("Effect", "Impact"),
        anchors: [
          { points: 0, text: text("Er is geen effect.", "There is no impact.") },
          { points: 10, text: text("Het effect is groot.", "The impact is large.") },
        ],
        weight: 4_000,
        max: 10,
      },
    ],
    threshold: 5_000,
    review: { reviewers: 2, blind: false, normalisation: "mean", days: 14 },
    rule: "ranking",
    misfit: "skip",
    limits: [],
    tieBreak: { method: "lot", seed: "published-before-opening" },
    aid: { basis: ["gber-25"], choice: "application" },
    grant: { advances: [], reportEveryMonths: 0 },
    objectionWeeks: 6,
    decisionWeeks: 22,
    retention: { granted: 10, refused: 2 },
    assumptions: [],
    ...changes,
  };
}

/** Publishes a call; without other words it closed on 2 March 2026. */
export async function publishCall(store: Store, definition: CallDefinition): Promise<string> {
  const now = store.now();
  const { id, fund, title, opens, closes } = definition;
  await store.database.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO calls (id, fund_id, state, version, definition, title, opens, closes, origin, created_at, changed_at)
       VALUES ($1, $2, 'published', 1, $3::jsonb, $4::jsonb, $5::timestamptz, $6::timestamptz, 'pages', $7, $7)`,
      [id, fund, JSON.stringify(definition), JSON.stringify(title), opens, closes, now],
    );
    const hash = hashOf(definition);
    const { seq } = await store.ledger.append(tx, { kind: "call.opened", subject: id, body: { hash } });
    await tx.query(
      `INSERT INTO call_versions (call_id, version, document, hash, published_at, ledger_seq)
       VALUES ($1, 1, $2, $3, $4, $5)`,
      [id, canonicalText(definition), hash, now, seq],
    );
  });
  return id;
}

/** An application to submit. */
export interface Submitted {
  readonly callId: string;
  readonly number: number;
  readonly organisationId: string;
  readonly personId: string;
  readonly title?: string;
  readonly theme?: string;
  readonly partners?: readonly {
    readonly id: string;
    readonly organisationId: string;
    readonly name: string;
  }[];
}

/** What is known of a submitted application. */
export interface SubmittedApplication {
  readonly id: string;
  /** Ids of the attachments: one that may be seen in a blind call, and one that tells who applies. */
  readonly drawing: string;
  readonly letterhead: string;
}

/** Writes a submitted application with two attachments. */
export async function submit(store: Store, wanted: Submitted): Promise<SubmittedApplication> {
  const { callId, number, organisationId, personId, theme = "research", partners = [] } = wanted;
  const title = wanted.title ?? `Plan ${number}`;
  const id = `A${hashOf([callId, number]).slice(7, 19).toUpperCase()}`;
  const drawing = await attach(store, id, personId, "tekening-voorbeeldbedrijf.pdf", "%PDF-1.7 tekening");
  const letterhead = await attach(
    store,
    id,
    personId,
    "brief-voorbeeldbedrijf.pdf",
    "%PDF-1.7 Voorbeeldbedrijf",
  );
  const document = {
    format: "voorsprong-application/1",
    call: callId,
    callVersion: 1,
    salt: "c2FsdA",
    title,
    summary: "Een plan in het kort.",
    lead: { organisation: organisationId, name: "Voorbeeldbedrijf Geheim", kind: "company", size: "small" },
    contact: { name: "Voorbeeld contactpersoon", email: "contact@voorbeeldbedrijf.example" },
    project: { theme, region: "Groningen", start: "2027-01-01", end: "2028-12-31" },
    answers: {
      idea: "Een slimme las.",
      website: "https://voorbeeldbedrijf.example/",
      contact: "Voorbeeld contactpersoon",
      drawing,
      letterhead,
    },
    workPackages: [
      {
        id: "WP1",
        title: "Onderzoek",
        description: "Wij meten de las.",
        category: "industrial-research",
        reason: "De kennis is nieuw.",
      },
    ],
    partners: partners.map((partner) => ({
      id: partner.id,
      organisation: partner.organisationId,
      name: partner.name,
    })),
    costs: [{ workPackage: "WP1", year: 2027, category: "personnel", cents: 100_000_00 }],
    funding: [],
    requested: { "2027": 50_000_00 },
  };
  const now = store.now();
  await store.database.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO grant_applications (id, call_id, fund_id, organisation_id, state, number, version, document, title, theme,
         requested, received_at, complete_at, search, created_by, created_at, changed_at)
       VALUES ($1, $2, $3, $4, 'submitted', $5, 1, $6::jsonb, $7, $8, 5000000, $9, $9, $10, $11, $9, $9)`,
      [
        id,
        callId,
        reviewFund,
        organisationId,
        number,
        JSON.stringify(document),
        title,
        theme,
        now,
        `${callId}-${String(number).padStart(4, "0")} ${title}`.toLowerCase(),
        personId,
      ],
    );
    for (const partner of partners)
      await tx.query(
        `INSERT INTO grant_application_partners (application_id, partner, organisation_id, state)
         VALUES ($1, $2, $3, 'confirmed')`,
        [id, partner.id, partner.organisationId],
      );
    const hash = hashOf(document);
    const { seq } = await store.ledger.append(tx, {
      kind: "application.submitted",
      subject: id,
      body: { hash },
    });
    await tx.query(
      `INSERT INTO grant_application_versions (application_id, version, call_version, document, hash, receipt,
         submitted_by, submitted_at, ledger_seq) VALUES ($1, 1, 1, $2, $3, 'receipt', $4, $5, $6)`,
      [id, canonicalText(document), hash, personId, now, seq],
    );
  });
  return { id, drawing: drawing.id, letterhead: letterhead.id };
}

async function attach(store: Store, owner: string, personId: string, name: string, content: string) {
  const bytes = new TextEncoder().encode(content);
  const attachment = {
    id: randomUUID(),
    name,
    mediaType: "application/pdf",
    bytes: bytes.length,
    sha256: hashOf(content).slice(7),
  };
  await store.database.query(
    `INSERT INTO attachments (id, owner_kind, owner_id, name, media_type, bytes, size, sha256, uploaded_by, uploaded_at)
     VALUES ($1, 'application', $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      attachment.id,
      owner,
      name,
      attachment.mediaType,
      bytes,
      bytes.length,
      attachment.sha256,
      personId,
      store.now(),
    ],
  );
  return attachment;
}
