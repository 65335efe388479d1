#!/usr/bin/env node
import { main, outputFailed } from "../dist/index.js";

process.stdout.on("error", (error) => process.exit(outputFailed(error)));
process.exitCode = await main(process.argv.slice(2));
