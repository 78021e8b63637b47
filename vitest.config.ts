import { defineConfig } from "vitest/config";

// Before the workers start: they inherit it, and Date is right from the first line on.
process.env["TZ"] = "UTC";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/support/services.ts"],
    pool: "forks",
    // Generous, for a slow machine with two cores; no test measures time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: process.env["CI"]
      ? ["default", ["json", { outputFile: ".cache/test-results.json" }]]
      : ["default"],
  },
});
