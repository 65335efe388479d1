/** A real participatory budget, chosen by the user, decides through the page to what the engine gives. */
import { readFileSync } from "node:fs";
import { decide, readPabulib } from "@voorsprong/allocation";
import { describe, expect, it } from "vitest";
import { describeSite } from "../e2e/harness.js";
import { hasSharedData, sharedData } from "./shared.js";

describe.skipIf(!hasSharedData)("a real neighbourhood budget", () => {
  describeSite("through the page", (site) => {
    it.each([
      "Netherlands_Amsterdam_622.pb",
      "Netherlands_Amsterdam_179.pb",
    ])("%s: register, decide, verify, same hash", async (name) => {
      const file = sharedData("pabulib", "pb", name);
      const { page, troubles, close } = await site.open("/nl/rounds/new");
      await page.getByLabel("Bestand met een ronde").setInputFiles(file);
      await page.getByText(`${name} is te gebruiken`).waitFor();
      await page.getByRole("button", { name: "Leg de ronde vast" }).click();
      await page.getByRole("button", { name: "Besluit over deze ronde" }).click();
      await page.getByRole("heading", { name: "Er is besloten" }).waitFor({ timeout: 50_000 });
      await page.getByRole("link", { name: "Controleer het besluit" }).click();
      await page.getByRole("button", { name: "Controleer in deze browser" }).click();
      await page.getByText("Dit besluit klopt", { exact: true }).first().waitFor();
      const round = readPabulib(readFileSync(file, "utf8"));
      const { hash } = await decide(round, { rule: "optimal" });
      expect(await page.locator("[data-hash]").innerText()).toBe(hash);
      expect(troubles).toEqual([]);
      await close();
    });
  });
});
