import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{engines,platform}/*/test/**/*.test.ts", "web/test/**/*.test.{ts,tsx}", "test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Browsers, databases and solvers are heavy: two files at a time keep a two-core machine responsive.
    maxWorkers: 2,
  },
});
