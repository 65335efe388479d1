/** The five rules on the pages, and why a decision is as it is: as a reader meets them. */
import { beforeAll, expect, it } from "vitest";
import { expectAccessible, expectNoAxe } from "./axe.js";
import { describeSite, plain, settled } from "./harness.js";
import { decideRound, read, SMALL, send } from "./round-helpers.js";

/** The small round in which every application says when it was received: the last one first. */
const RECEIVED = {
  ...SMALL,
  round: "ronde met ontvangst",
  applications: SMALL.applications.map((application, k) => ({
    ...application,
    received: `2027-03-${String(28 - k).padStart(2, "0")}T09:00:00+01:00`,
  })),
};

/** The same without a seed: the ledger draws the lot. */
const { tieBreak: _seed, ...WITHOUT_SEED } = { ...RECEIVED, round: "ronde met loting" };

const register = async (site: Parameters<typeof send>[0], rule: string, round: object) =>
  (await send<{ id: string }>(site, "/rounds", { rule, format: "json", text: JSON.stringify(round) })).id;

describeSite("the rules of a round", (site) => {
  it("draws a lottery by the ledger: committed before, open after", async () => {
    const id = await register(site, "lottery", WITHOUT_SEED);
    const { page, troubles, close } = await site.open(`/nl/rounds/${id}`);
    const main = page.getByRole("main");
    await main.getByRole("heading", { name: "De trekking" }).waitFor();
    expect(await main.innerText()).toContain("wordt openbaar bij het besluit");
    const { draw } = await read<{ draw: { commitment: string; entry: string } }>(site, `/rounds/${id}`);
    expect(await main.innerText()).toContain(draw.commitment);
    await page.getByRole("button", { name: "Besluit over deze ronde" }).click();
    await page.getByRole("link", { name: "Bekijk de uitkomst" }).click({ timeout: 30_000 });
    await page.getByRole("heading", { name: "De trekking" }).waitFor();
    await settled(page);
    const after = await read<{ draw: { secret: string; entry: string } }>(site, `/rounds/${id}`);
    const text = await main.innerText();
    expect(text).toContain(after.draw.secret);
    expect(text).toContain(after.draw.entry);
    expect(after.draw.entry).toBe(draw.entry);
    const table = page.getByRole("table", { name: "Punten van de toegekende aanvragen per regel" });
    expect(await table.getByRole("row").count()).toBe(6);
    expect(await table.getByRole("row").filter({ hasText: "aangekondigd" }).innerText()).toContain(
      "Door loting",
    );
    expect(troubles).toEqual([]);
    await close();
  });

  it("decides in order of receipt, which the table can be ordered by", async () => {
    const id = await register(site, "first-come", RECEIVED);
    await decideRound(site, id);
    const { page, troubles, close } = await site.open(`/nl/rounds/${id}?section=applications`);
    const first = () => page.locator("tbody tr").first();
    await page.getByRole("link", { name: "Binnengekomen" }).click();
    await expect.poll(() => first().innerText()).toContain("A24");
    expect(plain(await first().innerText())).toContain("5 maart 2027");
    await page.getByRole("link", { name: "Binnengekomen" }).click();
    await expect.poll(() => first().innerText()).toContain("A01");
    expect(troubles).toEqual([]);
    await close();
  });

  it("divides pro rata, with the part of each", async () => {
    const id = await register(site, "pro-rata", { ...SMALL, constraints: [] });
    await decideRound(site, id);
    const { page, troubles, close } = await site.open(
      `/nl/rounds/${id}?section=applications&application=A02`,
    );
    await page.getByRole("columnheader", { name: "Deel" }).waitFor();
    const { part } = await read<{ part: string }>(site, `/rounds/${id}/applications/A02`);
    const percent = new Intl.NumberFormat("nl-NL", { style: "percent", maximumFractionDigits: 2 }).format(
      Math.floor(Number(part) * 10_000) / 10_000,
    );
    expect(await page.locator(".application-detail").innerText()).toContain(`${percent} van wat is gevraagd`);
    await page.getByRole("link", { name: "Uitkomst" }).first().click();
    await page.getByText("Bij evenredig verdelen krijgt elke aanvraag een deel").waitFor();
    expect(troubles).toEqual([]);
    await close();
  });

  it("offers for a new round only what the file allows, and says why", async () => {
    const { page, troubles, close } = await site.open("/nl/rounds/new");
    const choose = (round: object) =>
      page.getByLabel("Bestand met een ronde").setInputFiles({
        name: "ronde.json",
        mimeType: "application/json",
        buffer: Buffer.from(JSON.stringify(round)),
      });
    const option = () => page.locator("option[value=first-come]");
    await choose(SMALL);
    await page.getByText("niet van elke aanvraag staat vast wanneer zij binnenkwam").waitFor();
    expect(await option().isDisabled()).toBe(true);
    await choose(RECEIVED);
    await expect.poll(() => option().isDisabled()).toBe(false);
    await page.getByLabel("Verdeelregel").selectOption("lottery");
    await page.getByText("dan trekt het logboek het lot").waitFor();
    expect(troubles).toEqual([]);
    await close();
  });
});

