/** What holds for every page: accessible, quiet, complete with a keyboard, and fit for a phone. */
import { expect, it } from "vitest";
import { expectAccessible } from "./axe.js";
import { describeSite } from "./harness.js";
import { walk } from "./keyboard.js";

const PAGES = [
  "/nl",
  "/en",
  "/nl/clauses/innovation.research",
  "/nl/clauses/innovation.procurement",
  "/nl/clauses/challenges.energy",
  "/en/clauses/innovation.challenges",
  "/nl/funds",
  "/nl/funds/research",
  "/en/funds/challenges",
  "/nl/calls",
  "/nl/calls/research-2027",
  "/en/calls/challenges-2027",
  "/nl/rounds",
  "/nl/ledger",
  "/nl/verify",
  "/en/verify",
  "/nl/about",
  "/en/about",
  "/nl/bestaat-niet",
] as const;

describeSite(
  "every page",
  (site) => {
    it.each(PAGES)("%s is accessible, light and dark, on a desk and on a phone", async (path) => {
      const { page, troubles, close } = await site.open(path);
      await expectAccessible(page);
      expect(troubles).toEqual([]);
      await close();
    });

    it.each(PAGES)("%s works with a keyboard alone", async (path) => {
      const { page, close } = await site.open(path);
      const stops = await walk(page);
      expect(stops[0]?.name).toMatch(/^a (Naar de inhoud|Skip to content)$/);
      await close();
    });

    it.each(PAGES)("%s has one heading, a title, a language and a main part", async (path) => {
      const { page, close } = await site.open(path);
      expect(await page.locator("h1").count()).toBe(1);
      expect(await page.locator("main").count()).toBe(1);
      const heading = await page.locator("h1").innerText();
      expect(await page.title()).toBe(`${heading} – Voorsprong`);
      expect(await page.locator("html").getAttribute("lang")).toBe(path.slice(1, 3));
      await close();
    });
  },
  { examples: true },
);
