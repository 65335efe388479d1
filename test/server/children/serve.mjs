/** Serves on a free port until it is told to stop: `node serve.mjs DATA_DIR PROGRAMME_DIR WEB_DIR`. */
import { serve } from "@voorsprong/server";

const [dataDir, programmeDir, webDir] = process.argv.slice(2);
const running = await serve({
  port: 0,
  dataDir,
  programmeDir,
  webDir,
  environment: process.env,
  print: (line) => console.log(line),
  examples: false,
});
console.log(`url ${running.url}`);
await running.stopped;
console.log("stopped");
