/** Reviewing in the browser: assignment, declaration, review, panel, consensus, freezing. */
import { randomUUID } from "node:crypto";
import type { Store } from "@voorsprong/store";
import { expect, it } from "vitest";
import { publishCall, reviewDefinition, submit } from "../server/review-fixtures.js";
import { expectAccessible, expectNoAxe } from "./axe.js";
import { describeSite, expectNoSidewaysScroll, plain, type Site, settled } from "./harness.js";
import { walk } from "./keyboard.js";

const callId = "beoordeling";

/** Whole procedures in a browser, beside other tests on a small machine. */
const PATIENCE = 240_000;
const applications: string[] = [];

/** Three submitted applications to a closed call that takes one reviewer each. */
async function prepare(store: Store): Promise<void> {
  const personId = randomUUID();
  const organisationId = "O0000000000V1";
  await store.database.query(
    "INSERT INTO people (id, name, created_at) VALUES ($1, 'Voorbeeld indiener', now())",
    [personId],
  );
  await store.database.query(
    `INSERT INTO organisations (id, name, kind, created_at, search)
     VALUES ($1, 'Voorbeeld Lastechniek (voorbeeld)', 'company', now(), 'voorbeeld lastechniek')`,
    [organisationId],
  );
  const review = { reviewers: 1, blind: false, normalisation: "mean", days: 14 } as const;
  await publishCall(store, reviewDefinition(callId, { review }));
  for (const number of [1, 2, 3])
    applications.push((await submit(store, { callId, number, organisationId, personId })).id);
}

interface Mine {
  readonly items: readonly { readonly applicationId: string }[];
}

const assignedTo = async (site: Site, person: "reviewer-1" | "reviewer-2"): Promise<readonly string[]> => {
  const mine = await (await site.as(person)).send<Mine>("GET", "/reviews");
  return mine.items.map(({ applicationId }) => applicationId);
};

