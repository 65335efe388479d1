/**
 * The whole life of a subsidy in the browser, months in minutes: a call is made and opened; three applicants, one of
 * them a consortium; two reviewers, one of them conflicted; a decision by two people; an objection that succeeds; an
 * advance; a settlement with recovery; and what the public sees of it.
 */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { begin, goTo, kept } from "./application-helpers.js";
import { describeSite, type OpenPage, plain, settled } from "./harness.js";
import type { ExamplePerson } from "./people.js";

const callId = "levensloop";

describeSite("the life of a subsidy", (site) => {
  /** Opens a page as somebody, does something there, and sees that nothing went wrong. */
  async function as<T>(
    person: ExamplePerson | null,
    path: string,
    work: (page: Page) => Promise<T>,
  ): Promise<T> {
    const opened: OpenPage = await site.open(path, person === null ? {} : { as: person });
    const result = await work(opened.page);
    await settled(opened.page);
    expect(opened.troubles).toEqual([]);
    await opened.close();
    return result;
  }
  const applications: Record<string, string> = {};
  const text = async (page: Page) => plain(await page.locator("main").innerText());

  it("begins with a call that the fund manager makes and opens", async () => {
    site.moveTo("2026-11-25T09:00:00Z");
    await as("fund-manager", "/nl/calls/new", async (page) => {
      await page.getByLabel("Kenmerk").fill(callId);
      await page.getByLabel("Dit is een proef").check();
      await page.getByRole("button", { name: "Maak het concept" }).click();
      await page.getByRole("heading", { level: 1, name: /Openstelling maken/ }).waitFor();
      const name = page.getByRole("group", { name: "Naam van de openstelling" });
      await name.getByLabel("Nederlands").fill("Levensloop");
      await name.getByLabel("Engels").fill("Life");
      await page.getByRole("button", { name: "Criteria en beoordeling" }).click();
      await page.getByLabel("Drempel voor het totaal (%)").fill("60");
      await page.getByLabel("Beoordelaars per aanvraag").fill("1");
      await page.getByRole("button", { name: "Steun en betaling" }).click();
      await page.getByRole("button", { name: "Voorschot toevoegen" }).click();
      await page.getByLabel("Deel van de subsidie (%)").fill("80");
      await page.getByLabel("Maanden daarna").fill("0");
      await page.getByRole("button", { name: "Controleren en publiceren" }).click();
      await page.getByText("Er zijn geen fouten gevonden.").waitFor();
      await page.getByRole("button", { name: "Publiceer deze openstelling" }).click();
      await page.getByRole("heading", { level: 1, name: "Levensloop" }).waitFor();
    });
  });

  /** Writes an application of EUR 200,000 that asks EUR 140,000, and gives its id; it is not submitted yet. */
  async function write(page: Page, title: string): Promise<string> {
    const id = await begin(page);
    await page.getByLabel("Titel van het project").fill(title);
    await page.getByLabel("Samenvatting").fill(`${title}: een voorbeeld.`);
    await page.getByLabel("Thema").selectOption({ index: 1 });
    await page.getByLabel("Regio waar").selectOption({ index: 1 });
    await page.getByLabel("Eerste dag").fill("01-06-2027");
    await page.getByLabel("Laatste dag").fill("31-05-2028");
    await page.getByLabel("Grootte van de organisatie").selectOption("small");
    await page.getByLabel("Naam", { exact: true }).fill("Voorbeeld contactpersoon");
    await page.getByLabel("E-mailadres").fill("contact@example.org");
    await goTo(page, "Werkpakketten");
    await page.getByRole("button", { name: "Werkpakket toevoegen" }).click();
    await page.getByLabel("Titel").fill("Bouwen en meten");
    await page.getByLabel("Soort werk").selectOption("de-minimis");
    await page.getByLabel("Waarom is dit zulk werk?").fill("Het bedrag blijft onder het plafond.");
    await goTo(page, "Kosten");
    await page.getByRole("button", { name: /toevoegen/ }).click();
    await page.locator("#question-costs-0-cents").fill("200000");
    await goTo(page, "Vragen");
    await page
      .getByLabel("Wat gaat u doen?")
      .fill(
        "Wij bouwen een proefopstelling, meten een jaar lang wat zij doet en delen de uitkomsten met anderen.",
      );
    await goTo(page, "Subsidie");
    await page
      .getByLabel(/Gevraagd uit budget/)
      .first()
      .fill("140000");
    await kept(page);
    return id;
  }
  async function submit(page: Page): Promise<void> {
    await goTo(page, "Controleren en indienen");
    await page.locator('[data-complete="true"]').waitFor();
    await page.getByLabel(/Ik heb alles gecontroleerd/).check();
    await page.getByRole("button", { name: "Dien in" }).click();
    await page.getByRole("link", { name: "Ontvangstbevestiging (PDF)" }).waitFor();
  }

  it("takes in three applications, one of a consortium whose partner confirms its part", async () => {
    site.moveTo("2026-12-07T09:00:00Z");
    applications.first = await as("applicant", `/nl/my?call=${callId}`, async (page) => {
      const id = await write(page, "Lasrobot");
      await submit(page);
      return id;
    });
    const { id, link } = await as("partner", `/nl/my?call=${callId}`, async (page) => {
      const id = await write(page, "Sensor");
      await goTo(page, "Partners");
      await page.getByRole("button", { name: "Partner toevoegen" }).click();
      await page.getByLabel("Naam van de organisatie").fill("Voorbeeld Technisch College (voorbeeld)");
      await page.getByLabel("Soort organisatie").selectOption("school");
      await page.getByLabel("Grootte", { exact: false }).last().selectOption("medium");
      await page.getByLabel("Wat doet deze partner?").fill("Meet mee.");
      await kept(page);
      await page.getByRole("button", { name: /Maak uitnodigingslink/ }).click();
      const link = await page.getByRole("textbox", { name: "Uitnodigingslink" }).inputValue();
      return { id, link };
    });
    applications.second = id;
    await as("school", new URL(link, site.url).pathname + new URL(link, site.url).hash, async (page) => {
      await page.getByRole("button", { name: "Bekijk mijn deel" }).click();
      await page.getByRole("button", { name: "Bevestig mijn deel" }).click();
      await page.getByText("U hebt uw deel bevestigd.").first().waitFor();
    });
    await as("partner", `/nl/applications/${id}`, submit);
    applications.third = await as("school", `/nl/my?call=${callId}`, async (page) => {
      const third = await write(page, "Practicum");
      await submit(page);
      return third;
    });
    expect(new Set(Object.values(applications)).size).toBe(3);
  }, 180_000);

  it("is reviewed by two reviewers, one of whom has a conflict and never gets the file", async () => {
    site.moveTo("2027-01-25T09:00:00Z");
    await as("fund-manager", `/nl/calls/${callId}/review`, async (page) => {
      for (const name of ["Voorbeeld beoordelaar 1", "Voorbeeld beoordelaar 2"]) {
        const form = page.locator("details").filter({ has: page.getByText("Beoordelaar toevoegen") });
        if ((await form.getAttribute("open")) === null) await page.getByText("Beoordelaar toevoegen").click();
        await form.getByLabel("Persoon").selectOption({ label: name });
        await form.getByLabel("Ten hoogste zoveel aanvragen").fill("3");
        await form.getByRole("button", { name: "Opslaan" }).click();
        await page.getByRole("rowheader", { name }).first().waitFor();
      }
      await page.getByRole("button", { name: "Stel een verdeling voor" }).click();
      await page.getByRole("button", { name: "Bevestig de verdeling" }).click();
      await page.getByText("Verklaar eerst").first().waitFor();
    });
    interface Mine {
      readonly items: readonly { readonly applicationId: string; readonly title: string }[];
    }
    const mine = async (person: "reviewer-1" | "reviewer-2") =>
      (await (await site.as(person)).send<Mine>("GET", "/reviews?state=todo")).items;
    const busy = (await mine("reviewer-1")).length === 2 ? "reviewer-1" : "reviewer-2";
    const [conflicted] = await mine(busy);
    await as(busy, `/nl/reviews/${conflicted!.applicationId}`, async (page) => {
      await page.getByLabel("Ja, ik heb een belangenconflict").check();
      await page.getByLabel("Welk conflict is dat?").fill("Ik werkte hier vorig jaar.");
      await page.getByRole("button", { name: "Verklaar het conflict" }).click();
      await page.getByRole("heading", { name: "Mijn beoordelingen" }).waitFor();
    });
    for (const person of ["reviewer-1", "reviewer-2"] as const)
      for (const { applicationId, title } of await mine(person))
        await as(person, `/nl/reviews/${applicationId}`, async (page) => {
          await page.getByLabel("Nee, ik heb geen belangenconflict").check();
          await page.getByRole("button", { name: "Verklaar en open de aanvraag" }).click();
          await page.getByRole("radio", { name: title === "Practicum" ? "5 van 10" : "8 van 10" }).check();
          await page.getByLabel("Waarom deze score?").fill("De stappen zijn na te gaan.");
          await page.locator('[data-save-state="saved"]').waitFor();
          await page.getByRole("button", { name: "Dien de beoordeling in" }).click();
          await page.getByText(/U diende deze beoordeling in op/).waitFor();
        });
    await as("fund-manager", `/nl/calls/${callId}/panel`, async (page) => {
      await page.getByRole("button", { name: "Open het panel" }).click();
      await page.getByText("Panel open").first().waitFor();
      await page.getByLabel("Ik weet dat dit niet ongedaan kan worden gemaakt").check();
      await page.getByRole("button", { name: "Zet de scores vast" }).click();
      await page.getByText(/^sha256:/).waitFor();
    });
  }, 180_000);

  it("is decided by two people, and each applicant gets a letter", async () => {
    site.moveTo("2027-02-10T09:00:00Z");
    await as("fund-manager", `/nl/calls/${callId}/decision`, async (page) => {
      await page.getByRole("button", { name: "Stel dit besluit voor" }).click();
      await page.getByText("wacht op goedkeuring").first().waitFor();
      expect(await page.getByRole("button", { name: "Keur goed en verdeel het geld" }).count()).toBe(0);
    });
    await as("decider", `/nl/calls/${callId}/decision`, async (page) => {
      await page.getByRole("button", { name: "Keur goed en verdeel het geld" }).click();
      await page.getByText("3 brieven zijn verstuurd.").waitFor({ timeout: 60_000 });
    });
    await as("applicant", `/nl/decision/${applications.first}`, async (page) => {
      await page.getByText("Verleend: ten hoogste").waitFor();
      expect(await text(page)).toContain("Verleend: ten hoogste € 140.000");
      expect(await text(page)).toContain("U kunt bezwaar maken tot en met 24 maart 2027.");
    });
    await as("school", `/nl/decision/${applications.third}`, async (page) => {
      await page.getByText("Score onder de drempel").first().waitFor();
    });
  });

  it("is objected to with success: the round is decided again, and the difference is explained", async () => {
    site.moveTo("2027-03-01T09:00:00Z");
    await as("school", `/nl/decision/${applications.third}`, async (page) => {
      await page.getByRole("link", { name: "Maak bezwaar" }).click();
      await page
        .getByLabel("Waarom bent u het niet eens met het besluit?")
        .fill("De planning zat erbij en is niet gelezen.");
      await page.getByRole("button", { name: "Dien het bezwaar in" }).click();
      await page.getByText("Bezwaar ontvangen").first().waitFor();
    });
    site.moveTo("2027-03-29T09:00:00Z");
    const path = await as("fund-manager", "/nl/objections", async (page) => {
      await page.getByRole("link", { name: /LEVENSLOOP-0003/ }).click();
      await page.getByLabel("Wat is er gebeurd?").selectOption("hearing-held");
      await page.getByLabel("Verslag of toelichting").fill("De school heeft de planning toegelicht.");
      await page.getByRole("button", { name: "Leg vast" }).click();
      await page.getByText("Gehoord (Awb 7:2)").first().waitFor();
      await page.getByLabel("Uitkomst").selectOption("founded");
      await page.getByLabel("Motivering, Nederlands").fill("De planning is ten onrechte niet gelezen.");
      await page.getByLabel("Motivering, Engels").fill("The planning was wrongly not read.");
      await page.getByLabel("Wat wordt er verbeterd?").selectOption("admit");
      await page.getByRole("button", { name: "Leg de beslissing klaar" }).click();
      await page.getByText("De beslissing die klaarligt").waitFor();
      return new URL(page.url()).pathname;
    });
    await as("decider-2", path, async (page) => {
      await page.getByRole("button", { name: "Neem deze beslissing" }).click();
      // The outcome is on the page from the start; the objection is closed once the round is decided again.
      await page.getByText("Dit bezwaar is afgerond.").first().waitFor({ timeout: 60_000 });
    });
    await as("school", `/nl/decision/${applications.third}`, async (page) => {
      await page.getByText("Verleend: ten hoogste").waitFor();
    });
  });

  /** Unfolds what can be done under a title. */
  async function unfold(page: Page, title: string | RegExp) {
    const summary = page.locator("summary").filter({ hasText: title }).first();
    await summary.click();
    return page.locator("details").filter({ has: summary });
  }

  it("pays an advance through two people and the payer's own file", async () => {
    site.moveTo("2027-04-05T09:00:00Z");
    const path = `/nl/grants/${applications.first}`;
    await as("finance", path, async (page) => {
      await page.getByRole("button", { name: "Stel betaling voor" }).first().click();
      await page.getByText("De betaling is voorgesteld.").first().waitFor();
    });
    await as("finance-2", path, async (page) => {
      const approve = await unfold(page, "Keur goed");
      await approve.getByRole("button", { name: "Keur goed" }).click();
      await page.getByText("De betaling is goedgekeurd.").first().waitFor();
    });
    await as("finance", "/nl/payments", async (page) => {
      await page
        .getByRole("button", { name: /^Maak een betaalbestand/ })
        .first()
        .click();
      const row = page.getByRole("row").filter({ hasText: "naar de betaler" });
      const reference = (await row.getByRole("rowheader").innerText()).trim();
      await page
        .locator(".card input[type=file]")
        .first()
        .setInputFiles({
          name: "bevestiging.csv",
          mimeType: "text/csv",
          buffer: Buffer.from(`reference;paid on;amount\n${reference};2027-04-05;112.000,00\n`),
        });
      await page.getByText("Geboekt: 1 betalingen.").first().waitFor();
    });
    await as("applicant", path, async (page) => {
      await page
        .getByText(/betaald op 5 april 2027/)
        .first()
        .waitFor();
    });
  });

  it("settles on what it really cost, and gets back what was paid too much", async () => {
    site.moveTo("2028-06-20T09:00:00Z");
    const path = `/nl/grants/${applications.first}`;
    await as("applicant", path, async (page) => {
      const request = await unfold(page, "Vraag vaststelling aan");
      await request.getByLabel("Wat is gedaan en bereikt?").fill("De helft van het plan is uitgevoerd.");
      await request.getByLabel(/^(Loonkosten|personnel)/).fill("100.000");
      for (const box of await request.getByRole("checkbox").all()) await box.check();
      await request.getByRole("button", { name: "Verstuur de aanvraag" }).click();
      await page.getByText("De aanvraag tot vaststelling is verstuurd.").first().waitFor();
    });
    await as("fund-manager", path, async (page) => {
      const propose = await unfold(page, "Stel vaststelling voor");
      await propose.getByRole("button", { name: "Reken uit" }).click();
      await propose.getByRole("heading", { name: "Zo wordt het vastgesteld" }).waitFor();
      await propose.getByRole("button", { name: "Leg voor aan een beslisser" }).click();
      await page.getByText("Het voorstel is voorgelegd.").first().waitFor();
    });
    await as("decider", path, async (page) => {
      const decide = await unfold(page, "Keur goed / Stuur terug");
      await decide.getByRole("button", { name: "Keur goed" }).click();
      await page.getByText("Het voorstel is goedgekeurd en uitgevoerd.").first().waitFor();
    });
    await as("finance", path, async (page) => {
      const receive = await unfold(page, "Boek een ontvangst");
      await receive.getByRole("button", { name: "Boek", exact: true }).click();
      await page.getByText("Alles is terugbetaald.").waitFor();
    });
  });

  it("is in the public register, with the whole history and the proof", async () => {
    await as(null, `/nl/register?callId=${callId}&example=true`, async (page) => {
      await page.getByRole("link", { name: "Lasrobot" }).first().click();
      await page.getByRole("heading", { level: 1, name: /Lasrobot/ }).waitFor();
      const words = await text(page);
      expect(words).toMatch(/vastgesteld/i);
      expect(words).not.toContain("Voorbeeld contactpersoon");
    });
  });
});
