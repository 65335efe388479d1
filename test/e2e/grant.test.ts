/** After the decision in the browser: payments by two people, report, settlement with recovery, the fund's money. */
import { accessService } from "@voorsprong/access";
import { awardGrants } from "@voorsprong/instruments/fund/grants";
import { amsterdamDay } from "@voorsprong/legal-time";
import type { Store } from "@voorsprong/store";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { applied, usualContent } from "../server/grant-fixtures.js";
import { expectAccessible } from "./axe.js";
import { describeSite, plain, settled } from "./harness.js";
import { walk } from "./keyboard.js";

const first = "A000000000001";
const second = "A000000000002";
const nextYear = new Date().getFullYear() + 1;
const endingOn = (end: string) => ({
  ...usualContent,
  project: { ...usualContent.project, start: "2025-01-01", end },
});
const contents = [endingOn("2025-12-31"), endingOn(`${nextYear}-12-31`)];

/** Two grants of 2024 to the example company, of which the second still runs. */
async function prepare(store: Store): Promise<void> {
  const { people, organisations } = await accessService({ store, settings: { kind: "embedded" } }).examples();
  for (const [at, content] of contents.entries()) {
    const applicationId = await applied(store, {
      organisationId: organisations.company,
      personId: people.applicant,
      number: at + 1,
      content,
    });
    await store.database.transaction((tx) =>
      awardGrants(tx, { ledger: store.ledger, at: new Date("2024-12-10T10:00:00Z") }, [
        { applicationId, grantCents: 150_000_00, roundId: null, decisionHash: null },
      ]),
    );
  }
}

/** Opens a folded action and gives the part of the page with its fields. */
async function unfold(page: Page, name: string | RegExp) {
  const action = page
    .locator("details.grant-action")
    .filter({ has: page.locator("summary", { hasText: name }) });
  await action.locator("summary").first().click();
  return action;
}

const said = (page: Page) => expect.poll(() => page.locator("[data-announcer]").innerText());
const text = async (page: Page, selector = "main") => plain(await page.locator(selector).first().innerText());

