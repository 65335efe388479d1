/** `npm start [-- --port 3000]`: does all the set-up, then runs the product in this process. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { prepare, root } from "./lib/prepare.mjs";

prepare();
const { main } = await import(pathToFileURL(join(root, "platform/cli/dist/index.js")).href);
process.exitCode = await main(["serve", ...process.argv.slice(2)]);
