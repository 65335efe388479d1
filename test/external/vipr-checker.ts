/**
 * Runs the second checker, `vipr_check.py`, which shares nothing with the exporter but the public specification.
 *
 * It needs Python 3. In CI (`CI=true`) that must be there; elsewhere its absence skips the tests that need it.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const checker = resolve(import.meta.dirname, "vipr_check.py");
const hasPython = spawnSync("python3", ["--version"]).status === 0;

/** Whether the tests with the checker run. Without Python in CI they are not skipped: they fail. */
export const hasChecker = hasPython || process.env.CI === "true";

if (!hasChecker)
  console.log("skipped: no python3, so proofs in the format VIPR are not checked by the second checker");

/** What the checker says of each file: `accepted: …` or `refused: …`. */
export function checkVipr(files: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "vipr-"));
  try {
    const paths = files.map((text, number) => {
      const path = join(folder, `${number}.vipr`);
      writeFileSync(path, text);
      return path;
    });
    const { status, stdout, stderr, error } = spawnSync("python3", [checker, ...paths], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    if (error !== undefined || stderr !== "") throw new Error(`the checker failed: ${error ?? stderr}`);
    const answers = stdout.trimEnd().split("\n");
    const allAccepted = answers.every((answer) => answer.startsWith("accepted: "));
    if (answers.length !== files.length || status !== (allAccepted ? 0 : 1))
      throw new Error(`the checker ended with ${status} after ${answers.length} of ${files.length} answers`);
    return answers;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
