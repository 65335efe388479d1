/**
 * Drives the built pages on the built server in a real browser.
 *
 * `describeSite(name, (site) => ...)` starts one server on a fresh database and one browser for its tests. Where no
 * Chromium is found the tests are skipped with one line; in CI (`CI=true`) that is a failure.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { serve } from "@voorsprong/server";
import { openStore, type Store } from "@voorsprong/store";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { CHROMIUM_ARGS, chromiumPath } from "./chromium.js";
import { type ExamplePerson, type SignedInPerson, signInOver } from "./people.js";

const root = resolve(import.meta.dirname, "../..");

/** What a test needs of the site. */
export interface Site {
  /** For instance `http://localhost:41234`, without a slash at the end. */
  readonly url: string;
  /**
   * Opens a page of the site in a context of its own and waits for its heading.
   * @param path for instance `/nl/funds/research`
   */
  open(path: string, options?: OpenOptions): Promise<OpenPage>;
  /** An example person who is signed in, for requests of the test itself. */
  as(person: ExamplePerson): Promise<SignedInPerson>;
  /** Moves the server's clock, which then stands still; people sign in again. */
  moveTo(moment: string): void;
}

/** How to open a page. */
export interface OpenOptions extends BrowserContextOptions {
  /** The example person who is signed in; absent: a visitor. */
  readonly as?: ExamplePerson;
}

/** A page with what went wrong on it. */
export interface OpenPage {
  readonly page: Page;
  /** Console errors, uncaught errors, failed and refused requests, and requests to other hosts. */
  readonly troubles: readonly string[];
  /** Closes the page's context. */
  close(): Promise<void>;
}

/** A database is made and a browser started: seconds alone, much more beside other tests on a small machine. */
const START_TIMEOUT = 180_000;

const missing = "no Chromium found (set CHROMIUM_PATH)";
const skip = chromiumPath === null && process.env.CI !== "true";
if (skip) console.log(`skipped: ${missing}, so the pages are not driven`);

/** Reads a page's text as a test writes it: the no-break spaces of amounts and dates are plain spaces. */
export function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ");
}

/**
 * Tests on a running site.
 *
 * @param options.examples whether the server makes its example rounds, as it does for a newcomer; default false
 * @param options.prepare writes what the tests need before the server starts
 */
export function describeSite(
  name: string,
  tests: (site: Site) => void,
  options: { readonly examples?: boolean; readonly prepare?: (store: Store) => Promise<void> } = {},
): void {
  describe.skipIf(skip)(name, () => {
    let url = "";
    let browser: Browser | undefined;
    let stop = async () => {};
    let moment: Date | null = null;
    const signedIn = new Map<ExamplePerson, Promise<SignedInPerson>>();
    const as = (person: ExamplePerson) => {
      const known = signedIn.get(person) ?? signInOver(url, person);
      signedIn.set(person, known);
      return known;
    };
    const data = mkdtempSync(join(tmpdir(), "voorsprong-e2e-"));

    beforeAll(async () => {
      if (chromiumPath === null) throw new Error(missing);
      if (options.prepare !== undefined) {
        const store = await openStore({ dataDir: data });
        await options.prepare(store);
        await store.close();
      }
      const server = await serve({
        port: 0,
        dataDir: data,
        programmeDir: join(root, "programmes/voorsprong"),
        webDir: join(root, "web/dist"),
        environment: { LOG_LEVEL: "silent" },
        print: () => undefined,
        examples: options.examples ?? false,
        now: () => moment ?? new Date(),
      });
      url = server.url;
      stop = () => server.stop();
      browser = await chromium.launch({ executablePath: chromiumPath, args: CHROMIUM_ARGS });
    }, START_TIMEOUT);

    afterAll(async () => {
      await browser?.close();
      await stop();
      rmSync(data, { recursive: true, force: true });
    });

    tests({
      get url() {
        return url;
      },
      as,
      moveTo(to) {
        moment = new Date(to);
        signedIn.clear();
      },
      async open(path, { as: person, ...options } = {}) {
        if (browser === undefined) throw new Error("the browser is not running");
        const context = await browser.newContext({ locale: "nl-NL", ...options });
        if (person !== undefined) {
          const { secret } = await as(person);
          await context.addCookies([
            { name: "voorsprong", value: secret, url, httpOnly: true, sameSite: "Lax" },
          ]);
        }
        const page = await context.newPage();
        const troubles = watch(page, url);
        await page.goto(url + path);
        await page.locator("h1").waitFor();
        await settled(page);
        return { page, troubles, close: () => context.close() };
      },
    });
  });
}

/** Waits until nothing on the page says that it is still loading. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector("[data-loading]") === null);
}

/** Collects what must not happen on any page. Cancelled requests are no trouble: pages cancel what they left. */
function watch(page: Page, site: string): readonly string[] {
  const troubles: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
      troubles.push(`console ${message.type()}: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => troubles.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const address = request.url();
    if (!address.startsWith(site) && !/^(blob|data):/.test(address)) troubles.push(`elsewhere: ${address}`);
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    if (reason !== "net::ERR_ABORTED") troubles.push(`failed: ${request.url()} ${reason}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
  });
  return troubles;
}

/** Expects that nothing lies outside the window sideways, and that what is shown as cards needs no scrolling. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate(() => {
    const cards = document.documentElement.clientWidth <= 640 ? ".table:has(.table--stacked)" : ":not(*)";
    return [document.documentElement, ...document.querySelectorAll(cards)]
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map((element) => `${element.tagName}: ${element.scrollWidth} > ${element.clientWidth}`);
  });
  expect(over).toEqual([]);
}
