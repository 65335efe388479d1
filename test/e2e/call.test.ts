/** A call is made in the pages, checked while it is written, tried out, published, amended and checked by anyone. */
import type { CallView } from "@voorsprong/server/contract";
import { expect, it } from "vitest";
import { expectAccessible } from "./axe.js";
import { describeSite, plain, settled } from "./harness.js";
import { walk } from "./keyboard.js";

/** Some forty fields, looked at in four ways on a busy machine, in milliseconds. */
const LONG = 240_000;

describeSite("calls", (site) => {
  /** A trial call under this id, open or still a draft. */
  async function made(id: string, open: boolean): Promise<void> {
    const manager = await site.as("fund-manager");
    const from = { call: "research-2027" };
    const call = await manager.send<CallView>("POST", "/calls", {
      id,
      fundId: "research",
      from,
      trial: true,
    });
    if (open) await manager.send("POST", `/calls/${id}/opening`, { revision: call.revision });
  }

  it(
    "a fund manager makes a call with a keyboard, is told what is wrong where it is, and publishes it",
    async () => {
      const { page, troubles, close } = await site.open("/nl/calls", { as: "fund-manager" });
      await page.getByRole("link", { name: "Nieuwe openstelling" }).click();
      await page.getByLabel("Kenmerk").fill("Mijn Call");
      await page.getByRole("button", { name: "Maak het concept" }).click();
      await page.getByText("Gebruik kleine letters, cijfers en streepjes, bijvoorbeeld").waitFor();
      await page.getByLabel("Kenmerk").fill("proef-pagina");
      await page.getByLabel("Dit is een proef").check();
      await page.getByRole("button", { name: "Maak het concept" }).click();
      await page.getByRole("heading", { level: 1, name: /Openstelling maken/ }).waitFor();

      const name = page.getByRole("group", { name: "Naam van de openstelling" });
      await name.getByLabel("Nederlands").fill("Proef met sensoren");
      await name.getByLabel("Engels").fill("Trial with sensors");
      await page.getByText("Uw werk is opgeslagen.").waitFor();

      // The form: a section more, moved to the front with the keyboard; focus follows what was moved.
      await page.getByRole("button", { name: "Formulier", exact: true }).click();
      await page.getByRole("button", { name: "Onderdeel toevoegen" }).focus();
      await page.keyboard.press("Enter");
      const sections = page.getByRole("list", { name: "Onderdelen van het formulier" });
      const section = sections.locator("> li").nth(1);
      await expectFocus(() => section.evaluate((entry) => entry === document.activeElement));
      const titles = section.getByRole("group", { name: "Titel van het onderdeel" });
      await titles.getByLabel("Nederlands").fill("Sensoren");
      await titles.getByLabel("Engels").fill("Sensors");
      await page.getByRole("button", { name: "Zet “Sensoren” hoger" }).focus();
      await page.keyboard.press("Enter");
      await expectFocus(async () =>
        /Zet “Sensoren” lager/.test(
          (await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))) ?? "",
        ),
      );
      expect(await sections.getByRole("heading", { level: 3 }).allInnerTexts()).toEqual([
        "Sensoren",
        "Uw project",
      ]);
      const sensors = page.getByRole("listitem", { name: "Sensoren" });
      await sensors.getByRole("button", { name: "Vraag toevoegen" }).click();
      const words = sensors.getByRole("group", { name: "Vraag", exact: true });
      await words.getByLabel("Nederlands").fill("Hoeveel sensoren?");
      await words.getByLabel("Engels").fill("How many sensors?");
      await sensors.getByLabel("Soort antwoord").selectOption("number");
      await sensors.getByLabel("Naam in voorwaarden").fill("sensors");

      // A condition with a mistake: told in words, and the place is marked.
      await page.getByRole("button", { name: "Voorwaarden", exact: true }).click();
      await page.getByRole("button", { name: "Voorwaarde toevoegen" }).click();
      const rules = page.getByRole("list", { name: "Voorwaarden" }).locator("> li");
      const rule = rules.nth(1);
      await rule.getByLabel("Voldoet als").fill("answers.sensor >= 10");
      await rule.getByText("“sensor” bestaat hier niet").waitFor();
      expect(await rule.locator("mark").innerText()).toBe("sensor");
      await rule.getByLabel("Voldoet als").fill("answers.sensors >= 10");
      await rule.getByText("Deze voorwaarde kijkt naar “Hoeveel sensoren?”").waitFor();
      const reason = rule.getByRole("group", { name: "Reden als een aanvraag niet voldoet" });
      await reason.getByLabel("Nederlands").fill("Er zijn te weinig sensoren.");
      await reason.getByLabel("Engels").fill("There are too few sensors.");

      // Weights that are not 100% are told at once, also in the list of parts.
      await page.getByRole("button", { name: "Criteria en beoordeling", exact: true }).click();
      await page.getByLabel("Gewicht (%)").fill("90");
      await page.getByText("De gewichten zijn samen 90%.").first().waitFor();
      await page.getByRole("button", { name: /Criteria en beoordeling 1 punt/ }).waitFor();
      await page.getByLabel("Gewicht (%)").fill("100");
      await page.getByText("De gewichten zijn samen 100%.").waitFor();

      // Tried out on example values.
      await page.getByRole("button", { name: "Uitproberen", exact: true }).click();
      await page.getByLabel("Hoeveel sensoren?").fill("4");
      await page.getByText("Er zijn te weinig sensoren.").waitFor();
      await page.getByLabel("Hoeveel sensoren?").fill("12");
      await page.getByText("Er zijn te weinig sensoren.").waitFor({ state: "detached" });
      await page.getByRole("button", { name: "Controleer alsof u indient" }).click();
      const summary = page.getByRole("region", { name: "Er is 1 punt dat aandacht vraagt" });
      await summary.getByRole("link", { name: "Wat gaat u doen?" }).click();
      await expectFocus(() => page.evaluate(() => document.activeElement?.id === "question-plan"));

      await page.getByRole("button", { name: "Controleren en publiceren", exact: true }).click();
      await page.getByText("Er zijn geen fouten gevonden.").waitFor();
      await page.getByRole("button", { name: "Publiceer deze openstelling" }).click();
      await page.getByRole("heading", { level: 1, name: "Proef met sensoren", exact: true }).waitFor();
      await settled(page);
      expect(await page.getByText("Er zijn te weinig sensoren.").count()).toBe(1);
      expect(plain(await page.locator(".call__countdown").innerText())).toMatch(/^Nog 59 dagen open, tot /);
      expect(troubles).toEqual([]);
      await close();
    },
    LONG,
  );

  /** Waits until focus is where it should be: it moves after the page was drawn again. */
  async function expectFocus(isThere: () => Promise<boolean>): Promise<void> {
    await expect.poll(isThere, { timeout: 5_000 }).toBe(true);
  }

  it("an amendment shows what changes and asks why; anyone can check every version", async () => {
    await made("proef-wijziging", true);
    const { page, close } = await site.open("/nl/calls/proef-wijziging/edit?part=general", {
      as: "fund-manager",
    });
    const closes = page.getByRole("group", { name: "Sluit", exact: true });
    await closes.getByLabel("Dag").fill("31-12-2030");
    await closes.getByLabel("Tijd").fill("9:30");
    await page.getByRole("button", { name: "Controleren en publiceren", exact: true }).click();
    await page.getByText(/^sluiting: was .* wordt 31 december 2030, 09:30/).waitFor();
    const publish = page.getByRole("button", { name: "Publiceer deze wijziging" });
    expect(await publish.getAttribute("aria-disabled")).toBe("true");
    const reason = page.getByRole("group", { name: "Reden van de wijziging" });
    await reason.getByLabel("Nederlands").fill("Er was meer tijd nodig.");
    await reason.getByLabel("Engels").fill("More time was needed.");
    await publish.click();
    await page.getByRole("heading", { level: 1, name: "Onderzoek 2027–2028", exact: true }).waitFor();
    await close();

    const visitor = await site.open("/nl/calls/proef-wijziging");
    await visitor.page.getByText("Er was meer tijd nodig.").waitFor();
    await visitor.page.getByRole("button", { name: "Controleer de vingerafdrukken" }).click();
    for (const version of [1, 2])
      await visitor.page
        .getByText(`Versie ${version}: de tekst geeft dezelfde vingerafdruk als het logboek.`)
        .waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });

  it("a visitor sees no draft and no way to make one", async () => {
    await made("proef-verborgen", false);
    const { page, close } = await site.open("/nl/calls");
    expect(await page.getByText("Concepten").count()).toBe(0);
    expect(await page.getByRole("link", { name: "Nieuwe openstelling" }).count()).toBe(0);
    await close();
    const hidden = await site.open("/nl/calls/proef-verborgen");
    expect(await hidden.page.getByRole("heading", { level: 1 }).innerText()).toBe("Deze pagina bestaat niet");
    await hidden.close();
  });

  it.each(["general", "form", "conditions", "criteria", "division", "grant", "try", "publish"])(
    "the part %s is accessible, light and dark, on a desk and on a phone, and with a keyboard alone",
    async (part) => {
      const id = `proef-${part}`;
      await made(id, false);
      const { page, troubles, close } = await site.open(`/nl/calls/${id}/edit?part=${part}`, {
        as: "fund-manager",
      });
      await settled(page);
      await walk(page);
      if (part === "form") await page.getByRole("button", { name: /^Bewerk “Apparatuur/ }).click();
      await expectAccessible(page);
      expect(troubles).toEqual([]);
      await close();
    },
    LONG,
  );
});
