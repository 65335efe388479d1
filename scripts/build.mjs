/** `npm run build`: compiles all packages and bundles the pages, whatever the stamps say. */
import { build } from "./lib/prepare.mjs";

build();
