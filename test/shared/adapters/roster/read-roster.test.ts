import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRoster } from "#shared/adapters/roster/read-roster.ts";
import { day } from "#shared/domain/day.ts";
import { month, monthText, OPEN_END } from "#shared/domain/month.ts";
import { unpack } from "#shared/domain/packed-enrolments.ts";
import { programmeSet } from "#shared/domain/programme.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { NO_DEFAULTS } from "#shared/domain/roster-file/defaults.ts";
import { context, keptAmong, nik, nikOf, source, taken } from "./roster-files.ts";

const read = async (text: string, changes: Parameters<typeof context>[0] = {}) =>
  taken(await readRoster(source(text), context(changes)));
const codesByRow = (reading: Awaited<ReturnType<typeof read>>) =>
  reading.problems.map((found) => `${found.row} ${found.column ?? "-"} ${found.code}`);

describe("good rows", () => {
  test("every field that is read reaches the enrolment", async () => {
    const reading = await read(
      `NIK;NAMA_LENGKAP;TGL_LAHIR;JENIS_KELAMIN;PROGRAM;MULAI;AKHIR;UPAH;NPP;JENIS_PEKERJAAN\r\n` +
        `'${nik(0)};Budi;01-01-2000;L;JKK,JKM;2022-11;31-12-2023;"Rp 1.592.000";JJ012345;Petani\r\n`,
    );
    expect(reading.rows).toEqual({ read: 1, accepted: 1, duplicate: 0, rejected: 0 });
    expect(unpack(reading.enrolments).map(({ worker, ...terms }) => ({ nik: nikOf(worker), ...terms }))).toEqual([
      {
        nik: nik(0),
        first: month("2022-11"),
        last: month("2023-12"),
        programmes: programmeSet("jkk", "jkm"),
        basisRupiah: 1_592_000,
        employer: "JJ012345",
        occupation: 1,
        riskClass: 0,
      },
    ]);
    expect(reading).toMatchObject({ workers: 1, employers: 1, unreadable: 0, problems: [], file: [] });
  });

  test("a NIK is text all the way: those of Papua, which no number holds, are read to the last digit", async () => {
    const niks = ["9171010101909991", "9171010101909993", "9403012902809999"];
    const rows = (birth: string) => `NIK,TGL_LAHIR\n${niks.map((one) => `${one},${birth}\n`).join("")}`;
    // With and without something to tell of a row: both ways of reading one.
    for (const birth of ["", "tidak tahu"]) {
      const reading = await read(rows(birth));
      expect(
        unpack(reading.enrolments)
          .map(({ worker }) => nikOf(worker))
          .sort(),
      ).toEqual(niks);
    }
  });

  test("what a row does not say comes from the metadata, then from the segment and the day", async () => {
    const text = `NIK,MULAI,AKHIR\n${nik(0)},,\n${nik(1)},2023-03,\n`;
    const bare = unpack((await read(text)).enrolments);
    expect(bare.map((row) => [monthText(row.first), row.last]).sort()).toEqual([
      ["2022-11", OPEN_END],
      ["2023-03", OPEN_END],
    ]);
    const defaults = { ...NO_DEFAULTS, programmes: programmeSet("jkk", "jkm", "jht"), last: month("2023-12") };
    for (const row of unpack((await read(text, { defaults })).enrolments)) {
      expect(row).toMatchObject({ last: month("2023-12"), programmes: defaults.programmes });
    }
  });

  test("BULAN_IURAN counts from the first month, where no AKHIR is given", async () => {
    const reading = await read(`NOMOR_IDENTITAS,BULAN_IURAN,MULAI\n${nik(0)},3,2022-11\n`);
    expect(unpack(reading.enrolments)[0]).toMatchObject({ first: month("2022-11"), last: month("2023-01") });
  });

  test("a header and no rows is read: it names nobody, and says so", async () => {
    const reading = await read("NIK,NAMA\n\n,\n");
    expect(reading).toMatchObject({ workers: 0, rows: { read: 0 }, file: [{ code: "no-rows", severity: "warning" }] });
  });

  test("blank rows and a repeated header count as rows of the sheet, not as rows read", async () => {
    const reading = await read(`Daftar pekerja\n\nNIK,NAMA\n${nik(0)},A\n,\n\nNIK,NAMA\nx,B\n`);
    expect(reading.rows).toEqual({ read: 2, accepted: 1, duplicate: 0, rejected: 1 });
    expect(codesByRow(reading)).toEqual(["8 NIK nik-not-digits"]);
  });

  test("a line break in quotes stays in its row", async () => {
    const reading = await read(`NIK,ALAMAT\r\n${nik(0)},"Jalan\r\nBaru"\r\nx,\r\n`);
    expect(codesByRow(reading)).toEqual(["3 NIK nik-not-digits"]);
  });

  test.each([
    ["utf-16le", "\ufeff"],
    ["utf8", "\ufeff"],
    ["utf8", "sep=,\r\n"],
  ] as const)("%s with %j in front", async (encoding, start) => {
    const text = `${start}NIK,NAMA\r\n${nik(0)},Bûdi\r\n`;
    const reading = taken(await readRoster(source(Buffer.from(text, encoding), 7), context()));
    expect(reading.rows.accepted).toBe(1);
  });
});

