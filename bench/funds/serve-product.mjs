/** The whole product in a process of its own, without the example rounds that a new store begins with. */
import { resolve } from "node:path";
import { serve } from "@voorsprong/server";

const root = resolve(import.meta.dirname, "../..");

await serve({
  port: Number(process.argv[2]),
  dataDir: resolve(root, "data"),
  programmeDir: resolve(root, "programmes/voorsprong"),
  webDir: resolve(root, "web/dist"),
  environment: process.env,
  print: () => {},
  examples: false,
});