describeSite(
  "a grant after its decision",
  (site) => {
    it("is paid by two people, with a file to the payer and a confirmation back", async () => {
      const finance = await site.open(`/nl/grants/${first}`, { as: "finance" });
      await finance.page.getByRole("button", { name: "Stel betaling voor: Voorschot 1" }).click();
      await said(finance.page).toBe("De betaling is voorgesteld.");
      await finance.page.getByText("U stelde dit zelf voor; een ander keurt het goed.").waitFor();
      const other = await site.open(`/nl/grants/${first}`, { as: "finance-2" });
      const judge = await unfold(other.page, /^Keur goed: .*€\s75\.000/);
      await judge.getByRole("button", { name: "Keur goed" }).click();
      await said(other.page).toBe("De betaling is goedgekeurd.");
      await finance.page.goto(`${site.url}/nl/payments`);
      await settled(finance.page);
      await finance.page
        .getByRole("button", { name: "Maak een betaalbestand: Fonds voor onderzoek" })
        .click();
      await said(finance.page).toBe("Het betaalbestand is gemaakt.");
      const row = finance.page.getByRole("row").filter({ hasText: "naar de betaler" });
      const reference = await row.getByRole("rowheader").innerText();
      const today = amsterdamDay(new Date());
      const card = finance.page.locator(".card").filter({ hasText: "Fonds voor onderzoek" });
      await card.locator("input[type=file]").setInputFiles({
        name: "bevestiging.csv",
        mimeType: "text/csv",
        buffer: Buffer.from(`reference;paid on;amount\n${reference.trim()};${today};75.000,00\n`),
      });
      await said(finance.page).toBe("Geboekt: 1 betalingen.");
      await finance.page.getByRole("row").filter({ hasText: "betaald" }).waitFor();
      expect(finance.troubles).toEqual([]);
      expect(other.troubles).toEqual([]);
      await finance.close();
      await other.close();
    });

    it("is accounted for by the recipient and judged by the fund", async () => {
      const recipient = await site.open(`/nl/grants/${first}`, {
        as: "applicant",
        viewport: { width: 390, height: 800 },
      });
      const form = await unfold(recipient.page, "Schrijf een verslag");
      await form.getByRole("button", { name: "Verstuur het verslag" }).click();
      await form.getByText("Vul dit veld in.").waitFor();
      await form.getByLabel("Het verslag loopt tot en met").fill("31-12-2025");
      await form.getByLabel("Hoe staat het ervoor?").fill("De lasrobot staat.");
      await form.getByLabel("Loonkosten, 2027, wp1", { exact: true }).fill("100.000");
      await form.getByRole("button", { name: "Verstuur het verslag" }).click();
      await said(recipient.page).toBe("Het verslag is verstuurd.");
      await recipient.page.getByRole("heading", { name: "Verslag 1, tot en met 31 december 2025" }).waitFor();
      const fund = await site.open(`/nl/grants/${first}`, { as: "fund-manager" });
      const judge = await unfold(fund.page, "Oordeel (1)");
      await judge.getByRole("button", { name: "Aanvaard het verslag" }).click();
      await said(fund.page).toBe("Het verslag is aanvaard.");
      expect(await text(fund.page, "#milestones tbody tr")).toContain("behaald");
      expect(recipient.troubles).toEqual([]);
      expect(fund.troubles).toEqual([]);
      await recipient.close();
      await fund.close();
    });

    it("is settled on real costs, and what was paid too much comes back", async () => {
      const recipient = await site.open(`/nl/grants/${first}`, { as: "applicant" });
      const request = await unfold(recipient.page, "Vraag vaststelling aan");
      await request.getByLabel("Wat is gedaan en bereikt?").fill("Alles is gedaan.");
      for (const evidence of ["een verslag", "een verantwoording", "een verklaring"])
        await request.getByLabel(evidence).check();
      await request.getByRole("button", { name: "Verstuur de aanvraag" }).click();
      await said(recipient.page).toBe("De aanvraag tot vaststelling is verstuurd.");

      const manager = await site.open(`/nl/grants/${first}`, { as: "fund-manager" });
      const propose = await unfold(manager.page, "Stel vaststelling voor");
      await propose.getByRole("button", { name: "Voeg een verlaging toe" }).click();
      await propose.getByLabel("Percentage").fill("10");
      await propose.getByLabel("Reden").fill("Eén van tien proeven viel af.");
      await propose.getByRole("button", { name: "Reken uit" }).click();
      await propose.getByRole("heading", { name: "Zo wordt het vastgesteld" }).waitFor();
      // Half of EUR 100,000, less a tenth.
      expect(plain(await propose.getByRole("status").innerText())).toContain("€ 45.000");
      await propose.getByRole("button", { name: "Leg voor aan een beslisser" }).click();
      await said(manager.page).toBe("Het voorstel is voorgelegd.");

      const decider = await site.open(`/nl/grants/${first}`, { as: "decider" });
      const decide = await unfold(decider.page, "Keur goed / Stuur terug");
      await decide.getByRole("button", { name: "Keur goed" }).click();
      await said(decider.page).toBe("Het voorstel is goedgekeurd en uitgevoerd.");
      expect(await text(decider.page, ".grant-figures")).toContain("Nog terug te betalen\n€ 30.000");

      const finance = await site.open(`/nl/grants/${first}`, { as: "finance" });
      const receive = await unfold(finance.page, "Boek een ontvangst");
      await receive.getByRole("button", { name: "Boek", exact: true }).click();
      await said(finance.page).toBe("De ontvangst is geboekt.");
      await finance.page.getByText("Alles is terugbetaald.").waitFor();
      for (const { troubles, close } of [recipient, manager, decider, finance]) {
        expect(troubles).toEqual([]);
        await close();
      }
    });

    it("says from when settlement can be asked while the activities run", async () => {
      const { page, troubles, close } = await site.open(`/nl/grants/${second}`, { as: "applicant" });
      expect(await text(page, "#settlement")).toContain(
        `U kunt vaststelling aanvragen na 31 december ${nextYear}`,
      );
      expect(await page.getByText("Vraag vaststelling aan", { exact: true }).count()).toBe(0);
      expect(troubles).toEqual([]);
      await close();
    });

    it("is in the money of the fund and of its clause, each figure with its evidence", async () => {
      const { page, troubles, close } = await site.open("/nl/clauses/innovation.research");
      const money = await text(page, ".money");
      expect(money).toContain("Betaald overgemaakt");
      expect(money).toContain("€ 75.000");
      expect(money).toContain("€ 45.000");
      await page.locator(".money").getByRole("link", { name: "€ 45.000" }).click();
      await page.getByRole("heading", { level: 1, name: "Het geld van Fonds voor onderzoek" }).waitFor();
      const rows = await page.locator("main tbody tr").allInnerTexts();
      expect(
        rows.map((row) => plain(row)).filter((row) => row.includes("Terugbetaling ontvangen")),
      ).toHaveLength(1);
      expect(troubles).toEqual([]);
      await close();
    });

    it.each([
      ["/nl/grants", "fund-manager"],
      [`/nl/grants/${first}`, "fund-manager"],
      [`/en/grants/${second}`, "applicant"],
      ["/nl/payments", "finance"],
      ["/nl/funds/research/money", "applicant"],
    ] as const)(
      "works for everyone: axe finds nothing on %s, small and large, light and dark",
      async (path, as) => {
        const { page, troubles, close } = await site.open(path, { as });
        await expectAccessible(page);
        expect(troubles).toEqual([]);
        await close();
      },
      180_000,
    );

    it("is reached in full with the keyboard", async () => {
      const { page, close } = await site.open(`/nl/grants/${second}`, { as: "fund-manager" });
      const stops = await walk(page);
      expect(stops.map(({ name }) => name)).toContain("summary Stel vaststelling voor");
      await close();
    });
  },
  { prepare },
);
