/**
 * Finds a Chromium for the tests that drive pages: `CHROMIUM_PATH`, else an installed Chrome or Chromium, else the one
 * that the package @sparticuz/chromium carries for Linux x64.
 */
import { existsSync } from "node:fs";
import { arch, platform } from "node:process";
import packed from "@sparticuz/chromium";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * How it is started: no sandbox, graphics card or large shared memory, as containers have none; nothing of its own over
 * the network. The package's own arguments are left out: they turn off what keeps sites apart.
 */
export const CHROMIUM_ARGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

async function find(): Promise<string | null> {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined && given !== "") {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH names ${given}, which does not exist`);
    return given;
  }
  const installed = INSTALLED.find(existsSync);
  if (installed !== undefined) return installed;
  return platform === "linux" && arch === "x64" ? packed.executablePath() : null;
}

/** Path of this machine's browser; null where there is none. */
export const chromiumPath: string | null = await find();