describeSite(
  "reviewing",
  (site) => {
    it(
      "lets the fund manager choose reviewers and confirm who reviews what",
      async () => {
        const { page, troubles, close } = await site.open(`/nl/calls/${callId}/review`, {
          as: "fund-manager",
        });
        for (const name of ["Voorbeeld beoordelaar 1", "Voorbeeld beoordelaar 2"]) {
          const form = page.locator("details").filter({ has: page.getByText("Beoordelaar toevoegen") });
          if ((await form.getAttribute("open")) === null)
            await page.getByText("Beoordelaar toevoegen").click();
          await form.getByLabel("Persoon").selectOption({ label: name });
          await form.getByLabel("Ten hoogste zoveel aanvragen").fill("2");
          await form.getByLabel("Kennis van onderzoek", { exact: true }).selectOption({ label: "goed" });
          await form.getByRole("button", { name: "Opslaan" }).click();
          await page.getByRole("rowheader", { name }).first().waitFor();
        }
        await page.getByRole("button", { name: "Stel een verdeling voor" }).click();
        await page.getByText("Het voorstel wijst 3 beoordelingen toe, voor 3 aanvragen.").first().waitFor();
        await page.getByText("Voorstel", { exact: true }).first().waitFor();
        await settled(page);
        await expectAccessible(page);
        await page.setViewportSize({ width: 1280, height: 800 });
        await page.getByRole("button", { name: "Bevestig de verdeling" }).click();
        await page.getByText("Verklaar eerst").first().waitFor();
        expect(await page.getByText("Verklaar eerst").count()).toBe(3);
        expect(troubles).toEqual([]);
        await close();
      },
      PATIENCE,
    );

    it(
      "keeps the application closed until the reviewer declares, and takes it away at a conflict",
      async () => {
        const [first] = await assignedTo(site, "reviewer-2");
        const { page, troubles, close } = await site.open("/nl/reviews", { as: "reviewer-2" });
        await expectAccessible(page);
        await page.getByRole("link", { name: /^Plan/ }).first().click();
        await page.getByRole("heading", { name: "Eerst: hebt u een belangenconflict?" }).waitFor();
        await settled(page);
        expect(await page.getByText("Een slimme las.").count()).toBe(0);
        await page.getByText("Voorbeeld Lastechniek (voorbeeld)").waitFor();
        await page.getByRole("button", { name: "Verklaar en open de aanvraag" }).click();
        await page.getByText("Kies ja of nee.").waitFor();
        await page.getByLabel("Ja, ik heb een belangenconflict").check();
        await page.getByLabel("Welk conflict is dat?").fill("Ik werkte hier vorig jaar.");
        await expectNoAxe(page);
        await walk(page);
        await page.getByRole("button", { name: "Verklaar het conflict" }).click();
        await page.getByRole("heading", { name: "Mijn beoordelingen" }).waitFor();
        expect(troubles).toEqual([]);
        await close();
        expect(await assignedTo(site, "reviewer-2")).not.toContain(first);
        const gone = await site.open(`/nl/reviews/${first}`, { as: "reviewer-2" });
        await gone.page.getByRole("heading", { name: "Deze pagina bestaat niet" }).waitFor();
        await gone.close();
      },
      PATIENCE,
    );

    it(
      "saves a review as it is written and locks it when it is submitted",
      async () => {
        const [id] = await assignedTo(site, "reviewer-1");
        const { page, troubles, close } = await site.open(`/nl/reviews/${id}`, {
          as: "reviewer-1",
          viewport: { width: 390, height: 844 },
        });
        await page.getByLabel("Nee, ik heb geen belangenconflict").check();
        await page.getByRole("button", { name: "Verklaar en open de aanvraag" }).click();
        await page.getByText("Een slimme las.").waitFor();
        await settled(page);
        await expectNoSidewaysScroll(page);

        await page.getByRole("button", { name: "Dien de beoordeling in" }).click();
        await page.getByText("Er ontbreken nog 4 dingen").waitFor();
        await page.getByRole("link", { name: "Geef punten voor Kwaliteit." }).click();
        // By keyboard: the link leads to the first choice, and the arrow keys choose.
        await page.keyboard.press("Space");
        for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press("ArrowRight");
        expect(await page.getByRole("radio", { name: "4 van 5" }).isChecked()).toBe(true);
        await page.getByRole("radio", { name: "7 van 10" }).check();
        const reasons = page.getByLabel("Waarom deze score?");
        await reasons.nth(0).fill("Het plan klopt.");
        await reasons.nth(1).fill("Veel bedrijven hebben er iets aan.");
        await page
          .locator('[data-save-state="saved"]')
          .getByText(/Opgeslagen om/)
          .waitFor();
        expect(plain((await page.locator("main").textContent()) ?? "")).toContain("Voorlopig totaal: 76");

        await page.reload();
        await settled(page);
        expect(await page.getByLabel("Waarom deze score?").nth(0).inputValue()).toBe("Het plan klopt.");
        await expectAccessible(page);

        // Another window saves first: this one says so and loses nothing silently.
        const reviewer = await site.as("reviewer-1");
        const own = await reviewer.send<{ revision: number; scores: object; reasons: object }>(
          "GET",
          `/reviews/${id}`,
        );
        await reviewer.send("PUT", `/reviews/${id}`, {
          revision: own.revision,
          scores: own.scores,
          reasons: own.reasons,
        });
        await page.getByLabel("Waarom deze score?").nth(0).fill("Het plan klopt helemaal.");
        await page.getByText("in een ander venster gewijzigd").waitFor();
        await page.getByRole("button", { name: "Laad de opgeslagen beoordeling" }).click();
        await page.waitForFunction(
          () => !document.body.textContent?.includes("in een ander venster gewijzigd"),
        );
        await settled(page);

        await page.getByRole("button", { name: "Dien de beoordeling in" }).click();
        await page.getByText(/U diende deze beoordeling in op/).waitFor();
        await page.getByText("zodra het fonds het panel heeft geopend").waitFor();
        await expectNoAxe(page);
        expect(troubles.filter((trouble) => !/^(console error: .*409|409: )/.test(trouble))).toEqual([]);
        await close();
      },
      PATIENCE,
    );

    it(
      "shows the panel what reviewers gave, records an agreement, and freezes the scores",
      async () => {
        const { page, troubles, close } = await site.open(`/nl/calls/${callId}/panel`, {
          as: "fund-manager",
        });
        await page
          .getByLabel("Reden om te openen terwijl beoordelingen ontbreken")
          .fill("Het panel komt nu bijeen.");
        await page.getByRole("button", { name: "Open het panel" }).click();
        await page.getByText("Panel open").first().waitFor();
        await settled(page);
        await expectAccessible(page);
        await page.setViewportSize({ width: 1280, height: 800 });

        await page.getByRole("link", { name: /^Plan/ }).first().click();
        await page.getByRole("heading", { name: /^Panel: Plan/ }).waitFor();
        await settled(page);
        await page.getByRole("radio", { name: "5 van 5" }).check();
        await page.getByRole("radio", { name: "8 van 10" }).check();
        await page.getByLabel("Reden", { exact: true }).fill("Het effect is groter dan gedacht.");
        await page.getByLabel("Voorzitter").fill("1");
        await page.getByLabel("Datum van het overleg").fill("2026-05-01");
        await expectAccessible(page);
        await page.setViewportSize({ width: 1280, height: 800 });
        await page.getByRole("button", { name: "Leg de afspraak vast" }).click();
        await page.getByRole("heading", { name: "Afspraak 1: van 76 naar 92 punten" }).waitFor();
        await page.getByRole("link", { name: "Panel van Onderzoek, voorbeeld" }).click();
        await page.getByText("Afspraak panel").first().waitFor();
        await settled(page);

        await page.getByRole("button", { name: "Zet de scores vast" }).click();
        await page.getByText("Vink aan dat u dit weet.").waitFor();
        await page
          .getByLabel("Reden om vast te zetten terwijl beoordelingen ontbreken")
          .fill("Twee aanvragen volgen later.");
        await page.getByLabel("Ik weet dat dit niet ongedaan kan worden gemaakt").check();
        await page.getByRole("button", { name: "Zet de scores vast" }).click();
        await page.getByText(/^sha256:/).waitFor();
        await expectNoAxe(page);
        expect(troubles).toEqual([]);
        await close();
      },
      PATIENCE,
    );
  },
  { prepare },
);
