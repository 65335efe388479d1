/** The public register in a browser: search, the map, one grant, reporting; accessible on a desk and on a phone. */
import type { Store } from "@voorsprong/store";
import { expect, it } from "vitest";
import { award, book, openRegisterCalls } from "../server/register-fixtures.js";
import { expectAccessible } from "./axe.js";
import { describeSite, plain } from "./harness.js";

const provinces = ["Groningen", "Drenthe", "Utrecht", "Zeeland", "Limburg", "Friesland"];
const themes = ["research", "facilities", "applied-research", "sme-innovation"];

/** Thirty grants over six provinces, four themes and two years. */
async function prepare(store: Store): Promise<void> {
  await openRegisterCalls(store);
  for (let number = 1; number <= 30; number += 1) {
    const id = await award(store, {
      number,
      name: `Voorbeeld ${number} BV`,
      grant: number * 10_000_00,
      region: provinces[number % 6]!,
      theme: themes[number % 4]!,
      size: number % 2 === 0 ? "small" : "large",
      at: new Date(number % 3 === 0 ? "2025-05-01T10:00:00Z" : "2026-05-01T10:00:00Z"),
      ...(number % 5 === 0 ? {} : { kvk: String(10_000_000 + number) }),
    });
    if (number % 2 === 0) await book(store, id, "payment.made", number * 4_000_00, "2026-07-01");
  }
}

describeSite(
  "the register",
  (site) => {
    it("shows figures, a map and every grant, and is accessible", async () => {
      const { page, troubles, close } = await site.open("/nl/register");
      await page.getByText("30 subsidies gevonden").waitFor();
      expect(plain(await page.locator(".key-figures").innerText())).toContain("€ 4,7 miljoen");
      await expectAccessible(page);
      expect(troubles).toEqual([]);
      await close();
    });

    it("follows the map, the search and the filters, and keeps them in the address", async () => {
      const { page, troubles, close } = await site.open("/nl/register");
      const map = page.getByRole("group", { name: "Verleend bedrag per provincie" });
      // With the keyboard: a province is a button.
      await map.getByRole("button", { name: /^Utrecht/ }).focus();
      await page.keyboard.press("Enter");
      await page.getByText("5 subsidies gevonden").waitFor();
      expect(new URL(page.url()).searchParams.get("region")).toBe("Utrecht");
      await page.getByLabel("Zoek ontvanger, titel of dossier").fill("voorbeeld 20");
      await page.getByText("1 subsidie gevonden").waitFor();
      await page.reload();
      await page.getByText("1 subsidie gevonden").waitFor();
      const csv = await page.getByRole("link", { name: "Tabel (CSV)" }).getAttribute("href");
      const text = await (await fetch(site.url + csv)).text();
      expect(text.trim().split("\r\n")).toHaveLength(2);
      await page.getByRole("button", { name: "Wis de filters" }).click();
      await page.getByText("30 subsidies gevonden").waitFor();
      await page.getByRole("link", { name: "Volgende" }).click();
      await page.getByText("Pagina 2 van 2").waitFor();
      expect(troubles).toEqual([]);
      await close();
    });

    it("offers a 360Giving package only where there is a grant to put in it", async () => {
      const { page, troubles, close } = await site.open("/nl/register");
      const link = page.getByRole("link", { name: "360Giving-standaard (JSON)" });
      const address = site.url + (await link.getAttribute("href"));
      expect((await fetch(address)).status).toBe(200);
      await page.goto(`${site.url}/nl/register?search=nergens`);
      await page.getByText("heeft ten minste één subsidie").waitFor();
      expect(await link.count()).toBe(0);
      expect(troubles).toEqual([]);
      await close();
    });

    it("shows one grant with its history, and takes a report with a number", async () => {
      const { page, troubles, close } = await site.open("/nl/register?search=REGISTER-CALL-0020");
      await page.getByRole("link", { name: "Project 20 van iemand" }).click();
      await page.getByRole("heading", { level: 1, name: "Project 20 van iemand" }).waitFor();
      const main = plain(await page.getByRole("main").innerText());
      expect(main).toContain("€ 200.000");
      expect(main).toMatch(/Betaald\s+€ 80.000/);
      expect(main).toContain("AGVV artikel 25");
      await expectAccessible(page);
      await page.getByRole("button", { name: "Verstuur de melding" }).click();
      await page.getByText("Schrijf ten minste 10 tekens.").waitFor();
      await page.getByLabel("Wat ziet u, en waar?").fill("In de titel staat een naam.");
      await page.getByRole("button", { name: "Verstuur de melding" }).click();
      await page.getByText("Uw melding is ontvangen").waitFor();
      expect(await page.getByRole("alert").innerText()).toMatch(/M-[0-9A-F]{8}/);
      expect(troubles).toEqual([]);
      await close();
    });

    it("explains its data and lists aid above EUR 100,000", async () => {
      const { page, troubles, close } = await site.open("/en/register/about");
      await page.getByRole("table", { name: /GBER article 9/ }).waitFor();
      expect(plain(await page.getByRole("main").innerText())).toContain("24 of 30");
      await expectAccessible(page);
      expect(troubles).toEqual([]);
      await close();
    });

    it("lists calls and decisions", async () => {
      const { page, troubles, close } = await site.open("/nl/register/decisions");
      await page.getByRole("link", { name: "Onderzoek, voorbeeld" }).first().waitFor();
      await expectAccessible(page);
      expect(troubles).toEqual([]);
      await close();
    });
  },
  { prepare },
);
