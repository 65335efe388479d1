/** The page for a new round: files are read in the browser, errors have their place, and a good file is registered. */
import { hashRound, parseRound } from "@voorsprong/allocation";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeSite } from "./harness.js";
import { read, SMALL } from "./round-helpers.js";

/** Chooses a file with this text. */
async function choose(page: Page, name: string, text: string | Buffer): Promise<void> {
  await page
    .getByLabel("Bestand met een ronde")
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(text as string) });
}

/** The errors on the page, as `[line, column, excerpt]`. */
async function errors(page: Page): Promise<string[][]> {
  const table = page.getByRole("table", { name: "Fouten in het bestand" });
  await table.waitFor();
  const rows = await table.locator("tbody tr").all();
  return Promise.all(
    rows.map(async (row) => {
      const [line = "", column = "", excerpt = ""] = await row.locator("td").allInnerTexts();
      return [line, column, excerpt].map((text) => text.trim());
    }),
  );
}

describeSite("a new round", (site) => {
  it("shows what is wrong with a file at its line and column, and sends nothing", async () => {
    const { page, troubles, close } = await site.open("/nl/rounds/new?fund=research");
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.method() !== "GET") sent.push(request.url());
    });
    await choose(page, "ronde.json", '{\n  "round": "x",\n  "budgets": [}\n}');
    expect(await errors(page)).toEqual([["3", "15", '"budgets": [}']]);

    const budget = JSON.stringify(
      { ...SMALL, budgets: [{ id: "2027", amount: -5 }, SMALL.budgets[1]] },
      null,
      2,
    );
    await choose(page, "ronde.json", budget);
    const line = budget.split("\n").findIndex((each) => each.includes("-5")) + 1;
    await expect.poll(async () => (await errors(page)).map(([at]) => at)).toContain(String(line));

    await choose(
      page,
      "aanvragen.csv",
      "id;score;amount:2027;tag:region\nA1;80;12,50;Drenthe\nA2;hoog;3;Drenthe\n",
    );
    await expect.poll(() => errors(page)).toEqual([["3", "2", "A2;hoog;3;Drenthe"]]);

    await choose(
      page,
      "buurt.pb",
      "META\nkey;value\nbudget;veel\nPROJECTS\nproject_id;cost;votes\n1;5;5\nVOTES\n",
    );
    await expect.poll(async () => (await errors(page))[0]?.[0]).toBe("3");
    expect(sent).toEqual([]);
    expect(troubles).toEqual([]);
    await close();
  });

  it("refuses what is empty, no text, of no known format, or lacks a fund", async () => {
    const { page, close } = await site.open("/nl/rounds/new");
    await choose(page, "leeg.json", "");
    await page.getByText("Dit bestand is leeg.").waitFor();
    await choose(page, "oud.csv", Buffer.from([0x69, 0x64, 0x3b, 0xe9, 0xff]));
    await page.getByText("Dit bestand is geen leesbare tekst in UTF-8.").waitFor();
    await choose(page, "brief.txt", "Beste lezer, dit is een brief.");
    await page.getByText("Dit formaat is niet herkend").waitFor();
    await choose(page, "aanvragen.csv", "id,score,amount:2027\nA1,80,12.50\n");
    await page.getByText("Kies eerst een fonds").waitFor();
    await page.getByLabel("Fonds", { exact: true }).selectOption({ index: 1 });
    await page.getByText("Kies eerst een fonds").waitFor({ state: "detached" });
    await page
      .getByText(/aanvragen\.csv/)
      .first()
      .waitFor();
    await close();
  });

  it("previews a good file, registers it and goes to the round", async () => {
    const { page, troubles, close } = await site.open("/nl/rounds/new");
    await choose(page, "klein.json", JSON.stringify(SMALL));
    await page.getByText("klein.json is te gebruiken").waitFor();
    const hash = hashRound(parseRound(SMALL));
    expect(await page.getByRole("main").innerText()).toContain(hash);
    await page.getByLabel("Verdeelregel").selectOption("Op volgorde van score");
    await page.getByLabel("Naam van de ronde").fill("Ronde uit een bestand");
    await page.getByRole("button", { name: "Leg de ronde vast" }).click();
    await page.getByRole("heading", { level: 1, name: "Ronde uit een bestand" }).waitFor();
    const id = new URL(page.url()).pathname.split("/").at(-1)!;
    expect(await read(site, `/rounds/${id}`)).toMatchObject({
      title: "Ronde uit een bestand",
      rule: "ranking",
      trial: true,
      state: "open",
      roundHash: hash,
    });
    expect(troubles).toEqual([]);
    await close();
  });

  it("takes a fund's budgets and limits with a CSV file of applications", async () => {
    const { call } = await read<{ call: { budgets: string[] } }>(site, "/funds/research");
    const [budget] = call.budgets;
    const { page, troubles, close } = await site.open("/nl/rounds/new?fund=research");
    await choose(
      page,
      "aanvragen.csv",
      `id,title,score,amount:${budget}\nA1,Eerste,80,1200.50\nA2,Tweede,70,300\n`,
    );
    await page.getByText("aanvragen.csv is te gebruiken").waitFor();
    await page.getByRole("button", { name: "Leg de ronde vast" }).click();
    await page.getByRole("navigation", { name: "Onderdelen van deze ronde" }).waitFor();
    const id = new URL(page.url()).pathname.split("/").at(-1)!;
    const round = await read<{ fundId: string; requested: number; budgets: { id: string }[] }>(
      site,
      `/rounds/${id}`,
    );
    expect(round).toMatchObject({ fundId: "research", requested: 150_050 });
    expect(round.budgets.map((each) => each.id)).toEqual([...call.budgets].sort());
    expect(troubles).toEqual([]);
    await close();
  });
});
