/**
 * Finds the shared test data, which is never part of this repository.
 *
 * It lies in `../shared/data` beside the checkout, or where `VOORSPRONG_SHARED` points. In CI (`CI=true`) it must be
 * there; elsewhere its absence skips the tests that need it.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";

const root = resolve(
  process.env.VOORSPRONG_SHARED ?? resolve(import.meta.dirname, "../../../shared"),
  "data",
);

/** Whether the tests on shared data run. A missing folder in CI does not skip them: they fail on the first file. */
export const hasSharedData = existsSync(root) || process.env.CI === "true";

if (!hasSharedData)
  console.log("skipped: no ../shared/data beside this checkout, so the external tests do not run");

/**
 * The path of a file in the shared data, for instance `sharedData("pabulib", "pb")`.
 *
 * @throws when it does not exist: a file that is missing from a folder that is there is a failure, not a skip.
 */
export function sharedData(...parts: string[]): string {
  const path = resolve(root, ...parts);
  if (!existsSync(path)) throw new Error(`missing test data: ${parts.join("/")} in ${root}`);
  return path;
}
