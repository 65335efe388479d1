/** The list of running terms in the browser, and the calendar link. */
import { accessService } from "@voorsprong/access";
import { awardGrants } from "@voorsprong/instruments/fund/grants";
import type { Store } from "@voorsprong/store";
import { expect, it } from "vitest";
import { applied, usualContent } from "../server/grant-fixtures.js";
import { expectAccessible } from "./axe.js";
import { describeSite } from "./harness.js";
import { walk } from "./keyboard.js";

async function prepare(store: Store): Promise<void> {
  const { people, organisations } = await accessService({ store, settings: { kind: "embedded" } }).examples();
  const content = {
    ...usualContent,
    project: { ...usualContent.project, start: "2025-01-01", end: "2025-12-31" },
  };
  const applicationId = await applied(store, {
    organisationId: organisations.company,
    personId: people.applicant,
    number: 1,
    content,
  });
  await store.database.transaction((tx) =>
    awardGrants(tx, { ledger: store.ledger, at: new Date("2024-12-10T10:00:00Z") }, [
      { applicationId, grantCents: 150_000_00, roundId: null, decisionHash: null },
    ]),
  );
}

describeSite(
  "running terms",
  (site) => {
    it("are one list per person, each leading to where it is done", async () => {
      const { page, troubles, close } = await site.open("/nl/tasks", { as: "applicant" });
      expect(await page.locator("tbody tr").count()).toBe(2);
      await page.getByRole("link", { name: "Voortgangsverslag 1 inleveren" }).click();
      await page.getByRole("heading", { level: 1, name: "Slimme las" }).waitFor();
      expect(troubles).toEqual([]);
      await close();
      const finance = await site.open("/nl/tasks", { as: "finance" });
      expect(await finance.page.locator("tbody tr").allInnerTexts()).toHaveLength(2);
      await finance.page.getByRole("link", { name: "Voorschot betalen" }).first().waitFor();
      await finance.close();
      const visitor = await site.open("/nl/tasks");
      await visitor.page.getByRole("link", { name: "Aanmelden" }).first().waitFor();
      await visitor.close();
    });

    it("go to a calendar by a private link that can be stopped", async () => {
      const { page, close } = await site.open("/nl/tasks", { as: "applicant" });
      await page.getByRole("button", { name: "Maak een agendalink" }).click();
      const link = await page.getByLabel("Uw agendalink").inputValue();
      expect(link).toMatch(/\/api\/v1\/tasks\/calendar\.ics\?link=/);
      const calendar = await (await fetch(link)).text();
      expect(calendar).toContain("BEGIN:VEVENT");
      await page.getByRole("button", { name: "Stop de link" }).click();
      await page.getByRole("button", { name: "Maak een agendalink" }).waitFor();
      expect((await fetch(link)).status).toBe(404);
      await close();
    });

    it("work for everyone, with the keyboard too", async () => {
      const { page, troubles, close } = await site.open("/nl/tasks", { as: "applicant" });
      await walk(page);
      await page.getByRole("button", { name: "Maak een agendalink" }).click();
      await page.getByLabel("Uw agendalink").waitFor();
      await expectAccessible(page);
      expect(troubles).toEqual([]);
      await close();
    }, 180_000);
  },
  { prepare },
);
