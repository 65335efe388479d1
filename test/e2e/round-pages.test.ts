/** What holds for every state of the round pages: accessible, quiet, complete with a keyboard, fit for a phone. */
import { beforeAll, expect, it } from "vitest";
import { expectAccessible, expectNoAxe } from "./axe.js";
import { describeSite, expectNoSidewaysScroll, settled } from "./harness.js";
import { walk } from "./keyboard.js";
import { decideRound, exampleRound, INFEASIBLE, registerRound, SMALL } from "./round-helpers.js";

/** Every state, with the round it is shown on. */
const STATES = [
  ["open", ""],
  ["open", "?section=outcome"],
  ["open", "?section=map"],
  ["open", "?section=applications&application=A01"],
  ["open", "?section=what-if"],
  ["open", "?section=verify"],
  ["decided", ""],
  ["decided", "?section=outcome"],
  ["decided", "?section=map&province=NL-DR"],
  ["decided", "?section=applications&application=A09"],
  ["decided", '?section=what-if&changes={"budget/2027":"5000000"}'],
  ["decided", "?section=verify"],
  ["infeasible", ""],
  ["infeasible", "?section=outcome"],
  ["example", ""],
  ["example", "?section=applications"],
] as const;

describeSite("every state of a round", (site) => {
  const ids = { open: "", decided: "", infeasible: "", example: "" };
  beforeAll(async () => {
    ids.open = await registerRound(site, { ...SMALL, round: "open ronde" });
    ids.decided = await registerRound(site, SMALL);
    ids.infeasible = await registerRound(site, INFEASIBLE);
    ids.example = await exampleRound(site, 120, 8);
    for (const id of [ids.decided, ids.infeasible, ids.example]) await decideRound(site, id);
  });

  it.each(STATES)("%s %s is accessible, light and dark, on a desk and on a phone", async (round, search) => {
    const { page, troubles, close } = await site.open(`/nl/rounds/${ids[round]}${search}`);
    if (search.includes("changes")) await page.locator(".what-if-result").waitFor({ timeout: 30_000 });
    if (search === "?section=verify" && round === "decided") {
      await page.getByRole("button", { name: "Controleer in deze browser" }).click();
      await page.getByText("Dit besluit klopt", { exact: true }).first().waitFor();
    }
    await expectAccessible(page);
    expect(troubles).toEqual([]);
    await close();
  });

  it.each([
    "",
    "?section=outcome",
    "?section=map",
    "?section=applications",
    "?section=what-if",
    "?section=verify",
  ])("%s works with a keyboard alone", async (search) => {
    const { page, close } = await site.open(`/nl/rounds/${ids.decided}${search}`);
    await walk(page);
    await close();
  });

  it("speaks English as well, on the same view", async () => {
    const { page, troubles, close } = await site.open(`/nl/rounds/${ids.decided}?section=outcome`);
    await page.getByRole("link", { name: "Read this page in English" }).click();
    await page.getByRole("heading", { name: "What has been proven" }).waitFor();
    await settled(page);
    await expectNoAxe(page);
    const text = await page.getByRole("main").innerText();
    expect(text).not.toMatch(/\b(aanvragen|toegekend|hoogstens|grenzen|gevraagd|besluit)\b/i);
    expect(troubles).toEqual([]);
    await close();
  });

  it("has a new-round page that is accessible, with errors and with a preview", async () => {
    const { page, troubles, close } = await site.open("/nl/rounds/new?fund=research");
    const choose = (text: string) =>
      page.getByLabel("Bestand met een ronde").setInputFiles({
        name: "ronde.json",
        mimeType: "application/json",
        buffer: Buffer.from(text),
      });
    const check = async () => {
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 800 });
        await expectNoAxe(page);
        await expectNoSidewaysScroll(page);
      }
    };
    await check();
    await choose('{"round": 5}');
    await page.getByRole("table", { name: "Fouten in het bestand" }).waitFor();
    await check();
    await choose(JSON.stringify(SMALL));
    await page.getByRole("button", { name: "Leg de ronde vast" }).waitFor();
    await check();
    await walk(page);
    expect(troubles).toEqual([]);
    await close();
  });
});
