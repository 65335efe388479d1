/** Lists and archives in a browser, as the fund's manager: a list that is not right, one that is, an archive. */
import type { Store } from "@voorsprong/store";
import { expect, it } from "vitest";
import { award, openRegisterCalls, registerCall } from "../server/register-fixtures.js";
import { expectAccessible } from "./axe.js";
import { describeSite } from "./harness.js";

async function prepare(store: Store): Promise<void> {
  await openRegisterCalls(store);
  await award(store, { number: 1, name: "Voorbeeld 1 BV", grant: 10_000_00 });
}

const csv = (...lines: string[]) => ({
  name: "organisaties.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(["kvk;name;kind;region;employees", ...lines].join("\r\n")),
});

describeSite(
  "lists and archives",
  (site) => {
    it("names each cell that is not right, and writes nothing", async () => {
      const { page, troubles, close } = await site.open("/nl/exchange", { as: "fund-manager" });
      await page.getByLabel("Wat wilt u inlezen?").waitFor();
      await expectAccessible(page);
      await page
        .locator('input[type="file"]')
        .first()
        .setInputFiles(csv("1234;Goed BV;company;Groningen;", ";;factory;Utopia;twaalf"));
      await page.getByText("2 rijen zijn niet in orde").waitFor();
      const main = await page.getByRole("main").innerText();
      for (const place of [
        "Cel A2 (kvk)",
        "Cel B3 (name)",
        "Cel C3 (kind)",
        "Cel D3 (region)",
        "Cel E3 (employees)",
      ])
        expect(main).toContain(place);
      expect(await page.getByRole("button", { name: "Bevestig" }).count()).toBe(0);
      await expectAccessible(page);
      expect(troubles).toEqual([]);
      await close();
    });

    it("shows what a list would change, writes it when confirmed, and finds nothing to do the second time", async () => {
      const { page, troubles, close } = await site.open("/nl/exchange", { as: "fund-manager" });
      const list = csv("01234567;Nieuw BV;company;Groningen;12", ";Voorbeeld 1 BV;company;Drenthe;");
      await page.locator('input[type="file"]').first().setInputFiles(list);
      await page.getByText("1 rijen zijn nieuw en 1 veranderen").waitFor();
      expect(await page.getByRole("main").innerText()).toContain("region: van leeg naar Drenthe");
      await page.getByRole("button", { name: "Bevestig en schrijf alles" }).click();
      await page.getByText("De lijst is ingelezen").waitFor();
      await page.getByRole("link", { name: "Lees een andere lijst in" }).click();
      await page.locator('input[type="file"]').first().setInputFiles(list);
      await page.getByText("Deze lijst verandert niets").waitFor();
      await page.getByRole("button", { name: "Verwerp deze lijst" }).click();
      await page.getByText("er is niets geschreven").waitFor();
      expect(troubles).toEqual([]);
      await close();
    });

    it("checks an archive before it keeps it, and names the file that was changed", async () => {
      const { secret } = await site.as("fund-manager");
      const answer = await fetch(`${site.url}/api/v1/calls/${registerCall}/archive.zip`, {
        headers: { cookie: `voorsprong=${secret}` },
      });
      const good = Buffer.from(await answer.arrayBuffer());
      const changed = Buffer.from(good);
      // Within the deflated README, which comes first.
      changed[200] = changed[200]! ^ 0xff;
      const { page, close } = await site.open("/nl/exchange", { as: "fund-manager" });
      const input = page.locator('input[type="file"]').last();
      const zip = (buffer: Buffer) => ({ name: "archief.zip", mimeType: "application/zip", buffer });
      await input.setInputFiles(zip(changed));
      await page.getByText("Het archief is niet in orde").waitFor();
      expect(await page.getByRole("main").innerText()).toContain("README.txt");
      await input.setInputFiles(zip(good));
      await page.getByText("Het archief is in orde").waitFor();
      await page.getByRole("button", { name: "Bewaar dit archief" }).click();
      await page.getByRole("link", { name: "Open het archief" }).click();
      await page.getByText("manifest", { exact: false }).or(page.getByText("README.txt")).first().waitFor();
      await expectAccessible(page);
      await close();
    });

    it("asks a visitor to sign in", async () => {
      const { page, close } = await site.open("/nl/exchange");
      await page.getByRole("link", { name: "Aanmelden" }).first().waitFor();
      await close();
    });
  },
  { prepare },
);
