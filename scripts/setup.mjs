/** `npm run setup`: installs and builds; afterwards `npx voorsprong` is the command. */
import { prepare } from "./lib/prepare.mjs";

prepare();
console.log("Ready: `npm start` runs the product, `npx voorsprong --help` lists the commands.");
