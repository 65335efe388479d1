/** Accessibility checks by axe-core, with the rules of WCAG 2.2 A and AA and axe's best practices. */
import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

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
