/** Signing in, being somebody, signing out: in the browser. */
import { expect, it } from "vitest";
import { expectAccessible } from "./axe.js";
import { describeSite, settled } from "./harness.js";

describeSite("signing in", (site) => {
  it("comes back to the page with its state, as the person that was chosen", async () => {
    const { page, troubles, close } = await site.open("/nl/ledger?page=1&subject=none");
    await page.getByRole("banner").getByRole("link", { name: "Aanmelden" }).click();
    await page.getByRole("heading", { level: 1, name: "Wie bent u?" }).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Voorbeeld fondsbeheerder" }).click();
    await page.getByRole("heading", { level: 1, name: "Logboek" }).waitFor();
    expect(new URL(page.url()).search).toContain("subject=none");
    await page.getByRole("button", { name: "Menu van Voorbeeld fondsbeheerder" }).waitFor();
    expect(troubles).toEqual([]);
    await close();
  });

  it("is done with the keyboard alone, in English and on a phone", async () => {
    const { page, close } = await site.open("/en/about", { viewport: { width: 390, height: 800 } });
    await page.getByRole("banner").getByRole("link", { name: "Sign in" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Who are you?" }).waitFor();
    await settled(page);
    await page.getByRole("button", { name: "Example auditor" }).focus();
    await page.keyboard.press("Enter");
    const menu = page.getByRole("button", { name: "Menu of Voorbeeld controleur" });
    await menu.waitFor();
    await menu.focus();
    await page.keyboard.press("Enter");
    expect(await menu.getAttribute("aria-expanded")).toBe("true");
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    expect(await menu.getAttribute("aria-expanded")).toBe("false");
    expect(await menu.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await page.getByRole("banner").getByRole("link", { name: "Roles" }).waitFor();
    await page.getByRole("button", { name: "Sign out" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("banner").getByRole("link", { name: "Sign in" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/en");
    await close();
  });

  it("says in plain words what a visitor or another role may not do, and loses nothing that was typed", async () => {
    const { page, close } = await site.open("/nl/rounds/new?fund=research");
    const csv =
      "id;score;amount:2027;amount:2028;tag:theme;tag:region;tag:size\nA1;80;1000;;facilities;Groningen;micro";
    await page.locator("input[type=file]").setInputFiles({
      name: "ronde.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(csv),
    });
    await page.getByLabel("Naam van de ronde").fill("Een naam die blijft staan");
    await page.getByRole("radio").nth(1).check();
    const register = page.getByRole("button", { name: "Leg de ronde vast" });
    await register.click();
    const alert = page.getByRole("alert");
    await alert.getByText("Wat u hier hebt ingevuld, blijft staan").waitFor();
    await expectAccessible(page);
    const [tab] = await Promise.all([
      page.context().waitForEvent("page"),
      alert.getByRole("link", { name: "Aanmelden in een nieuw tabblad" }).click(),
    ]);
    await tab.getByRole("button", { name: "Voorbeeld controleur" }).click();
    await tab.getByRole("heading", { level: 1, name: "U bent aangemeld" }).waitFor();
    await tab.close();
    expect(await page.getByLabel("Naam van de ronde").inputValue()).toBe("Een naam die blijft staan");
    await register.click();
    await alert.getByText("U mag dit niet").waitFor();
    expect(await alert.innerText()).toContain("De programmadirecteur verdeelt de rollen");
    await close();
  });

  it("explains what went wrong when the answer of the sign-in service does not fit", async () => {
    const { page, close } = await site.open("/nl/sign-in?problem=refused&return=%2Fnl%2Ffunds");
    await page.getByText("De aanmelddienst gaf geen geldig antwoord").waitFor();
    await expectAccessible(page);
    await page.getByRole("main").getByRole("link", { name: "Opnieuw aanmelden" }).click();
    await page
      .getByRole("button", { name: "Voorbeeld aanvrager Voorbeeld" })
      .or(page.getByRole("button", { name: /^Voorbeeld aanvrager vraagt/ }))
      .first()
      .click();
    await page.getByRole("heading", { level: 1, name: "Fondsen" }).waitFor();
    await close();
  });
});
