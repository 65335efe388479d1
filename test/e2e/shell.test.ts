/** The frame: addresses, languages, focus, print, weight, failures. */
import { expect, it } from "vitest";
import { describeSite, settled } from "./harness.js";

/** What the first page may weigh over the network, in bytes: scripts and styles, compressed. */
const FIRST_PAGE = 150 * 1024;

describeSite("the frame", (site) => {
  it("sends an address without a language to the Dutch page", async () => {
    for (const [from, to] of [
      ["/", "/nl"],
      ["/funds/research", "/nl/funds/research"],
      ["/nl/controleer", "/nl/verify"],
    ] as const) {
      const { page, close } = await site.open(from);
      expect(new URL(page.url()).pathname).toBe(to);
      await close();
    }
  });

  it("keeps the page and its state when the language changes", async () => {
    const { page, close } = await site.open("/nl/ledger?page=2");
    await page.getByRole("link", { name: "Read this page in English" }).click();
    await page.locator("html[lang=en]").waitFor();
    const address = new URL(page.url());
    expect(address.pathname + address.search).toBe("/en/ledger?page=2");
    await close();
  });

  it("moves focus to the heading of a new page and leaves it alone on the first", async () => {
    const { page, close } = await site.open("/nl");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
    await page
      .getByRole("navigation", { name: "Hoofdmenu" })
      .getByRole("link", { name: "Hoe het werkt" })
      .click();
    await page.getByRole("heading", { level: 1, name: "Hoe het werkt" }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Hoe het werkt");
    await close();
  });

  it("jumps over the menu with the skip link", async () => {
    const { page, close } = await site.open("/nl/about");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
    await close();
  });

  it("says that a page does not exist, and where to go on", async () => {
    const { page, close } = await site.open("/nl/clauses/innovation.nothing");
    expect(await page.locator("h1").innerText()).toBe("Deze pagina bestaat niet");
    await page.getByRole("main").getByRole("link", { name: "Akkoord" }).click();
    await page.getByRole("heading", { level: 1, name: "Voorsprong met technologie" }).waitFor();
    await close();
  });

  it("shows a failure in words and recovers", async () => {
    const { page, close } = await site.open("/nl/about");
    await page.route("**/api/v1/funds", (route) =>
      route.fulfill({
        status: 503,
        contentType: "application/problem+json",
        body: JSON.stringify({
          type: "about:blank",
          title: "Even niet",
          status: 503,
          detail: "De database rust.",
        }),
      }),
    );
    await page.getByRole("navigation", { name: "Hoofdmenu" }).getByRole("link", { name: "Fondsen" }).click();
    const alert = page.getByRole("alert");
    await alert.waitFor({ timeout: 20_000 });
    expect(await alert.innerText()).toContain("De database rust.");
    await page.unroute("**/api/v1/funds");
    await alert.getByRole("button", { name: "Opnieuw proberen" }).click();
    await page.getByRole("link", { name: "Fonds voor onderzoek" }).waitFor();
    await close();
  });

  it("says so when the server is gone", async () => {
    const { page, close } = await site.open("/nl/about");
    await page.route("**/api/v1/funds", (route) => route.abort("connectionrefused"));
    await page.getByRole("navigation", { name: "Hoofdmenu" }).getByRole("link", { name: "Fondsen" }).click();
    await page.getByRole("alert").waitFor({ timeout: 20_000 });
    expect(await page.getByRole("alert").innerText()).toContain("De server is niet te bereiken");
    await close();
  });

  it("keeps the frame when a page breaks", async () => {
    const { page, close } = await site.open("/nl/about");
    await page.route("**/api/v1/accord", (route) => route.fulfill({ json: { id: "something else" } }));
    const menu = page.getByRole("navigation", { name: "Hoofdmenu" });
    await menu.getByRole("link", { name: "Akkoord" }).click();
    await page.getByRole("heading", { level: 1, name: "Dit lukte niet" }).waitFor();
    expect(await page.getByRole("alert").innerText()).toContain("De pagina liep vast");
    await menu.getByRole("link", { name: "Logboek" }).click();
    await page.getByRole("heading", { level: 1, name: "Logboek" }).waitFor();
    await close();
  });

  it("loads the first page in less than 150 kB", async () => {
    const { page, close } = await site.open("/nl/about");
    const bytes = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .filter((entry) => /\.(js|css)$/.test(entry.name))
        .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
    );
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(FIRST_PAGE);
    await close();
  });

  it("prints without menu and buttons", async () => {
    const { page, close } = await site.open("/nl/funds/research");
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("navigation", { name: "Hoofdmenu" }).isVisible()).toBe(false);
    expect(await page.getByRole("button", { name: "Maak de ronde" }).isVisible()).toBe(false);
    expect(await page.locator("h1").isVisible()).toBe(true);
    await close();
  });

  it("stands still for those who ask for it", async () => {
    const { page, close } = await site.open("/nl", { reducedMotion: "reduce" });
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll("*")]
        .map((element) => getComputedStyle(element))
        .some((style) => style.transitionDuration !== "0s" || style.animationName !== "none"),
    );
    expect(moving).toBe(false);
    await close();
  });

  it("lets nothing run that the server did not serve", async () => {
    const { page, close } = await site.open("/nl");
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.injected = true";
      document.head.append(script);
      return "injected" in window;
    });
    expect(ran).toBe(false);
    await settled(page);
    await close();
  });
});
