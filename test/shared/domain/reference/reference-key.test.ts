import { expect, test } from "vitest";
import { parseReferenceKey, REFERENCE_FOLDERS } from "#shared/domain/reference/reference-key.ts";
import { provinceCode } from "#shared/domain/region.ts";
import { REFERENCE_PREFIXES } from "#shared/names.ts";

const RIAU = provinceCode("14");

test("the folders are those of which the bucket tells", () => {
  expect(Object.values(REFERENCE_FOLDERS).map((folder) => `${folder}/`)).toEqual([...REFERENCE_PREFIXES]);
});

test.each([
  ["workforce/2022.csv", { kind: "workforce", fileName: "2022.csv" }],
  ["targets/Target UCJ 2025.xlsx", { kind: "targets", fileName: "Target UCJ 2025.xlsx" }],
  ["claims/2022.csv.gz", { kind: "claims", fileName: "2022.csv.gz" }],
  [
    "agreements/14.03/apbd-2022.json",
    { kind: "agreement", fileName: "apbd-2022.json", agreement: { regency: "14.03", slug: "apbd-2022" } },
  ],
  [
    "agreements/14.03/apbd-2022.XLSX",
    { kind: "agreement", fileName: "apbd-2022.XLSX", agreement: { regency: "14.03", slug: "apbd-2022" } },
  ],
])("%s says what it is", (key, expected) => {
  expect(parseReferenceKey(key, RIAU)).toEqual({ ok: true, key: expected });
});

test.each([
  ["agreements/1403/apbd-2022.json", "code-bare"],
  ["agreements/21.71/apbd-2022.json", "code-of-other-province"],
  ["agreements/14.99/apbd-2022.json", "code-unknown"],
  ["agreements/14.03/APBD 2022.json", "agreement-key-shape"],
  ["agreements/14.03/apbd-2022.pdf", "agreement-key-shape"],
  ["agreements/14.03/lama/apbd-2022.json", "agreement-key-shape"],
  ["agreements/apbd-2022.json", "agreement-key-shape"],
  ["workforce/", "table-key-shape"],
  ["claims/2022/januari.csv", "table-key-shape"],
])("%s is refused: %s", (key, code) => {
  expect(parseReferenceKey(key, RIAU)).toMatchObject({ ok: false, problems: [{ code, severity: "error" }] });
});

test("a key that may name a person is refused, and nothing of it is repeated", () => {
  for (const key of ["workforce/1403011129299990.csv", "agreements/14.03/a-1403011129299990.json"]) {
    const parsed = parseReferenceKey(key, RIAU);
    expect(parsed).toMatchObject({ ok: false, problems: [{ code: "reference-key-nik" }] });
    expect(JSON.stringify(parsed)).not.toContain("1403011129299990");
  }
});

test("what lies elsewhere is no reference data", () => {
  expect(parseReferenceKey("rosters/14.03/rentan/apbd/a.csv", RIAU)).toBeNull();
});
