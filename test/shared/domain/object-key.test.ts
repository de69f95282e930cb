import { describe, expect, test } from "vitest";
import { parseObjectKey } from "#shared/domain/object-key.ts";
import { provinceCode } from "#shared/domain/region.ts";

const RIAU = provinceCode("14");
const codesOf = (key: string): readonly string[] => {
  const parsed = parseObjectKey(key, RIAU);
  return parsed.kind === "refused" ? parsed.problems.map((found) => found.code) : [];
};

describe("a key that names a roster", () => {
  test.each([
    ["data.csv", "full"],
    ["Daftar 100% + tambahan (äöü).xlsx", "full"],
    ["rejected.add.csv", "add"],
    ["REJECTED.ADD.XLSX", "add"],
    ["add.csv", "full"],
    ["data.add.csv.txt", "add"],
    ["data.add.txt", "add"],
    ["data.end.csv.gz", "end"],
    ["data.add (1).csv", "add"],
    ["data.add(12).xlsx", "add"],
    ["data.add.csv (1).gz", "add"],
    ["data.end - Copy (2).xlsx", "end"],
    ["data.add - Salin.xlsx", "add"],
    ["data.add copy 2.csv", "add"],
    ["data.add 2.csv", "add"],
    ["data.add-2.csv", "add"],
    ["data.add (1) - Salinan.csv", "add"],
    ["rekap.end-of-year.csv", "full"],
    ["rekap.end 2026.csv", "full"],
    ["rekap.end-12.csv", "full"],
    ["rekap.end.user.csv", "full"],
    ["data.address.csv", "full"],
    ["data.add", "full"],
  ])("%s is read as %s", (fileName, mode) => {
    expect(parseObjectKey(`rosters/14.03/rentan/apbd-2022/${fileName}`, RIAU)).toEqual({
      kind: "roster",
      roster: "14.03/rentan/apbd-2022",
      fileName,
      mode,
    });
  });
});

describe("a key that names none says why", () => {
  test.each([
    ["data.csv", ["key-shape"]],
    ["rosters/14.03/rentan/data.csv", ["key-shape"]],
    ["rosters/14.03/rentan/apbd-2022/", ["key-shape"]],
    ["rosters/14.03/rentan/apbd-2022/more/data.csv", ["key-shape"]],
    ["daftar/14.03/rentan/apbd-2022/data.csv", ["key-shape"]],
    ["rosters/1403/rentan/apbd-2022/data.csv", ["regency-code-bare"]],
    ["rosters/14.99/rentan/apbd-2022/data.csv", ["regency-unknown"]],
    ["rosters/91.01/rentan/apbd-2022/data.csv", ["regency-retired"]],
    ["rosters/bengkalis/rentan/apbd-2022/data.csv", ["regency-unknown"]],
    ["rosters/13.01/rentan/apbd-2022/data.csv", ["regency-of-other-province"]],
    ["rosters/14.03/rentn/apbd-2022/data.csv", ["segment-unknown"]],
    ["rosters/14.03/__proto__/apbd-2022/data.csv", ["segment-unknown"]],
    ["rosters/14.03/rentan/APBD 2022/data.csv", ["slug-bad"]],
    ["rosters/1403/x/A/data.csv", ["regency-code-bare", "segment-unknown", "slug-bad"]],
  ])("%s", (key, codes) => {
    expect(codesOf(key)).toEqual(codes);
  });

  test("the nearest segment is suggested", () => {
    const parsed = parseObjectKey("rosters/14.03/rentn/apbd-2022/data.csv", RIAU);
    expect(parsed.kind === "refused" && parsed.problems[0]?.message.en).toContain('"rentan"');
  });

  test.each(["rosters/14.03/rentan/apbd-2022/1403013112929990.csv", "rosters/14.03/rentan/1403013112929990/data.csv"])(
    "nothing of a key with 16 digits in a row is given on: %s",
    (key) => {
      const parsed = parseObjectKey(key, RIAU);
      expect(parsed).toMatchObject({ kind: "refused", fileName: "(disamarkan)", problems: [{ code: "key-has-nik" }] });
      expect(JSON.stringify(parsed)).not.toContain("1403013112929990");
    },
  );
});