describe("bad rows are named, all that is wrong with them at once", () => {
  test.each([
    ["", "nik-missing"],
    [nik(0).slice(1), "nik-length"],
    [`${nik(0).slice(0, 12)}0000`, "nik-digits-lost"],
    ["1,40808E+15", "nik-scientific"],
    [`1499${nik(0).slice(4)}`, "nik-region-unknown"],
    [`${nik(0).slice(0, 8)}13${nik(0).slice(10)}`, "nik-date-impossible"],
    [`${nik(0).slice(0, 2)}O${nik(0).slice(3)}`, "nik-not-digits"],
  ])("NIK %j: %s", async (text, code) => {
    const reading = await read(`NAMA;NIK\nA;${nik(5)}\nB;${text}\n`);
    expect(codesByRow(reading)).toEqual([`3 NIK ${code}`]);
    expect(reading).toMatchObject({ unreadable: 1, rows: { accepted: 1, rejected: 1 }, problemCounts: { [code]: 1 } });
    expect([...reading.rejectedRows]).toEqual([3]);
  });

  test("several at once, under the names that the file gives its columns", async () => {
    const reading = await read(
      `No. KTP;Tgl Lahir;PROGRAM;MULAI;AKHIR;GAJI;NPP\n${nik(0)};31-02-1990;JKK;2023-05;2023-04;lima;${nik(1)}\n`,
    );
    expect(codesByRow(reading)).toEqual([
      "2 Tgl Lahir birth-date-impossible",
      "2 PROGRAM programme-below-minimum",
      "2 AKHIR end-before-start",
      "2 GAJI wage-not-read",
      "2 NPP employer-has-nik",
    ]);
    expect(keptAmong(reading, 5)).toEqual([nik(0)]);
    expect(reading.unreadable).toBe(0);
  });

  test("a birth date or sex unlike the NIK's is a warning only", async () => {
    const reading = await read(`NIK;TGL_LAHIR;JENIS_KELAMIN\n${nik(0)};02-01-2000;Perempuan\n`);
    expect(reading.problems.map((found) => [found.code, found.severity])).toEqual([
      ["birth-date-differs", "warning"],
      ["sex-differs", "warning"],
    ]);
    expect(reading.rows).toMatchObject({ accepted: 1, rejected: 0 });
  });

  test("rows swallowed by an open quotation mark, and cells beyond the header, are told and end nobody", async () => {
    const reading = await read(
      `NIK,NAMA\n${nik(0)},"Budi\n${nik(1)},Siti ${"x".repeat(40)}\n${nik(2)},Ucok"\n${nik(3)},Ani, S.Pd\n`,
    );
    expect(codesByRow(reading)).toEqual(["2 - row-swallowed", "3 - row-too-wide"]);
    expect(reading.unreadable).toBe(2);
  });

  test("a wage that is missing where the wage is what is paid on is a warning", async () => {
    const roster = rosterId("14.03/ppu/branch");
    expect(codesByRow(await read(`NIK,UPAH\n${nik(0)},\n`, { roster }))).toEqual(["2 UPAH wage-missing"]);
    expect((await read(`NIK\n${nik(0)}\n`, { roster })).file).toMatchObject([{ code: "no-wage-column" }]);
  });

  test("the first thousand are listed, all are counted", async () => {
    const reading = await read(`NIK\n${"x\n".repeat(1500)}`);
    expect(reading.problems).toHaveLength(1000);
    expect(reading.problemCounts).toEqual({ "nik-not-digits": 1500 });
  });
});

