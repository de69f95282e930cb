import { expect, test } from "vitest";
import { unusedVersions } from "#shared/domain/history/unused-versions.ts";
import { upload, version } from "./versions.ts";

const planned = (number: number) => ({ version: number, base: 0, baseParts: 0, taken: 0 });

test("every number that no version of the history has is told with why", () => {
  const versions = [
    version({ version: 1, base: 0, on: "2023-01-10", uploadId: "a" }),
    version({ version: 3, base: 1, on: "2023-02-10", uploadId: "again" }),
    version({ version: 5, base: 1, on: "2023-02-10", uploadId: "again" }),
  ];
  const uploads = [
    upload("a", "2023-01-10", { plan: planned(1) }),
    upload("same", "2023-01-20", { plan: planned(2) }),
    upload("again", "2023-02-10", { plan: planned(5) }),
    upload("late", "2023-02-11", { plan: planned(6), status: "superseded" }),
    upload("photo", "2023-02-12", { plan: planned(7), status: "refused" }),
    upload("new", "2023-02-13", { plan: planned(8), status: "planned" }),
  ];
  expect(unusedVersions({ current: 5 }, versions, uploads)).toEqual([
    { version: 2, cause: "unchanged", uploadId: "same", fileName: "same.csv" },
    { version: 3, cause: "void", uploadId: "again", fileName: "again.csv" },
    { version: 4, cause: "void", uploadId: null, fileName: null },
    { version: 6, cause: "superseded", uploadId: "late", fileName: "late.csv" },
    { version: 7, cause: "refused", uploadId: "photo", fileName: "photo.csv" },
    { version: 8, cause: "planned", uploadId: "new", fileName: "new.csv" },
  ]);
});

test("without a gap there is nothing to tell", () => {
  expect(unusedVersions({ current: 0 }, [], [])).toEqual([]);
  const [one] = [version({ version: 1, base: 0, on: "2023-01-10" })];
  expect(unusedVersions({ current: 1 }, one === undefined ? [] : [one], [])).toEqual([]);
});
