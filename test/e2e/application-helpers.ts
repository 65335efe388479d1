/** A call that is open on a running site, and filling in an application to it through the pages. */
import type { CallDefinition } from "@voorsprong/call-form";
import type {
  CallView,
  FundView,
  GrantApplicationView,
  SavedDraft,
  SessionView,
} from "@voorsprong/server/contract";
import type { Page } from "playwright-core";
import type { Site } from "./harness.js";

const text = (nl: string, en: string) => ({ nl, en });

/** Opens a trial call for applications, made by the fund's manager. De minimis aid, so that it can be computed for years. */
export async function openCall(site: Site, id: string, { blind = false } = {}): Promise<void> {
  const manager = await site.as("fund-manager");
  const made = await manager.send<CallView>("POST", "/calls", {
    id,
    fundId: "research",
    from: { template: "tender" },
    trial: true,
  });
  const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString();
  const base = made.definition as unknown as CallDefinition;
  const definition = {
    ...base,
    title: text("Oproep om te proberen", "Call for trying out"),
    summary: text("Een oproep voor de tests.", "A call for the tests."),
    opens: days(-1),
    closes: days(20),
    form: {
      sections: [
        {
          id: "plan",
          title: text("Uw plan", "Your plan"),
          questions: [
            {
              id: "novelty",
              title: text("Wat is er nieuw aan uw plan?", "What is new about your plan?"),
              schema: { type: "string", format: "multiline", maxLength: 1_000 },
              required: true,
            },
            {
              id: "plan_file",
              title: text("Projectplan", "Project plan"),
              schema: { $ref: "voorsprong:attachment" },
            },
          ],
        },
      ],
    },
    eligibility: [
      {
        id: "small-project",
        expression: "costs.total <= 50000000",
        effect: "refuse",
        reason: text("Een project mag ten hoogste € 500.000 kosten.", "A project may cost at most €500,000."),
      },
    ],
    review: { ...base.review, blind },
    aid: { basis: ["de-minimis", "no-aid"], choice: "work-package" },
  };
  const kept = await manager.send<CallView>("PUT", `/calls/${id}`, { definition, revision: made.revision });
  await manager.send("POST", `/calls/${id}/opening`, { revision: kept.revision });
}

/** Goes to a step of the editor. */
export async function goTo(page: Page, step: string): Promise<void> {
  await page
    .getByRole("navigation", { name: /Onderdelen/ })
    .getByRole("link", { name: step })
    .click();
  await page.getByRole("heading", { level: 2, name: step }).waitFor();
}

/** Waits until everything is kept. */
export async function kept(page: Page): Promise<void> {
  await page.locator('[data-save="saved"]').waitFor();
}

/** Begins an application on the page of the applicant, and gives its id. */
export async function begin(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Begin de aanvraag" }).click();
  await page.waitForURL(/\/applications\/A/);
  await page.getByLabel("Titel van het project").waitFor();
  return new URL(page.url()).pathname.split("/").at(-1)!;
}

/** Fills in everything that an application needs, with costs of 1,000 euros. */
export async function fillIn(page: Page): Promise<void> {
  await page.getByLabel("Titel van het project").fill("Slimme las");
  await page.getByLabel("Samenvatting").fill("Een lasrobot die zelf leert.");
  await page.getByLabel("Thema").selectOption({ index: 1 });
  await page.getByLabel("Regio waar").selectOption({ index: 1 });
  await page.getByLabel("Eerste dag").fill("01-01-2030");
  await page.getByLabel("Laatste dag").fill("31-12-2031");
  await page.getByLabel("Grootte van de organisatie").selectOption("small");
  await page.getByLabel("Naam", { exact: true }).fill("Voorbeeld contactpersoon");
  await page.getByLabel("E-mailadres").fill("contact@example.org");
  await goTo(page, "Werkpakketten");
  await page.getByRole("button", { name: "Werkpakket toevoegen" }).click();
  await page.getByLabel("Titel").fill("Prototype");
  await page.getByLabel("Soort werk").selectOption("de-minimis");
  await page.getByLabel("Waarom is dit zulk werk?").fill("Het bedrag blijft onder het plafond.");
  await goTo(page, "Kosten");
  await page.getByRole("button", { name: /toevoegen/ }).click();
  await page.locator("#question-costs-0-cents").fill("1000");
  await goTo(page, "Vragen");
  await page.getByLabel("Wat is er nieuw aan uw plan?").fill("De robot leert van elke las.");
  await goTo(page, "Subsidie");
  await page
    .getByLabel(/Gevraagd uit budget/)
    .first()
    .fill("750");
  await kept(page);
}

/** Submits a whole application over HTTP, as the example applicant. */
export async function applyOver(site: Site, callId: string, title: string): Promise<string> {
  const applicant = await site.as("applicant");
  const session = await applicant.send<SessionView>("GET", "/session");
  const organisationId = session.person!.organisations[0]!.id;
  const { id } = await applicant.send<GrantApplicationView>("POST", "/applications", {
    callId,
    organisationId,
  });
  const fund = await applicant.send<FundView>("GET", "/funds/research");
  const call = await applicant.send<CallView>("GET", `/calls/${callId}`);
  const [budget] = (call.definition as unknown as CallDefinition).budgets;
  const { revision } = await applicant.send<SavedDraft>("PATCH", `/applications/${id}`, {
    revision: 1,
    changes: {
      title,
      summary: "Een lasrobot die zelf leert.",
      contact: { name: "Voorbeeld contactpersoon", email: "contact@example.org" },
      project: {
        theme: fund.themes[0]!.id,
        region: fund.regions[0]!.id,
        start: "2030-01-01",
        end: "2031-12-31",
      },
      answers: { novelty: "De robot leert van elke las." },
      workPackages: [{ id: "w1", title: "Prototype", category: "de-minimis", reason: "Onder het plafond." }],
      costs: [{ workPackage: "w1", year: 2030, category: "personnel", cents: 100_000 }],
      requested: { [budget!.id]: 75_000 },
    },
  });
  await applicant.send("POST", `/applications/${id}/submission`, { revision });
  return id;
}
