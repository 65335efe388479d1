/** Deciding in the browser: proposed by one, approved by another, read by the applicant, objected to, decided again. */
import { accessService } from "@voorsprong/access";
import type { Store } from "@voorsprong/store";
import { expect, it } from "vitest";
import { readPdf } from "../../platform/documents/test/read-pdf.js";
import { decidedCall, keepClosedCall } from "../server/decision-fixtures.js";
import { expectAccessible } from "./axe.js";
import { describeSite, plain, settled } from "./harness.js";
import { walk } from "./keyboard.js";

const callId = "besluit";
let ids: string[] = [];

/** Three applicants for EUR 100,000: the partner and the school fit, the company does not. */
async function prepare(store: Store): Promise<void> {
  const { people, organisations } = await accessService({ store, settings: { kind: "embedded" } }).examples();
  ids = await keepClosedCall(store, people["fund-manager"], decidedCall(callId), [
    { number: 1, organisationId: organisations.partner, score: 9_000, asks: 60_000_00 },
    { number: 2, organisationId: organisations.company, score: 8_000, asks: 50_000_00 },
    { number: 3, organisationId: organisations.school, score: 7_000, asks: 40_000_00 },
  ]);
}

describeSite(
  "deciding",
  (site) => {
    it("lets the fund manager see who takes part and propose, and then wait for somebody else", async () => {
      const { page, troubles, close } = await site.open(`/nl/calls/${callId}/decision`, {
        as: "fund-manager",
      });
      const main = page.getByRole("main");
      await main.getByRole("heading", { name: "Wat er nu zou worden voorgesteld" }).waitFor();
      await main.getByRole("rowheader", { name: "BESLUIT-0002" }).waitFor();
      await expectAccessible(page);
      await page.setViewportSize({ width: 1280, height: 900 });
      await walk(page);
      await page.getByRole("button", { name: "Stel dit besluit voor" }).click();
      await main.getByText("U stelde dit zelf voor.").waitFor();
      expect(await page.getByRole("button", { name: /Keur goed/ }).count()).toBe(0);
      await expectAccessible(page);
      expect(troubles).toEqual([]);
      await close();
    });

    it("lets the decider approve; the engine divides and the letters lie ready", async () => {
      const { page, troubles, close } = await site.open(`/nl/calls/${callId}/decision`, { as: "decider" });
      await page.getByRole("button", { name: "Stuur terug" }).click();
      await page.getByText("Schrijf waarom u het terugstuurt.").waitFor();
      await expectAccessible(page);
      await page.getByRole("button", { name: "Keur goed en verdeel het geld" }).click();
      const letters = page.getByRole("table", { name: "Brieven van deze openstelling" });
      await letters.waitFor({ timeout: 30_000 });
      await settled(page);
      expect(await letters.getByRole("row").count()).toBe(4);
      expect(plain(await letters.innerText())).toContain("afwijzing");
      const reserve = page.getByRole("table", { name: "Wie aan de beurt is als er geld terugkomt" });
      expect(plain(await reserve.innerText())).toContain("€ 50.000");
      await expectAccessible(page);
      expect(troubles).toEqual([]);
      await close();
    });

    it("shows the applicant the letter; page and PDF say the same", async () => {
      const { page, troubles, close } = await site.open(`/nl/decision/${ids[1]}`, { as: "applicant" });
      const main = page.getByRole("main");
      await main.getByText("Plaats 1 op de reservelijst").waitFor();
      await main.getByRole("heading", { name: "Besluit op uw aanvraag: afgewezen" }).waitFor();
      await settled(page);
      await expectAccessible(page);
      const link = main.getByRole("link", { name: "Als PDF" }).first();
      const bytes = await (await page.request.get(site.url + (await link.getAttribute("href")))).body();
      const squeeze = (text: string) => text.replace(/\s+/g, "");
      const pdf = squeeze(readPdf(bytes).content.join(""));
      const parts = await page.evaluate(() =>
        [
          ...document.querySelectorAll(
            ".printed h2, .printed h3, .printed p, .printed li, .printed dt, .printed dd, .printed td, .printed th",
          ),
        ]
          .filter(
            (part) =>
              !part.matches(".printed__reference") && part.querySelector("p, code, .table__label") === null,
          )
          .map((part) => part.textContent ?? ""),
      );
      expect(parts.length).toBeGreaterThan(20);
      for (const part of parts) expect(pdf).toContain(squeeze(part));
      expect(troubles).toEqual([]);
      await close();
    });

    it("takes an objection, from writing it to a decision by somebody else, and shows what changes", async () => {
      const applicant = await site.open(`/nl/decision/${ids[1]}`, { as: "applicant" });
      await applicant.page.getByRole("link", { name: "Maak bezwaar" }).click();
      await applicant.page.getByRole("button", { name: "Dien het bezwaar in" }).click();
      await applicant.page.getByText("Schrijf waarom u het niet eens bent met het besluit.").waitFor();
      await expectAccessible(applicant.page);
      await applicant.page
        .getByLabel("Waarom bent u het niet eens met het besluit?")
        .fill("Een criterium is niet meegeteld.");
      await applicant.page.getByRole("button", { name: "Dien het bezwaar in" }).click();
      await applicant.page.getByRole("heading", { name: "Bezwaar 1 bij BESLUIT-0002" }).waitFor();
      await settled(applicant.page);
      await expectAccessible(applicant.page);
      const address = new URL(applicant.page.url()).pathname;

      const manager = await site.open(address, { as: "fund-manager" });
      await manager.page.getByLabel("Verslag of toelichting").fill("De aanvrager is gehoord.");
      await manager.page.getByRole("button", { name: "Leg vast" }).click();
      await manager.page.getByText("De aanvrager is gehoord.", { exact: true }).waitFor();
      await manager.page.getByLabel("Uitkomst").selectOption({ label: "gegrond" });
      await manager.page.getByLabel("Wat wordt er verbeterd?").selectOption({ label: "de score" });
      await manager.page.getByLabel("Nieuwe score, in punten van de 100").fill("95");
      await manager.page.getByLabel("Motivering, Nederlands").fill("Het criterium telt alsnog mee.");
      await manager.page.getByLabel("Motivering, Engels").fill("The criterion counts after all.");
      await expectAccessible(manager.page);
      await manager.page.getByRole("button", { name: "Leg de beslissing klaar" }).click();
      await manager.page.getByText("U bereidde dit zelf voor.").waitFor();

      const involved = await site.open(address, { as: "decider" });
      await involved.page.getByRole("button", { name: "Neem deze beslissing" }).click();
      await involved.page.getByText("somebody else decides on the objection").waitFor();

      const decider = await site.open(address, { as: "decider-2" });
      await decider.page.getByRole("button", { name: "Neem deze beslissing" }).click();
      await decider.page
        .getByRole("heading", { name: "Wat er verandert door opnieuw te besluiten" })
        .waitFor({ timeout: 30_000 });
      await settled(decider.page);
      const text = plain(await decider.page.getByRole("main").innerText());
      expect(text).toContain("alsnog verleend");
      expect(text).toContain("houdt wat verleend is");
      expect(text).toContain("Het plafond komt € 50.000 te kort");
      await expectAccessible(decider.page);

      await applicant.page.goto(`${site.url}/en/decision/${ids[1]}`);
      await applicant.page.getByText("Awarded: at most").waitFor();
      await applicant.page.getByRole("heading", { name: "Decision on your objection" }).waitFor();
      await settled(applicant.page);
      await expectAccessible(applicant.page);
      for (const { troubles } of [applicant, manager, decider]) expect(troubles).toEqual([]);
      for (const each of [applicant, manager, involved, decider]) await each.close();
    });

    it("keeps it from others: another applicant finds nothing there", async () => {
      const { page, close } = await site.open(`/nl/decision/${ids[1]}`, { as: "school" });
      expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Deze pagina bestaat niet");
      await close();
    });
  },
  { prepare },
);
