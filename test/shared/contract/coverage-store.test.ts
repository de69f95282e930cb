import { expect, test } from "vitest";
import { closedMonth } from "#shared/domain/coverage.ts";
import { day } from "#shared/domain/day.ts";
import { foldCoverage } from "#shared/domain/fold-coverage.ts";
import { month } from "#shared/domain/month.ts";
import { provinceCode, regencyCode } from "#shared/domain/region.ts";
import { latestFile } from "#shared/domain/roster-version.ts";
import { pack } from "#shared/domain/row-writer.ts";
import { foldWindow, type StoredCoverage } from "#shared/domain/stored-coverage.ts";
import { enrolment } from "#test/shared/domain/arbitraries.ts";
import { describeContract } from "./each-world.ts";
import { BATCH, newRoster } from "./samples.ts";

function stored(ticket: number, generation: number, workers: number, asOf = "2023-02-01"): StoredCoverage {
  const table = pack(Array.from({ length: workers }, (_, n) => enrolment(n + 1, "2023-01", "2023-12")));
  const rosters = [newRoster(), newRoster()].map((roster) => ({ roster, version: generation, slices: [table] }));
  const window = foldWindow(day(asOf));
  return { ticket, asOf: day(asOf), generation, window, coverage: foldCoverage(rosters, window) };
}

describeContract("CoverageStore", (world) => {
  test("a regency never looked at has no coverage", async () => {
    expect(await world().coverage.current(regencyCode("14.01"))).toBeNull();
  });

  test("tickets rise by one, and the day never falls", async () => {
    const { coverage } = world();
    const regency = regencyCode("14.02");
    expect(await coverage.takeTicket(regency, day("2023-02-01"))).toEqual({ ticket: 1, asOf: "2023-02-01" });
    expect(await coverage.takeTicket(regency, day("2023-03-01"))).toEqual({ ticket: 2, asOf: "2023-03-01" });
    expect(await coverage.takeTicket(regency, day("2023-02-15"))).toEqual({ ticket: 3, asOf: "2023-03-01" });
    const many = await Promise.all(Array.from({ length: 5 }, () => coverage.takeTicket(regency, day("2023-03-01"))));
    expect(many.map(({ ticket }) => ticket).sort()).toEqual([4, 5, 6, 7, 8]);
    expect(await coverage.regencies(provinceCode("14"))).toContain(regency);
    expect(await coverage.regencies(provinceCode("14"))).not.toContain(regencyCode("14.01"));
  });

  test("a regency with a roster is among them also where its coverage was never looked at", async () => {
    const { coverage, heads } = world();
    const [standing, planned] = [newRoster("14.71"), newRoster("14.72")];
    const latest = latestFile(day("2023-02-01"), BATCH.source);
    await heads.nextVersion(standing);
    await heads.nextVersion(planned);
    await heads.move({ ...BATCH, roster: standing, base: 0, version: 1, parts: 1, latest });
    const regencies = await coverage.regencies(provinceCode("14"));
    expect(regencies).toContain(regencyCode("14.71"));
    expect(regencies).not.toContain(regencyCode("14.72"));
  });

  test("what was written is read back, whole", async () => {
    const { coverage } = world();
    const regency = regencyCode("14.03");
    const first = stored(1, 1, 3);
    expect(await coverage.write(regency, first, null)).toBe(true);
    expect(await coverage.current(regency)).toEqual(first);
  });

  test.each([
    ["with a lower ticket", 4, 9, "14.04"],
    ["of older heads, although its ticket is higher", 6, 8, "14.06"],
  ])("a fold is refused %s, and what stands is still read, whole", async (_, ticket, generation, code) => {
    const { coverage } = world();
    const regency = regencyCode(code);
    await coverage.write(regency, stored(5, 9, 3), null);
    const before = await coverage.current(regency);
    expect(await coverage.write(regency, stored(ticket, generation, 2), before)).toBe(false);
    expect(await coverage.current(regency)).toEqual(before);
  });

  test("the same fold again, as after an answer that was lost, stands and is read whole", async () => {
    const { coverage } = world();
    const regency = regencyCode("14.08");
    const fold = stored(1, 1, 3);
    expect(await coverage.write(regency, fold, null)).toBe(true);
    expect(await coverage.write(regency, fold, null)).toBe(true);
    expect(await coverage.current(regency)).toEqual(fold);
  });

  test("months that leave the window stay as they were last seen; an older fold does not write over them", async () => {
    const { coverage, reader } = world();
    const regency = regencyCode("14.07");
    const first = stored(1, 5, 3);
    await coverage.write(regency, first, null);
    await coverage.write(regency, stored(2, 6, 4, "2023-04-01"), first);
    const frozen = first.coverage.months.slice(0, 2).map((it) => closedMonth(it, first.coverage.rosters));
    expect(await reader.frozenMonths(regency)).toEqual(frozen);
    await coverage.write(regency, stored(3, 7, 4, "2023-04-01"), stored(1, 4, 9));
    expect(await reader.frozenMonths(regency)).toEqual(frozen);
    expect(await coverage.closedMonths(regency, month("2022-03"))).toEqual(frozen.slice(1));
  });

  test("the day of the province only rises", async () => {
    const { coverage, reader } = world();
    const province = provinceCode("14");
    expect(await reader.lastDay(province)).toBeNull();
    for (const on of ["2023-02-01", "2023-03-01", "2023-02-15"]) await coverage.recordDay(province, day(on));
    expect(await reader.lastDay(province)).toBe("2023-03-01");
  });
});
