import { expect, test } from "vitest";
import { aboutLetter } from "#cli/dead-letters/about-letter.ts";
import { provinceCode } from "#shared/domain/region.ts";

const NIK = "1403014101900001";
const about = (body: unknown) =>
  aboutLetter(typeof body === "string" ? body : JSON.stringify(body), provinceCode("14"));
const ofObject = (key: string) => ({ "detail-type": "Object Created", detail: { object: { key } } });

test.each([
  ["a coverage update", { type: "coverage-update", regency: "14.03", asOf: "2024-01-01" }, "14.03 2024-01-01"],
  ["slices", { roster: "14.03/rentan/a", uploadId: "49614757b9d0a77cc9a7" }, "14.03/rentan/a 49614757b9d0a77cc9a7"],
  ["a roster's file, without its name", ofObject("rosters/14.03/rentan/a/budi santoso.csv"), "14.03/rentan/a"],
  ["an agreement's", ofObject("agreements/14.03/apbd-2022.json"), "14.03/apbd-2022"],
  ["figures", ofObject("workforce/budi.csv"), "workforce"],
  ["a daily run", { time: "2024-01-01T17:10:00Z" }, "2024-01-01T17:10:00Z"],
  ["what was posted to an HTTPS address", { Message: '{"alertId":"14.03-dropped-2024"}' }, "14.03-dropped-2024"],
])("%s is told", (_, body, told) => {
  expect(about(body)).toBe(told);
});

test.each([
  ["no JSON", `bukan json ${NIK}`],
  ["no object", [NIK]],
  ["null", null],
  ["a file's name that holds one", ofObject(`rosters/14.03/rentan/a/${NIK}.csv`)],
  ["a field of another form", { roster: `${NIK}/a/b`, regency: NIK, asOf: NIK, time: NIK }],
  ["a field that is not known", { nama: "budi santoso", nik: NIK }],
])("nothing is told of %s", (_, body) => {
  expect(about(body)).toBe("-");
});

test("an id that holds one is concealed", () => {
  expect(about({ uploadId: `0000${NIK}` })).toBe("…");
});
