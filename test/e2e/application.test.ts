/** An application in the browser: written, left and found again, submitted, read by the fund. */
import { expect, it } from "vitest";
import { applyOver, begin, fillIn, goTo, kept, openCall } from "./application-helpers.js";
import { expectAccessible } from "./axe.js";
import { describeSite, plain } from "./harness.js";
import { walk } from "./keyboard.js";

/** Filling in a whole application takes a minute on a small machine that is busy with other tests. */
const PATIENCE = 240_000;

describeSite("an application", (site) => {
  const call = "test-call";
  let opening: Promise<void> | undefined;
  /** A page of the site, once there is a call to apply to. */
  const open: typeof site.open = async (path, options) => {
    opening ??= openCall(site, call);
    await opening;
    return site.open(path, options);
  };

  it(
    "is written, checked and submitted, with everything kept on the way",
    async () => {
      const { page, troubles, close } = await open(`/nl/my?call=${call}`, { as: "applicant" });
      const id = await begin(page);
      await fillIn(page);
      expect(plain(await page.locator("[data-grant]").innerText())).toBe("€ 1.000");
      // Too expensive: the condition says so at once, and the arithmetic follows.
      await goTo(page, "Kosten");
      await page.locator("#question-costs-0-cents").fill("600.000,50");
      await page.locator('[data-rule="small-project"][data-state="refused"]').waitFor();
      expect(await page.locator('[data-rule="small-project"]').innerText()).toContain(
        "ten hoogste € 500.000",
      );
      expect(plain(await page.locator("[data-grant]").innerText())).toBe("€ 300.000");
      await page.locator("#question-costs-0-cents").fill("1000");
      await page.locator('[data-met="1"]').waitFor();
      await kept(page);
      // Left and found again.
      await page.goto(`${site.url}/nl/applications/${id}?step=questions`);
      expect(await page.getByLabel("Wat is er nieuw aan uw plan?").inputValue()).toBe(
        "De robot leert van elke las.",
      );
      await page.locator('input[type="file"]').setInputFiles({
        name: "plan.csv",
        mimeType: "text/csv",
        buffer: Buffer.from("stap;wat\n1;bouwen"),
      });
      await page.getByText("plan.csv").first().waitFor();
      await kept(page);
      await goTo(page, "Controleren en indienen");
      await page.locator('[data-complete="true"]').waitFor();
      await page.getByLabel(/Ik heb alles gecontroleerd/).check();
      await page.getByRole("button", { name: "Dien in" }).click();
      await page
        .getByText(/TEST-CALL-\d{4}/)
        .first()
        .waitFor();
      const receipt = page.getByRole("link", { name: "Ontvangstbevestiging (PDF)" });
      const pdf = await page.request.get(site.url + (await receipt.getAttribute("href")));
      expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
      await expectAccessible(page);
      expect(troubles).toEqual([]);
      await close();
    },
    PATIENCE,
  );

  it(
    "tells every step to a screen reader, on a phone too",
    async () => {
      const { page, troubles, close } = await open(`/nl/my?call=${call}`, { as: "school" });
      await expectAccessible(page);
      await begin(page);
      const steps = [
        "Project",
        "Werkpakketten",
        "Partners",
        "Kosten",
        "Vragen",
        "Grootte en steun",
        "Subsidie",
        "Controleren en indienen",
      ];
      await goTo(page, "Werkpakketten");
      await page.getByRole("button", { name: "Werkpakket toevoegen" }).click();
      await goTo(page, "Partners");
      await page.getByRole("button", { name: "Partner toevoegen" }).click();
      for (const step of steps) {
        await goTo(page, step);
        await expectAccessible(page);
      }
      expect(troubles).toEqual([]);
      await close();
    },
    PATIENCE,
  );

  it(
    "survives a crash of the browser while there is no contact",
    async () => {
      const { page, close } = await open(`/nl/my?call=${call}`, { as: "colleague" });
      const id = await begin(page);
      await kept(page);
      await page.route(`**/api/v1/applications/${id}`, (route) =>
        route.request().method() === "PATCH" ? route.abort() : route.continue(),
      );
      await page.getByLabel("Titel van het project").fill("Niet verloren");
      await page.locator('[data-save="away"]').waitFor();
      // A new page of the same browser, as after a crash: nothing was sent, and it is still there.
      const again = await page.context().newPage();
      await page.close();
      await again.goto(`${site.url}/nl/applications/${id}`);
      await again.getByText("Er is werk gevonden dat nog niet was bewaard").waitFor();
      expect(await again.getByLabel("Titel van het project").inputValue()).toBe("");
      await again.getByRole("button", { name: "Zet terug" }).click();
      await kept(again);
      expect(await again.getByLabel("Titel van het project").inputValue()).toBe("Niet verloren");
      await close();
    },
    PATIENCE,
  );

  it(
    "puts the work of two tabs together, and asks where both changed the same",
    async () => {
      const { page, close } = await open(`/nl/my?call=${call}`, { as: "applicant" });
      const id = await begin(page);
      const other = await page.context().newPage();
      await other.goto(`${site.url}/nl/applications/${id}`);
      await other.getByLabel("Titel van het project").fill("Van het andere tabblad");
      await kept(other);
      await other.getByText(/Bewaard om/).waitFor();
      await page.getByLabel("Samenvatting").fill("Van dit tabblad");
      await page.getByText("Dat is hier verwerkt.").first().waitFor();
      await page.getByText(/Bewaard om/).waitFor();
      expect(await page.getByLabel("Titel van het project").inputValue()).toBe("Van het andere tabblad");
      await other.getByLabel("Samenvatting").fill("Toch anders");
      await other.getByText("Twee versies van hetzelfde onderdeel: samenvatting").waitFor();
      await other.getByRole("button", { name: "Houd mijn versie van: samenvatting" }).click();
      await other.getByText(/Bewaard om/).waitFor();
      await page.reload();
      await page.getByLabel("Samenvatting").waitFor();
      expect(await page.getByLabel("Samenvatting").inputValue()).toBe("Toch anders");
      await close();
    },
    PATIENCE,
  );

  it(
    "is confirmed by a partner that got the link, and asked again when its part changes",
    async () => {
      const { page, close } = await open(`/nl/my?call=${call}`, { as: "applicant" });
      await begin(page);
      await goTo(page, "Partners");
      await page.getByRole("button", { name: "Partner toevoegen" }).click();
      await page.getByLabel("Naam van de organisatie").fill("Voorbeeldpartner");
      await page.getByLabel("Wat doet deze partner?").fill("Maakt de sensoren.");
      await kept(page);
      await page.getByRole("button", { name: /Maak uitnodigingslink/ }).click();
      const link = await page.getByLabel("Uitnodigingslink", { exact: true }).inputValue();
      const partner = await open(link.slice(site.url.length), { as: "partner" });
      await expectAccessible(partner.page);
      await partner.page.getByRole("button", { name: "Bekijk mijn deel" }).click();
      await partner.page.getByText("Maakt de sensoren.").waitFor();
      await expectAccessible(partner.page);
      await partner.page.getByRole("button", { name: "Bevestig mijn deel" }).click();
      await partner.page.getByText("U hebt uw deel bevestigd").waitFor();
      expect(partner.troubles).toEqual([]);
      await page.reload();
      await page.getByText("Bevestigd", { exact: true }).waitFor();
      await page.getByLabel("Wat doet deze partner?").fill("Maakt ook de besturing.");
      await page.getByText(/Bewaard om/).waitFor();
      await partner.page.reload();
      await partner.page.getByRole("button", { name: "Bevestig mijn deel" }).waitFor();
      await partner.close();
      await close();
    },
    PATIENCE,
  );

  it(
    "asks to name nobody in texts that a blind reviewer reads",
    async () => {
      await openCall(site, "blind-call", { blind: true });
      const { page, close } = await open("/nl/my?call=blind-call", { as: "applicant" });
      await begin(page);
      const asked = page.getByText("Noem daarom in titels en teksten geen mensen en geen organisaties.");
      await goTo(page, "Werkpakketten");
      expect(await asked.count()).toBe(1);
      await goTo(page, "Kosten");
      expect(await asked.count()).toBe(0);
      await page.goto(`${site.url}/nl/my?call=${call}`);
      await begin(page);
      expect(await asked.count()).toBe(0);
      await close();
    },
    PATIENCE,
  );

  it(
    "can be written with the keyboard alone",
    async () => {
      const { page, close } = await open(`/nl/my?call=${call}`, { as: "applicant" });
      await begin(page);
      await goTo(page, "Werkpakketten");
      await page.getByRole("button", { name: "Werkpakket toevoegen" }).click();
      await page.getByText(/Bewaard om/).waitFor();
      await page.reload();
      await page.getByLabel("Soort werk").waitFor();
      const stops = (await walk(page)).map(({ name }) => name);
      expect(stops.some((name) => name.startsWith("button Werkpakket toevoegen"))).toBe(true);
      await close();
    },
    PATIENCE,
  );

  it(
    "is listed, searched and treated by the fund",
    async () => {
      const { page, troubles, close } = await open(`/nl/calls/${call}/applications`, { as: "fund-manager" });
      await applyOver(site, call, "Voor het fonds");
      await page.reload();
      await page.getByLabel("Zoeken").fill("bestaat niet");
      await page.getByRole("button", { name: "Toon" }).click();
      await page.locator('[data-total="0"]').waitFor();
      await page.getByLabel("Zoeken").fill("VOOR het fonds");
      await page.getByRole("button", { name: "Toon" }).click();
      await page.locator('[data-total="1"]').waitFor();
      await expectAccessible(page);
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.getByRole("link", { name: "Voor het fonds" }).click();
      await page.getByRole("heading", { level: 2, name: "Te bekijken" }).waitFor();
      await page.getByLabel("Wat moet worden aangevuld?").fill("Het projectplan.");
      const due = new Date(Date.now() + 9 * 86_400_000)
        .toISOString()
        .slice(0, 10)
        .split("-")
        .reverse()
        .join("-");
      await page.getByLabel("Uiterlijk op").fill(due);
      await page.getByRole("button", { name: "Vraag aanvulling" }).click();
      await page.getByText("Terug bij aanvrager").first().waitFor();
      await expectAccessible(page);
      expect(troubles).toEqual([]);
      await close();
    },
    PATIENCE,
  );
});