describeSite("why a decision is as it is", (site) => {
  let id = "";
  beforeAll(async () => {
    id = await register(site, "optimal", RECEIVED);
  });

  it("fills in by itself after the decision, and is accessible", async () => {
    const { page, troubles, close } = await site.open(`/nl/rounds/${id}`);
    await page.getByRole("button", { name: "Besluit over deze ronde" }).click();
    await page.getByRole("link", { name: "Bekijk de uitkomst" }).click({ timeout: 30_000 });
    await page.getByRole("heading", { name: "Wat het besluit bepaalde" }).waitFor();
    await page.getByRole("heading", { name: "Wat elke grens kost" }).waitFor({ timeout: 30_000 });
    await settled(page);
    const summary = await read<{
      standing: { all: number };
      inversions: { text: { nl: string } };
      prices: { limits: { text: { nl: string } }[] };
      evenness: { tag: string; text: { nl: string } }[];
    }>(site, `/rounds/${id}/explanation-summary`);
    const text = plain(await page.getByRole("main").innerText());
    expect(text).toContain(plain(summary.inversions.text.nl));
    expect(text).toContain(plain(summary.evenness[0]!.text.nl));
    for (const { text: limit } of summary.prices.limits) expect(text).toContain(plain(limit.nl).slice(1));
    expect(text).toMatch(/Als meer keuzes evenveel punten hebben, beslist het vooraf aangekondigde lot/);
    await expectAccessible(page);
    expect(troubles).toEqual([]);
    await close();
  });

  it("says for one application what stood in its way, and exactly what it needed on request", async () => {
    const { items } = await read<{ items: { id: string }[] }>(
      site,
      `/rounds/${id}/applications?outcome=unfunded`,
    );
    const { page, troubles, close } = await site.open(
      `/nl/rounds/${id}?section=applications&application=${items[0]!.id}`,
    );
    const why = page.locator(".application-why");
    await why.getByText("Wat in de weg stond").waitFor();
    expect(await why.getByText("Nodig bedrag", { exact: true }).count()).toBe(0);
    await why.getByRole("button", { name: "Reken score en bedrag precies uit" }).press("Enter");
    await why.getByText("Uitgerekend in uw browser").waitFor({ timeout: 30_000 });
    // The exact answer has the place of the sentence of the decision.
    expect(await page.locator(".round-statement").count()).toBe(0);
    expect(await page.locator(":focus").innerText()).toBe("Waarom, en wat had geholpen");
    const own = `/rounds/${id}/applications/${items[0]!.id}`;
    const job = await send<{ id: string }>(site, `${own}/explanation`, {});
    await expect
      .poll(async () => (await read<{ state: string }>(site, `/jobs/${job.id}`)).state)
      .toBe("done");
    // The browser says what the server says.
    const known = await read<{ points: { nl: string }; cost: { nl: string } | null }>(
      site,
      `${own}/explanation-summary`,
    );
    const text = plain(await why.innerText());
    expect(text).toContain(plain(known.points.nl));
    if (known.cost !== null) expect(text).toContain(plain(known.cost.nl));
    await expectNoAxe(page);
    expect(troubles).toEqual([]);
    await close();
  });

  it("works out a what-if under every other rule", async () => {
    const summary = await read<{ comparisons: { rule: string; objective: number }[] }>(
      site,
      `/rounds/${id}/decision-summary`,
    );
    const { page, troubles, close } = await site.open(`/nl/rounds/${id}?section=what-if`);
    expect(summary.comparisons.length).toBe(4);
    for (const { rule, objective } of summary.comparisons) {
      await page.getByLabel("Regel", { exact: true }).selectOption(rule);
      await page.getByRole("button", { name: "Reken opnieuw" }).click();
      await expect
        .poll(() => page.locator(".what-if-result tbody tr").first().innerText(), { timeout: 20_000 })
        .toContain(new Intl.NumberFormat("nl-NL").format(objective));
    }
    expect(troubles).toEqual([]);
    await close();
  });
});