describe("the same worker more than once", () => {
  const twice = (...rows: readonly string[]) => read(`NIK;NPP;MULAI;AKHIR;UPAH\n${rows.join("\n")}\n`);

  test("rows that mean the same count once", async () => {
    const reading = await twice(`${nik(0)};A;2023-01;2023-12;100`, `'${nik(0)};A;01/2023;31-12-2023;Rp 100`);
    expect(reading.rows).toEqual({ read: 2, accepted: 1, duplicate: 1, rejected: 0 });
    expect(codesByRow(reading)).toEqual(["3 - duplicate"]);
    expect(reading.problems[0]?.message.en).toContain("row 2");
  });

  test("two employers, and months apart, are enrolments of their own", async () => {
    const reading = await twice(
      `${nik(0)};A;2023-01;2023-06;100`,
      `${nik(0)};B;2023-01;2023-12;100`,
      `${nik(0)};A;2023-07;2023-12;200`,
    );
    expect(reading.rows).toEqual({ read: 3, accepted: 3, duplicate: 0, rejected: 0 });
    expect(reading.workers).toBe(1);
  });

  test("rows that overlap with other content are all rejected and name each other", async () => {
    const reading = await twice(
      `${nik(0)};A;2022-11;2023-04;100`,
      `${nik(1)};A;2022-11;2023-04;100`,
      `${nik(0)};A;2023-04;2023-10;200`,
      `${nik(0)};A;2023-11;2024-12;200`,
    );
    expect(reading.rows).toEqual({ read: 4, accepted: 2, duplicate: 0, rejected: 2 });
    expect(codesByRow(reading)).toEqual(["2 - rows-contradict", "4 - rows-contradict"]);
    expect(reading.problems[1]?.message.en).toContain("row 2");
    expect(keptAmong(reading, 5)).toEqual([nik(0)]);
  });
});

test("rows read are accepted, duplicate or rejected, whatever stands in them, and each rejected row has an error", async () => {
  const cell = fc.constantFrom(nik(0), nik(1), nik(2), "", "x", "1,4E+15", nik(0).slice(1));
  const monthCell = fc.constantFrom("", "2023-01", "2023-06", "2023-12", "2023-13");
  const row = fc.tuple(cell, fc.constantFrom("", "A", "B"), monthCell, monthCell, fc.constantFrom("", "100", "x"));
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
      const filled = rows.filter((cells) => cells.some((text) => text !== ""));
      fc.pre(filled.length > 0);
      const reading = await read(`NIK;NPP;MULAI;AKHIR;UPAH\n${rows.map((cells) => cells.join(";")).join("\n")}\n`);
      expect(reading.rows.read).toBe(filled.length);
      expect(reading.rows.accepted + reading.rows.duplicate + reading.rows.rejected).toBe(reading.rows.read);
      expect(reading.enrolments.count).toBe(reading.rows.accepted);
      const wrong = reading.problems.filter((found) => found.severity === "error").map((found) => found.row);
      expect([...new Set(wrong)]).toEqual([...reading.rejectedRows]);
    }),
    { numRuns: 150 },
  );
});

test("nothing of a person is in what is told", async () => {
  const text = `NIK;NAMA;TGL_LAHIR;UPAH\n${nik(0)};Budi Santoso;31-02-1990;x\n${nik(0)};Budi Santoso;01-01-2000;5\n${nik(0)};Budi;02-01-2000;6\n`;
  const { problems, file, problemCounts } = await read(text, { asOf: day("2023-01-01") });
  expect(problems.length).toBeGreaterThan(3);
  expect(JSON.stringify([problems, file, problemCounts])).not.toMatch(/\d{16}|Budi|1990|2000/);
});
