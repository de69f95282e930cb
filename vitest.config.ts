import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Every core: most of what is tested waits for the emulators now and then.
    maxWorkers: "100%",
    projects: [
      // CDK takes seconds to import: its tests share one process.
      {
        extends: true,
        test: { name: "infra", include: ["test/infra/**/*.test.ts", "test/docs/**/*.test.ts"], isolate: false },
      },
      {
        extends: true,
        test: {
          name: "pipeline",
          include: ["test/pipeline/**/*.test.ts", "test/local/**/*.test.ts"],
          globalSetup: "test/synthesise-once.ts",
        },
      },
      {
        extends: true,
        test: {
          name: "rest",
          include: ["test/**/*.test.ts"],
          exclude: ["test/infra/**", "test/docs/**", "test/pipeline/**", "test/local/**"],
        },
      },
    ],
  },
});
