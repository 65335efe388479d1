#!/usr/bin/env node
import { main } from "../dist/index.js";

// Whoever reads the answer may stop reading, as `| head` does; that is no failure.
process.stdout.on("error", (error) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
process.exitCode = await main(process.argv.slice(2));
