// npm run mutants [-- --mutate shared/domain/nik.ts]
//
// Changes the rules of the domain in every small way, one at a time, and runs the domain's own tests against each. What was found is remembered in
// .cakupan/mutants/, so that only what has changed since is tried again.

const FOLDER = ".cakupan/mutants";

export default {
  mutate: [
    "shared/domain/{plan-version,fold-coverage,worker-ranges,removal-guard,upload-order,nik,month,day}.ts",
    "shared/domain/{alerts,contribution,fold}/**/*.ts",
    // Words for people: that a sentence reads otherwise is no fault of a rule.
    "!shared/domain/alerts/alert-words.ts",
    "!shared/domain/alerts/words/*.ts",
  ],
  plugins: ["@stryker-mutator/vitest-runner"],
  testRunner: "vitest",
  vitest: { configFile: "test/mutants/vitest.config.ts", related: false },
  coverageAnalysis: "perTest",
  // Tables of constants are read once, before any test: each change of theirs would need all tests.
  ignoreStatic: true,
  // Nothing is compiled; and the preprocessor of a tsconfig.json calls what TypeScript 7 no longer has.
  tsconfigFile: "none",
  ignorePatterns: [".cakupan", "cdk.out", "docs", "data"],
  tempDirName: `${FOLDER}/sandbox`,
  incremental: true,
  incrementalFile: `${FOLDER}/incremental.json`,
  concurrency: 2,
  allowConsoleColors: false,
  reporters: ["progress-append-only", "clear-text", "html"],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: `${FOLDER}/report.html` },
};
