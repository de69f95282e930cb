// The tests of the domain alone: each is quick enough to be run hundreds of times.
import { defineConfig } from "vitest/config";

const OF_THE_RULES =
  "plan-version,fold-coverage,worker-ranges,removal-guard,upload-order,nik,month,day,closed-months,freshness";

export default defineConfig({
  test: {
    testTimeout: 120_000,
    setupFiles: ["test/mutants/few-runs.ts"],
    include: [
      `test/shared/domain/{alerts,contribution,fold}/**/*.test.ts`,
      `test/shared/domain/{${OF_THE_RULES}}.test.ts`,
    ],
  },
});
