import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { syntheticWorker, syntheticWorkers } from "#local/replay/workers.ts";
import { birthInNik, isNik } from "#shared/domain/nik.ts";
import { regencyCode } from "#shared/domain/region.ts";

const BENGKALIS = regencyCode("14.03");
const SIAK = regencyCode("14.08");
const sample = syntheticWorkers(BENGKALIS, 0, 90_000);

describe("synthetic workers", () => {
  test("have a NIK of sound structure that agrees with their birth date and sex", () => {
    for (const { nik, birth, sex } of sample) {
      if (!isNik(nik)) throw new Error(`not a NIK: ${nik}`);
      const { day, month, year, sex: sexInNik } = birthInNik(nik);
      const dated = `${birth.slice(0, 2)}${[year, month, day].map((part) => String(part).padStart(2, "0")).join("-")}`;
      expect([dated, sexInNik]).toEqual([birth, sex]);
    }
  });

  test("have serials that no registry office reaches, so that none is a real person's", () => {
    expect(sample.every(({ nik }) => Number(nik.slice(12)) >= 9990)).toBe(true);
  });

  test("are 18 to 57 years old during the whole replay", () => {
    const births = sample.map(({ birth }) => birth);
    expect(births.every((birth) => birth >= "1966-03-01" && birth <= "2003-11-30")).toBe(true);
  });

  test("have different NIK for different numbers, and for different regencies", () => {
    const niks = new Set([...sample, ...syntheticWorkers(SIAK, 0, 8_000)].map(({ nik }) => nik));
    expect(niks.size).toBe(98_000);
  });

  test("are the same ones every time", () => {
    expect(syntheticWorker(SIAK, 4711)).toEqual(syntheticWorker(SIAK, 4711));
    expect(syntheticWorker(SIAK, 0).nik).toBe("1408010103669990");
  });

  test("come from districts that exist", () => {
    const data = createRequire(import.meta.url)
      .resolve("idn-area-data")
      .replace(/idn-area-data\/.*/, "idn-area-data/data/districts.csv");
    const districts = new Map(
      readFileSync(data, "utf8")
        .split(/\r?\n/)
        .map((line) => line.split(","))
        .map(([code = "", , name = ""]) => [code.replaceAll(".", ""), name.replaceAll('"', "")]),
    );
    for (const { nik, district } of sample) expect(districts.get(nik.slice(0, 6))).toBe(district);
  });
});
