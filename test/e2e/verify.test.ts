/** The ledger and the verify page: right documents are accepted, changed ones are refused with the place. */
import { beforeAll, expect, it } from "vitest";
import { expectNoAxe } from "./axe.js";
import { describeSite, expectNoSidewaysScroll, type Site } from "./harness.js";
import { decideRound, exampleRound } from "./round-helpers.js";

interface LedgerExport {
  entries: { seq: number; kind: string; subject: string; body: Record<string, unknown> }[];
}

async function ledger(site: Site): Promise<LedgerExport> {
  return (await fetch(`${site.url}/api/v1/ledger/export`)).json() as Promise<LedgerExport>;
}

describeSite("ledger and verify", (site) => {
  let document = "";

  beforeAll(async () => {
    const roundId = await exampleRound(site, 60, 11);
    await decideRound(site, roundId);
    document = await (await fetch(`${site.url}/api/v1/rounds/${roundId}/decision`)).text();
  }, 120_000);

  it("shows the chain and checks all of it in the browser", async () => {
    const { page, troubles, close } = await site.open("/nl/ledger");
    const { entries } = await ledger(site);
    expect(entries[0]?.kind).toBe("ledger.opened");
    expect(await page.getByText("sluit aan op regel").count()).toBeGreaterThan(0);
    expect(await page.getByText("sluit niet aan").count()).toBe(0);
    await page.getByRole("button", { name: "Controleer het logboek" }).click();
    await page.getByText("Dit logboek klopt", { exact: true }).first().waitFor();
    expect(await page.locator("[data-announcer]").innerText()).toBe("Dit logboek klopt");
    expect(troubles).toEqual([]);
    await close();
  });

  it("accepts a ledger file and refuses one with a changed entry", async () => {
    const { page, close } = await site.open("/nl/verify");
    const whole = await ledger(site);
    const choose = (name: string, content: unknown) =>
      page.getByLabel("Besluit of logboek").setInputFiles({
        name,
        mimeType: "application/json",
        buffer: Buffer.from(JSON.stringify(content)),
      });
    await choose("ledger.json", whole);
    await page.getByText("Dit logboek klopt", { exact: true }).first().waitFor();
    const changed = structuredClone(whole);
    changed.entries[1]!.subject = "iets anders";
    await choose("changed.json", changed);
    await page.getByText("Dit logboek klopt niet", { exact: true }).first().waitFor();
    expect(await page.getByRole("main").innerText()).toMatch(/\/entries\/1/);
    await close();
  });

  it("accepts a decision that is dropped on it, says its level, and refuses a changed one", async () => {
    const { page, troubles, close } = await site.open("/nl/verify");
    const requests: string[] = [];
    page.on("request", (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
    const transfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "decision.json", { type: "application/json" }));
      return data;
    }, document);
    await page.locator(".file-drop").dispatchEvent("drop", { dataTransfer: transfer });
    await page.getByText("Dit besluit klopt", { exact: true }).first().waitFor();
    const { proof } = JSON.parse(document) as { proof: { level: string } };
    expect(await page.getByRole("main").innerText()).toContain(`Niveau ${proof.level}.`);
    const decided = JSON.parse(document) as { outcome: { objective: number } };
    decided.outcome.objective += 1;
    await page.getByLabel("Besluit of logboek").setInputFiles({
      name: "changed.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(decided)),
    });
    await page.getByText("Dit besluit klopt niet", { exact: true }).first().waitFor();
    await page.setViewportSize({ width: 320, height: 800 });
    await expectNoSidewaysScroll(page);
    await expectNoAxe(page);
    expect(troubles).toEqual([]);
    // Nothing left the browser: only the worker's own script was fetched.
    expect(requests.filter((request) => !/^GET \/assets\//.test(request))).toEqual([]);
    await close();
  });

  it("says where a file is no JSON, and that other JSON is no decision", async () => {
    const { page, close } = await site.open("/en/verify");
    const choose = (text: string) =>
      page.getByLabel("Decision or ledger").setInputFiles({
        name: "file.json",
        mimeType: "application/json",
        buffer: Buffer.from(text),
      });
    await choose('{"a": 1,\n "a": 2}');
    await page.getByText("This file cannot be read", { exact: true }).first().waitFor();
    expect(await page.getByRole("main").innerText()).toContain("Line 2, column 2");
    await choose('{"format": "something-else/1"}');
    await page.getByText("This is neither a decision nor a ledger", { exact: true }).first().waitFor();
    await close();
  });
});
