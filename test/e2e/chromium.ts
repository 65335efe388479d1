/**
 * Finds a Chromium for the tests that drive pages: `CHROMIUM_PATH`, else an installed Chrome or Chromium, else the one
 * that the package @sparticuz/chromium carries for Linux x64.
 */
import { existsSync } from "node:fs";
import { arch, platform } from "node:process";
import packed from "@sparticuz/chromium";

/** A browser that can be started. */
export interface Chromium {
  readonly path: string;
  readonly args: readonly string[];
}

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** No sandbox and no graphics card in containers; nothing of its own over the network. */
const ARGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

async function find(): Promise<Chromium | null> {
  const given = process.env["CHROMIUM_PATH"];
  if (given !== undefined && given !== "") {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH names ${given}, which does not exist`);
    return { path: given, args: ARGS };
  }
  const installed = INSTALLED.find(existsSync);
  if (installed !== undefined) return { path: installed, args: ARGS };
  if (platform === "linux" && arch === "x64") {
    const path = await packed.executablePath();
    return { path, args: [...new Set([...packed.args, ...ARGS])] };
  }
  return null;
}

/** The browser of this machine; null where there is none. */
export const chromium: Chromium | null = await find();
