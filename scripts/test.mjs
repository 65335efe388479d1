/** `npm test [-- FILTER]`: does all the set-up, then runs the tests. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { prepare, root } from "./lib/prepare.mjs";

prepare();
const vitest = join(root, "node_modules/vitest/vitest.mjs");
const result = spawnSync(process.execPath, [vitest, "run", ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
process.exitCode = result.status ?? 1;
