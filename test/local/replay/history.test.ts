import { describe, expect, test } from "vitest";
import { HISTORY, LAST_DAY } from "#local/replay/history.ts";
import { pseudonymsOf } from "#shared/adapters/aws/secret-pseudonyms.ts";
import { readRoster } from "#shared/adapters/roster/read-roster.ts";
import { hexOfBytes } from "#shared/domain/hex.ts";
import { month } from "#shared/domain/month.ts";
import { firstMonthAt, lastMonthAt, programmesAt, workerBytesAt } from "#shared/domain/packed-enrolments.ts";
import { programmesIn } from "#shared/domain/programme.ts";
import { NO_DEFAULTS } from "#shared/domain/roster-file/defaults.ts";
import type { FileReading } from "#shared/domain/roster-file/reading.ts";

const { of: pseudonymise } = pseudonymsOf("a secret of this test, of no use elsewhere");

async function read(arrival: (typeof HISTORY)[number]): Promise<FileReading> {
  const body = await arrival.file();
  const open = async function* () {
    yield body;
  };
  const reading = await readRoster(
    { fileName: arrival.fileName, open },
    { roster: arrival.roster, asOf: arrival.day, defaults: NO_DEFAULTS, pseudonymise },
  );
  if (reading.kind === "refused") throw new Error(reading.problems[0]?.code);
  return reading;
}

const readings = new Map(
  await Promise.all(HISTORY.map(async (arrival) => [arrival.fileName, await read(arrival)] as const)),
);

function readingOf(fileName: string): FileReading {
  const reading = readings.get(fileName);
  if (reading === undefined) throw new Error(`no file ${fileName}`);
  return reading;
}

function workersOf({ enrolments }: FileReading): ReadonlySet<string> {
  return new Set(Array.from({ length: enrolments.count }, (_, row) => hexOfBytes(workerBytesAt(enrolments, row))));
}

describe("the history", () => {
  test("goes forward in time and ends after its last file", () => {
    const days = HISTORY.map((arrival) => arrival.day);
    expect(days).toEqual(days.toSorted());
    expect(days.every((day) => day < LAST_DAY)).toBe(true);
  });

  test.each([
    ["non-asn-2021.csv", 7_753, "2021-01", "2021-12", "jkk,jkm"],
    ["non-asn-2022.csv", 7_753, "2022-01", "2022-12", "jkk,jkm"],
    ["non-asn-2022-2024.csv", 7_994, "2022-01", "2024-12", "jkk,jkm"],
    ["pekerja-rentan-2022-11.xlsx", 24_000, "2022-11", "2023-12", "jkk,jkm"],
    ["non-asn-2023.csv", 7_699, "2023-01", "2023-12", "jkk,jkm"],
    ["data-tk-perusahaan-2023-02.csv", 50_132, "2023-02", "", "jkk,jkm,jht,jp"],
    ["non-asn-2024.csv", 7_699, "2024-01", "2024-12", "jkk,jkm"],
  ])("%s enrols %i workers from %s to %s, without a single problem", (fileName, workers, first, last, programmes) => {
    const { enrolments, ...reading } = readingOf(fileName);
    expect(reading.rows).toEqual({ read: workers, accepted: workers, duplicate: 0, rejected: 0 });
    expect([reading.workers, reading.problems, reading.file]).toEqual([workers, [], []]);
    for (let row = 0; row < enrolments.count; row += 1) {
      expect(firstMonthAt(enrolments, row)).toBe(month(first));
      expect(lastMonthAt(enrolments, row)).toBe(last === "" ? 0xffff : month(last));
    }
    expect(programmesIn(programmesAt(enrolments, 0)).join(",")).toBe(programmes);
  });

  test("the firms' file names 1,174 firms", () => {
    expect(readingOf("data-tk-perusahaan-2023-02.csv").employers).toBe(1_174);
  });

  test("no worker stands in two rosters", () => {
    const ofRosters = [
      "non-asn-2022.csv",
      "non-asn-2022-2024.csv",
      "pekerja-rentan-2022-11.xlsx",
      "data-tk-perusahaan-2023-02.csv",
    ];
    const all = ofRosters.map((fileName) => workersOf(readingOf(fileName)));
    expect(new Set(all.flatMap((one) => [...one])).size).toBe(7_753 + 7_994 + 24_000 + 50_132);
  });

  test("54 of Siak's staff are left out in 2023, and nobody is new", () => {
    const before = workersOf(readingOf("non-asn-2022.csv"));
    const after = workersOf(readingOf("non-asn-2023.csv"));
    const without = (some: ReadonlySet<string>, others: ReadonlySet<string>): number =>
      [...some].filter((one) => !others.has(one)).length;
    expect([without(before, after), without(after, before)]).toEqual([54, 0]);
  });
});

describe("the newer file of the vulnerable workers", () => {
  const { rows, workers, problems, problemCounts, kept, rejectedRows, enrolments } =
    readingOf("pekerja-rentan-2023-11.xlsx");
  const before = readingOf("pekerja-rentan-2022-11.xlsx");

  test("has 24,037 rows: 24,000 accepted, 3 duplicate, 34 rejected", () => {
    expect(rows).toEqual({ read: 24_037, accepted: 24_000, duplicate: 3, rejected: 34 });
    expect(workers).toBe(24_000);
  });

  test("names the same 24,000 on the same terms as the year before", () => {
    expect(new Uint8Array(enrolments.view.buffer, enrolments.view.byteOffset, enrolments.view.byteLength)).toEqual(
      new Uint8Array(
        before.enrolments.view.buffer,
        before.enrolments.view.byteOffset,
        before.enrolments.view.byteLength,
      ),
    );
  });

  test("every bad row is named with what is wrong", () => {
    expect(problemCounts).toEqual({
      "nik-is-number": 5,
      "nik-length": 5,
      "nik-digits-lost": 4,
      "nik-scientific": 3,
      "nik-date-impossible": 3,
      "nik-region-unknown": 3,
      "nik-not-digits": 3,
      "nik-missing": 1,
      "birth-date-impossible": 2,
      "end-before-start": 3,
      "programme-unknown": 2,
      duplicate: 3,
    });
    expect([...new Set(problems.filter(({ severity }) => severity === "error").map(({ row }) => row))]).toEqual([
      ...rejectedRows,
    ]);
  });

  test("no rejected row is one of the 24,000", () => {
    expect(kept.size).toBe(7);
    const { enrolments: all } = before;
    for (let row = 0; row < all.count; row += 1) expect(kept.has(workerBytesAt(all, row))).toBe(false);
  });
});
