// Imports run one way: functions → shared/lambda, shared/adapters → shared/ports → events → shared/domain → nothing.
import { globSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path/posix";
import { describe, expect, test } from "vitest";

interface Layer {
  readonly name: string;
  readonly files: RegExp;
  /** What its files may import: places of this project, and packages. */
  readonly may: readonly RegExp[];
}

const DOMAIN = /^shared\/domain\//;
const EVENTS = /^events\//;
const NAMES = /^shared\/(names|upload-id)\.ts$/;
const PORTS = /^shared\/ports\.ts$/;
const LAMBDA = /^shared\/lambda\//;
/** Those that keep things in memory are for tests. */
const SHIPPED_ADAPTERS = /^shared\/adapters\/(?!memory\/)/;
const LOG_TYPE = /^shared\/lambda\/log\.ts$/;

const LAYERS: readonly Layer[] = [
  { name: "shared/domain", files: DOMAIN, may: [DOMAIN] },
  { name: "events", files: EVENTS, may: [DOMAIN, EVENTS, /^zod$/] },
  { name: "shared/names", files: /^shared\/names\.ts$/, may: [] },
  { name: "shared/upload-id", files: /^shared\/upload-id\.ts$/, may: [DOMAIN, EVENTS, NAMES, /^node:crypto$/] },
  {
    name: "shared/reconcile",
    files: /^shared\/reconcile\//,
    may: [DOMAIN, EVENTS, NAMES, PORTS, /^shared\/reconcile\//],
  },
  {
    name: "shared/people",
    files: /^shared\/people\//,
    may: [DOMAIN, EVENTS, NAMES, PORTS, /^shared\/people\//],
  },
  { name: "shared/ports", files: PORTS, may: [DOMAIN, EVENTS] },
  { name: "shared/lambda", files: LAMBDA, may: [LAMBDA, /^@middy\/core$/, /^aws-lambda$/, /^zod$/] },
  {
    name: "shared/adapters/aws",
    files: /^shared\/adapters\/aws\//,
    may: [DOMAIN, EVENTS, NAMES, PORTS, /^shared\/adapters\/aws\//, /^@aws-sdk\//, /^zod$/, /^node:/],
  },
  {
    name: "shared/adapters/roster",
    files: /^shared\/adapters\/roster\//,
    may: [DOMAIN, PORTS, /^shared\/adapters\/roster\//, /^hucre\//, /^node:/],
  },
  {
    name: "shared/adapters/memory",
    files: /^shared\/adapters\/memory\//,
    may: [DOMAIN, EVENTS, NAMES, PORTS, /^shared\/adapters\/memory\//, /^node:crypto$/],
  },
  {
    name: "shared/adapters/reference",
    files: /^shared\/adapters\/reference\//,
    may: [DOMAIN, EVENTS, PORTS, /^shared\/adapters\/(reference|roster)\//, /^hucre\//, /^zod$/, /^node:/],
  },
  {
    name: "a use case",
    files: /^functions\/[^/]+\/(?!handler\.ts|environment\.ts)/,
    may: [DOMAIN, EVENTS, NAMES, PORTS, LOG_TYPE, /^shared\/reconcile\//, /^functions\//],
  },
  { name: "environment.ts", files: /^functions\/[^/]+\/environment\.ts$/, may: [EVENTS, NAMES, LAMBDA, /^zod$/] },
  {
    name: "handler.ts",
    files: /^functions\/[^/]+\/handler\.ts$/,
    may: [
      EVENTS,
      NAMES,
      LAMBDA,
      SHIPPED_ADAPTERS,
      /^shared\/reconcile\//,
      /^functions\//,
      /^@aws-sdk\/client-/,
      /^@middy\/core$/,
    ],
  },
];

const sources = globSync([
  "events/**/*.ts",
  "shared/**/*.ts",
  "functions/**/*.ts",
  "infra/**/*.ts",
  "local/**/*.ts",
  "cli/**/*.ts",
]);

/** Every import of a file: a path from the root for our own, the package's name for others. */
function importsOf(file: string): readonly string[] {
  const found = readFileSync(file, "utf8").matchAll(
    /^(?:import|export)\b(?:[^"';]*?\bfrom)?\s*"([^"]+)"|\bimport\("([^"]+)"\)/gm,
  );
  return [...found].map(([, quoted, dynamic]) => {
    const name = quoted ?? dynamic ?? "";
    if (name.startsWith("#")) return name.slice(1);
    if (name.startsWith(".")) return normalize(join(file, "..", name));
    return name;
  });
}

test("every source file of the pipeline belongs to a layer", () => {
  const outside = sources.filter(
    (file) => /^(events|shared|functions)\//.test(file) && !LAYERS.some((layer) => layer.files.test(file)),
  );
  expect(outside).toEqual([]);
});

describe.each(LAYERS)("$name", ({ files, may }) => {
  const inLayer = sources.filter((file) => files.test(file));
  test("has files, and they import only what they may", () => {
    expect(inLayer).not.toEqual([]);
    const wrong = inLayer.flatMap((file) =>
      importsOf(file)
        .filter((name) => !may.some((allowed) => allowed.test(name)))
        .map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});

test("one function never imports another's folder", () => {
  const wrong = sources
    .filter((file) => file.startsWith("functions/"))
    .flatMap((file) => {
      const own = file.split("/").slice(0, 2).join("/");
      return importsOf(file)
        .filter((name) => name.startsWith("functions/") && !name.startsWith(`${own}/`))
        .map((name) => `${file} imports ${name}`);
    });
  expect(wrong).toEqual([]);
});

test("only infra imports CDK", () => {
  const wrong = sources.filter(
    (file) =>
      !file.startsWith("infra/") && importsOf(file).some((name) => /^(aws-cdk-lib|constructs|cdk-nag)/.test(name)),
  );
  expect(wrong).toEqual([]);
});

test("the environment is read only by environment.ts and the entry points of infra, cli and local", () => {
  const wrong = sources.filter(
    (file) =>
      !/(^functions\/[^/]+\/environment\.ts$|^infra\/|^cli\/|^local\/)/.test(file) &&
      readFileSync(file, "utf8").includes("process.env"),
  );
  expect(wrong).toEqual([]);
});

test("no function and no domain code asks the wall clock or chance", () => {
  const wrong = sources.filter(
    (file) =>
      /^(shared\/domain|functions)\//.test(file) &&
      /Date\.now\(\)|new Date\(\)|Math\.random\(\)/.test(readFileSync(file, "utf8")),
  );
  expect(wrong).toEqual([]);
});
