/** The accord, its clauses and its funds, as a visitor sees them. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { describeSite, plain } from "./harness.js";

describeSite(
  "accord, clauses and funds",
  (site) => {
    it("shows every clause with its state", async () => {
      const accord = await (await fetch(`${site.url}/api/v1/accord`)).json();
      const { page, close } = await site.open("/nl");
      for (const point of accord.points) {
        const section = page.locator(`#${point.id}`);
        expect(await section.getByRole("heading", { level: 2 }).innerText()).toBe(point.title.nl);
        for (const clause of point.clauses) {
          const card = section.locator("article").filter({
            has: page.getByRole("heading", { level: 3, name: clause.title.nl, exact: true }),
          });
          const planned = clause.instruments.length === 0;
          expect(await card.innerText()).toMatch(planned ? /Gepland/ : /Loopt/);
        }
      }
      await close();
    });

    it("marks example data and gives exact amounts", async () => {
      // A newcomer's example rounds are made after the start.
      await expect
        .poll(async () => (await (await fetch(`${site.url}/api/v1/accord`)).json()).example, {
          timeout: 50_000,
          interval: 250,
        })
        .toBe(true);
      const { page, close } = await site.open("/nl");
      const money = page.locator("section").filter({ has: page.getByRole("heading", { name: "Het geld" }) });
      expect(plain(await money.innerText())).toContain("€ 500.000.000");
      expect(await money.getByText("Voorbeeldgegevens").count()).toBe(1);
      await close();
    });

    it("shows the target as a line and says that nothing was measured", async () => {
      const { page, close } = await site.open("/nl/clauses/innovation.procurement");
      const picture = page.getByRole("img");
      expect(await picture.getAttribute("aria-label")).toMatch(/^Van 2,5% naar 5%\. Nog niet gemeten/);
      expect(await page.locator(".target").innerText()).toContain("Harde eis");
      await close();
    });

    it("says plainly that nothing runs for a planned clause", async () => {
      const { page, close } = await site.open("/nl/clauses/challenges.energy");
      expect(await page.getByRole("main").innerText()).toContain("Hier loopt nog niets");
      await close();
    });

    it("gives the numbers behind a picture as a table and as files", async () => {
      const { page, close } = await site.open("/nl/funds/research");
      const figure = page.getByRole("figure", { name: "Budget per jaar" });
      await figure.getByText("Toon de tabel").click();
      const rows = await figure.getByRole("row").allInnerTexts();
      expect(rows.map(plain)).toContain("2027\t€ 110.000.000\tja");
      const [csv] = await Promise.all([
        page.waitForEvent("download"),
        figure.getByRole("button", { name: /CSV/ }).click(),
      ]);
      expect(csv.suggestedFilename()).toBe("budgets-research.csv");
      expect(
        readFileSync(await csv.path(), "utf8")
          .split("\r\n")
          .slice(0, 2),
      ).toEqual(["\ufeffyear,amountCents,inThisCall", "2027,11000000000,ja"]);
      const [json] = await Promise.all([
        page.waitForEvent("download"),
        figure.getByRole("button", { name: /JSON/ }).click(),
      ]);
      expect(JSON.parse(readFileSync(await json.path(), "utf8"))[0]).toEqual({
        year: 2027,
        amountCents: 11_000_000_000,
        inThisCall: "ja",
      });
      await close();
    });

    it("makes an example round and goes to it; a wrong number is refused with words", async () => {
      const { page, close } = await site.open("/nl/funds/research");
      const number = page.getByLabel("Aantal aanvragen");
      await number.fill("0");
      await page.getByRole("button", { name: "Maak de ronde" }).click();
      expect(await page.getByText("Vul een heel getal in van 1 tot 200.000.").isVisible()).toBe(true);
      expect(await number.getAttribute("aria-invalid")).toBe("true");
      await number.fill("40");
      await page.getByLabel("Startgetal").fill("7");
      await page.getByRole("button", { name: "Maak de ronde" }).click();
      await page.waitForURL(/\/nl\/rounds\/(?!new)[^/]+$/);
      const roundId = new URL(page.url()).pathname.split("/").at(-1);
      const round = await (await fetch(`${site.url}/api/v1/rounds/${roundId}`)).json();
      expect(round).toMatchObject({ example: true, fundId: "research", applications: 40 });
      await close();
    });
  },
  { examples: true },
);
