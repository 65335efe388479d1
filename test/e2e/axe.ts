/** Accessibility checks by axe-core, with the rules of WCAG 2.2 A and AA and axe's best practices. */
import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { expectNoSidewaysScroll } from "./harness.js";

/**
 * Expects that axe finds nothing on the page as it stands. The script goes in over the debugging protocol, so the
 * content security policy of the page stays in force.
 */
export async function expectNoAxe(page: Page): Promise<void> {
  await page.evaluate(`${axe.source}; undefined`);
  const violations = await page.evaluate(async () => {
    const runner = (window as unknown as { axe: typeof axe }).axe;
    const { violations: found } = await runner.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return found.map(({ id, help, nodes }) => ({
      rule: id,
      help,
      where: nodes.map((node) => `${node.target.join(" ")}: ${node.failureSummary ?? ""}`),
    }));
  });
  expect(violations).toEqual([]);
}

/** The same light and dark, on a desk and on a phone, tables behind pictures opened; and nothing scrolls sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await expectNoAxe(page);
    }
    await expectNoSidewaysScroll(page);
  }
}
