/** Somebody's account, their organisation and the roles of a fund, in the browser. */
import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { expectAccessible } from "./axe.js";
import { describeSite, settled } from "./harness.js";

describeSite("people and organisations", (site) => {
  it("adds an organisation from its name alone, and lets a member in by a link", async () => {
    const { page, troubles, close } = await site.open("/nl/account", { as: "finance" });
    await page.getByText("U hoort nog bij geen organisatie").waitFor();
    await page.getByRole("link", { name: "Een organisatie zoeken of toevoegen" }).click();
    await page.getByLabel("Naam of KvK-nummer").fill("bestaat niet");
    await page.getByText("Er is geen organisatie gevonden").waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Voeg de organisatie toe" }).click();
    await page.getByText("Vul de naam van de organisatie in.").waitFor();
    await page.getByLabel("Naam", { exact: true }).fill("Nieuwe Werkplaats");
    await page.getByLabel("KvK-nummer (hoeft niet)").fill("123");
    await page.getByText("Een KvK-nummer heeft acht cijfers. Laat").waitFor();
    await page.getByLabel("KvK-nummer (hoeft niet)").fill("");
    await page.getByRole("button", { name: "Voeg de organisatie toe" }).click();
    await page.getByRole("heading", { level: 1, name: "Nieuwe Werkplaats" }).waitFor();
    await page.getByRole("button", { name: "Nodig iemand uit met een link" }).click();
    const link = await page.locator("code").innerText();
    await expectAccessible(page);
    expect(troubles).toEqual([]);
    await close();

    const guest = await site.open(new URL(link).pathname + new URL(link).hash, { as: "decider" });
    await guest.page.getByText("U kunt bij Nieuwe Werkplaats horen, als medewerker.").waitFor();
    await expectAccessible(guest.page);
    await guest.page.getByRole("button", { name: "Neem aan als Voorbeeld beslisser" }).click();
    await guest.page.getByText("U hebt de uitnodiging aangenomen").waitFor();
    await guest.page.getByRole("main").getByRole("link", { name: "Nieuwe Werkplaats" }).click();
    await guest.page.getByRole("heading", { name: "Wie erbij hoort" }).waitFor();
    expect(await guest.page.getByRole("button", { name: /^Maak beheerder/ }).count()).toBe(0);
    await guest.close();
  });

  it("joins an organisation only when a member says yes", async () => {
    const asker = await site.open("/nl/organisations/new", { as: "school" });
    await asker.page.getByLabel("Naam of KvK-nummer").fill("metaal");
    await asker.page.getByRole("button", { name: /^Vraag om erbij te horen: Voorbeeld Metaal/ }).click();
    await asker.page.getByText("U hebt gevraagd om bij Voorbeeld Metaalbewerking").waitFor();
    await asker.close();

    const member = await site.open("/nl/account", { as: "applicant" });
    const { page } = member;
    await page
      .getByRole("main")
      .getByRole("link", { name: /^Voorbeeld Metaalbewerking/ })
      .click();
    await page.getByRole("heading", { name: "Wie erbij wil horen" }).waitFor();
    await settled(page);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Laat toe: Voorbeeld aanvrager van een school" }).click();
    await page.getByRole("button", { name: "Haal weg: Voorbeeld aanvrager van een school" }).click();
    await page
      .getByRole("button", { name: "Haal weg: Voorbeeld aanvrager van een school" })
      .waitFor({ state: "detached" });
    await member.close();
  });

  it("hands out a role and takes it back", async () => {
    const { page, troubles, close } = await site.open("/nl/roles", { as: "programme-director" });
    await page.getByLabel(/^Rol/).first().selectOption({ label: "controleur" });
    await page.getByLabel("Fonds", { exact: true }).selectOption({ label: "Fonds voor onderzoek" });
    await page.getByLabel(/^Naam of e-mailadres/).fill("collega");
    await page
      .getByRole("button", { name: "Geef de rol controleur aan Voorbeeld collega van de aanvrager" })
      .click();
    const end = page.getByRole("button", {
      name: "Trek in: controleur van Voorbeeld collega van de aanvrager",
    });
    await end.waitFor();
    await expectAccessible(page);
    await end.click();
    await end.waitFor({ state: "detached" });
    expect(troubles).toEqual([]);
    await close();
  });

  it("shows the auditor who has which role, and lets them change nothing", async () => {
    const { page, close } = await site.open("/en/roles", { as: "auditor" });
    await page.getByRole("cell", { name: "programme director" }).waitFor();
    expect(await page.getByRole("button", { name: /^Take back/ }).count()).toBe(0);
    expect(await page.getByRole("heading", { name: "Handing out a role" }).count()).toBe(0);
    await close();
  });

  it("gives somebody their data, a token for a program, and erases them", async () => {
    const { page, troubles, close } = await site.open("/nl/account", { as: "partner" });
    await page.getByRole("heading", { name: "Mijn gegevens" }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: /^Download alles/ }).click(),
    ]);
    const data = JSON.parse(await readFile((await download.path())!, "utf8"));
    expect(data.account.person.name).toBe("Voorbeeld partner in een consortium");

    await page.getByLabel("Waarvoor is de sleutel?").fill("boekhouding");
    await page.getByRole("button", { name: "Maak een sleutel" }).click();
    const token = await page.locator("code.secret").innerText();
    const answer = await fetch(`${site.url}/api/v1/people/me/tokens`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(200);
    await settled(page);
    await expectAccessible(page);

    await page.getByRole("button", { name: "Mijn gegevens laten wissen" }).click();
    await page.getByLabel("Ik weet dat dit niet ongedaan kan worden gemaakt.").check();
    await page.getByRole("button", { name: "Wis mijn gegevens" }).click();
    await page.getByText("Uw gegevens zijn gewist").waitFor();
    await page.getByRole("button", { name: "Verder als bezoeker" }).click();
    await page.getByRole("heading", { level: 1, name: "Meld u eerst aan" }).waitFor();
    expect(troubles).toEqual([]);
    await close();
  });

  it("asks a visitor to sign in, and comes back to the page", async () => {
    const { page, close } = await site.open("/nl/account");
    await page.getByRole("heading", { level: 1, name: "Meld u eerst aan" }).waitFor();
    await expectAccessible(page);
    await page.getByRole("main").getByRole("link", { name: "Aanmelden" }).click();
    await page.getByRole("button", { name: "Voorbeeld controleur" }).click();
    await page.getByRole("heading", { level: 1, name: "Mijn account" }).waitFor();
    await close();
  });
});
