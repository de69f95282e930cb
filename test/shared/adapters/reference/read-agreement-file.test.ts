import { globSync, readFileSync } from "node:fs";
import { openXlsx, readXlsx, saveXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { agreementFile } from "#events/agreement-file.ts";
import { agreementTemplateXlsx } from "#shared/adapters/reference/agreement-template-xlsx.ts";
import { templateXlsx } from "#shared/adapters/roster/template-xlsx.ts";
import { monthText } from "#shared/domain/month.ts";
import { AGREEMENT_FIELDS, PERIOD_FIELDS } from "#shared/domain/reference/agreement-sheet/fields.ts";
import { legalBasisText, readLegalBasis } from "#shared/domain/reference/agreement-sheet/legal-basis.ts";
import { SEGMENT_CODES } from "#shared/domain/segment.ts";
import { problemsIn, readAgreement, workbookOf } from "./files.ts";

const SEED = "data/14/agreements/14.03/apbd-2022.json";
const WITH_BUDGET = "data/14/agreements/14.03/apbd-2022-anggaran-2023.json";
const seed: Record<string, unknown> = JSON.parse(readFileSync(SEED, "utf8"));
const [period] = agreementFile.shape.periods.parse(seed.periods);
const json = (changes: Record<string, unknown>): string => JSON.stringify({ ...seed, ...changes });
const onePeriod = (changes: Record<string, unknown>): string =>
  json({ periods: [{ ...(seed.periods as readonly object[])[0], ...changes }] });

describe("the seeds of Riau", () => {
  test.each(globSync("data/14/agreements/*/*.json").sort())("%s is read", async (path) => {
    const reading = await readAgreement(readFileSync(path), path.split("/")[3]);
    expect(reading.kind).toBe("agreement");
    const errors = [...reading.file, ...reading.problems].filter(({ severity }) => severity === "error");
    expect(errors).toEqual([]);
  });

  test("a budget of one month for fourteen is told", async () => {
    const reading = await readAgreement(readFileSync(WITH_BUDGET));
    expect(problemsIn(reading)).toEqual(["- - budget-implausible"]);
    // 403,000,000 / 24,000 / 14
    expect(reading.file[0]?.message.en).toContain("Rp 1,199 a head");
  });
});

describe("an agreement as JSON", () => {
  test.each([
    ["{", ["- - agreement-not-json"]],
    ["%PDF-1.7 signed", ["- - reference-other-kind"]],
    ["Perjanjian dengan Pemkab", ["- - agreement-not-a-file"]],
    ["[]", ["- - agreement-field"]],
    [json({ sponsor: "" }), ["- - agreement-value-missing"]],
    [json({ contact: undefined }), ["- - agreement-value-missing"]],
    [json({ segment: "petani" }), ["- - agreement-choice"]],
    [json({ sponsr: "x" }), ["- - agreement-field-unknown"]],
    [json({ periods: [] }), ["- - agreement-no-period"]],
    [json({ sponsor: "", periods: undefined }), ["- - agreement-value-missing", "- - agreement-no-period"]],
    [json({ programmes: ["jkk"] }), ["- - agreement-programmes"]],
    [json({ programmes: ["jkk", "jkm", "jp"] }), ["- - agreement-programmes"]],
    [json({ rosters: ["14.08/rentan/apbd-2022"] }), ["- - agreement-rosters"]],
    [json({ contact: { office: "Disnaker", email: "bukan surel" } }), ["- - agreement-field"]],
    [onePeriod({ budgetRupiah: "403 juta" }), ["- - agreement-field"]],
    [onePeriod({ last: "2023-13" }), ["- - agreement-field"]],
    [onePeriod({ last: "2022-10" }), ["- - period-ends-before-start"]],
    [
      json({
        periods: ["2022-01", "2022-06"].map((first) => ({
          ...(seed.periods as readonly object[])[0],
          first,
          budgetRupiah: null,
        })),
      }),
      ["- - period-overlaps"],
    ],
  ])("that is wrong is refused (%#)", async (text, problems) => {
    const reading = await readAgreement(text);
    expect([reading.kind, problemsIn(reading)]).toEqual(["refused", problems]);
  });

  test("names the field that is wrong, by its place", async () => {
    const reading = await readAgreement(onePeriod({ budgetSource: "KAS" }));
    expect(reading.file[0]?.message.en).toBe(
      "What periods.1.budgetSource holds is not known. Choose from: APBN, APBD, APBD-P, DBH Sawit, DESA, CSR, BAZNAS, employer, worker.",
    );
    const empty = await readAgreement(json({ contact: { office: " ", email: null } }));
    expect(empty.file[0]?.message.id).toBe("contact.office kosong atau tidak ada. Isi lalu unggah lagi.");
  });

  test("with 16 digits in a row anywhere is refused, and they are not repeated", async () => {
    const reading = await readAgreement(json({ sponsor: "1403011129299990" }));
    expect([reading.kind, problemsIn(reading)]).toEqual(["refused", ["- - reference-nik"]]);
    expect(JSON.stringify(reading)).not.toContain("1403011129299990");
  });
});

const TERMS = {
  SPONSOR: "Pemerintah Kabupaten Bengkalis",
  SEGMEN: "rentan",
  PROGRAM: "JKK,JKM",
  DAFTAR: "14.03/rentan/apbd-2022",
  LAPORAN: "bulanan",
  KANTOR: "Disnaker Bengkalis",
  SUREL: "disnaker@example.org",
};
const PERIOD = {
  MULAI: "2022-11",
  AKHIR: "2023-12",
  JUMLAH_PEKERJA: 24_000,
  ANGGARAN: "Rp 5.644.800.000",
  SUMBER_DANA: "APBD",
  DASAR_HUKUM: "Perbup Bengkalis 65/2023 (mungkin 65/2022); Permendagri No. 27 Tahun 2021",
  SUMBER: "Riau Pos",
};
const CONTENT = {
  sponsor: "Pemerintah Kabupaten Bengkalis",
  segment: "rentan",
  programmes: ["jkk", "jkm"],
  rosters: ["14.03/rentan/apbd-2022"],
  reporting: "monthly",
  contact: { office: "Disnaker Bengkalis", email: "disnaker@example.org" },
  periods: [
    {
      first: period?.first,
      last: period?.last,
      plannedWorkers: 24_000,
      budgetRupiah: 5_644_800_000,
      budgetSource: "APBD",
      legalBasis: [
        { regulation: "Perbup Bengkalis", number: "65", year: 2023, doubt: "mungkin 65/2022" },
        { regulation: "Permendagri", number: "27", year: 2021, doubt: null },
      ],
      source: "Riau Pos",
    },
  ],
};

describe("the template of an agreement", () => {
  test("filled in and saved, says the same as JSON", async () => {
    const book = await openXlsx(await agreementTemplateXlsx());
    const [agreement, periods] = book.sheets;
    if (agreement === undefined || periods === undefined) throw new Error("no sheets");
    agreement.rows = agreement.rows.map(([name, , hint]) => [
      name ?? null,
      TERMS[name as keyof typeof TERMS],
      hint ?? null,
    ]);
    periods.rows[1] = Object.values(PERIOD_FIELDS).map(({ name }) => PERIOD[name]);
    agreement.cells = new Map();
    periods.cells = new Map();
    const reading = await readAgreement(await saveXlsx(book));
    expect(problemsIn(reading)).toEqual([]);
    expect(reading).toMatchObject({ kind: "agreement", rows: 1, content: CONTENT });
    if (reading.kind !== "agreement") return;
    const asJson = await readAgreement(JSON.stringify(agreementFile.encode(reading.content)));
    expect(asJson).toEqual(reading);
  });

  test("has a row or a column for every field, drop-downs and an instruction sheet", async () => {
    const [agreement, periods, instructions, choices] = (await readXlsx(await agreementTemplateXlsx())).sheets;
    expect(agreement?.rows.map(([name]) => name)).toEqual(Object.values(AGREEMENT_FIELDS).map(({ name }) => name));
    expect(periods?.rows[0]).toEqual(Object.values(PERIOD_FIELDS).map(({ name }) => name));
    expect([agreement?.name, periods?.name, instructions?.name]).toEqual(["Perjanjian", "Masa", "Petunjuk Pengisian"]);
    const lists = [...(agreement?.dataValidations ?? []), ...(periods?.dataValidations ?? [])].filter(
      ({ type }) => type === "list",
    );
    expect(lists.map(({ range, formula1 }) => [range, formula1])).toEqual([
      ["B2", "Pilihan!$A$1:$A$10"],
      ["B5", "Pilihan!$B$1:$B$1"],
      ["E2:E1048576", "Pilihan!$C$1:$C$9"],
    ]);
    expect(choices?.rows[0]?.slice(0, 3)).toEqual(["ppu", "bulanan", "APBN"]);
    expect(choices?.rows.map((row) => row[2]).slice(7, 9)).toEqual(["pemberi kerja", "pekerja"]);
  });

  test("asks in prompts that Excel shows whole", async () => {
    const books = [await agreementTemplateXlsx(), ...(await Promise.all(SEGMENT_CODES.map(templateXlsx)))];
    for (const book of books) {
      const rules = (await readXlsx(book)).sheets.flatMap(({ dataValidations }) => dataValidations ?? []);
      expect(rules.length).toBeGreaterThan(0);
      for (const { inputTitle, inputMessage, errorTitle, errorMessage } of rules) {
        expect([inputTitle, errorTitle].filter((title) => (title?.length ?? 0) > 32)).toEqual([]);
        expect((inputMessage?.length ?? 0) <= 255 ? "" : inputMessage).toBe("");
        expect((errorMessage?.length ?? 0) <= 225 ? "" : errorMessage).toBe("");
        expect(inputMessage).toMatch(/[.)]$/);
      }
    }
  });

  test("that was not filled in lacks what is required", async () => {
    const reading = await readAgreement(await agreementTemplateXlsx());
    expect([reading.kind, problemsIn(reading)]).toEqual([
      "refused",
      [
        "- - agreement-no-period",
        "1 Perjanjian: SPONSOR agreement-value-missing",
        "2 Perjanjian: SEGMEN agreement-value-missing",
        "3 Perjanjian: PROGRAM agreement-value-missing",
        "6 Perjanjian: KANTOR agreement-value-missing",
      ],
    ]);
  });
});

type Wrong = readonly [Record<string, string>, readonly Record<string, string>[], readonly string[]];

describe("an agreement as a workbook", () => {
  const book = (terms: Record<string, string>, rows: readonly Record<string, string | number>[]) =>
    workbookOf({
      Perjanjian: Object.entries({ ...TERMS, ...terms }),
      Masa: [Object.keys(PERIOD), ...rows.map((row) => Object.values({ ...PERIOD, ...row }))],
    });

  test.each([
    [{ SEGMEN: "petani" }, [{}], ["2 Perjanjian: SEGMEN agreement-choice"]],
    [{ PROGRAM: "JKX" }, [{}], ["3 Perjanjian: PROGRAM agreement-choice"]],
    [{ DAFTAR: "apbd-2022" }, [{}], ["4 Perjanjian: DAFTAR agreement-rosters"]],
    [{ LAPORAN: "kadang" }, [{}], ["5 Perjanjian: LAPORAN agreement-choice"]],
    [{ SUREL: "disnaker" }, [{}], ["7 Perjanjian: SUREL agreement-email"]],
    [{}, [{ MULAI: "nanti" }], ["2 Masa: MULAI month-unreadable"]],
    [{}, [{}, { MULAI: "2024-01", AKHIR: "2024-12", ANGGARAN: "4,32 miliar" }], ["3 Masa: ANGGARAN number-unreadable"]],
    [{}, [{ SUMBER_DANA: "kas" }], ["2 Masa: SUMBER_DANA agreement-choice"]],
    [{}, [{ SUMBER_DANA: "" }], ["2 Masa: SUMBER_DANA agreement-value-missing"]],
    [{}, [], ["- - agreement-no-period"]],
    [{ KANTOR: "" }, [], ["- - agreement-no-period", "6 Perjanjian: KANTOR agreement-value-missing"]],
    [{}, [{ DASAR_HUKUM: "Perbup" }], ["2 Masa: DASAR_HUKUM agreement-legal-basis"]],
    [{}, [{ SUMBER: "" }], ["2 Masa: SUMBER agreement-value-missing"]],
    [{}, [{ SUMBER: "x".repeat(1_001) }], ["- - agreement-field"]],
    [{}, [{}, {}], ["- - period-overlaps"]],
    [{ SPONSOR: "1403011129299990" }, [{}], ["1 Perjanjian reference-nik"]],
  ] as readonly Wrong[])("%j %j: %j", async (terms, rows, problems) => {
    const reading = await readAgreement(await book(terms, rows));
    expect([reading.kind, problemsIn(reading)]).toEqual(["refused", problems]);
  });

  test.each([
    ["pemberi kerja", "employer"],
    ["Employer", "employer"],
    ["Pekerja", "worker"],
    ["dbh sawit", "DBH Sawit"],
  ])("takes the money of %j as that of %s", async (written, source) => {
    const reading = await readAgreement(await book({}, [{ SUMBER_DANA: written }]));
    expect(reading).toMatchObject({ kind: "agreement", content: { periods: [{ budgetSource: source }] } });
  });

  test("says of which period a text is too long", async () => {
    const rows: readonly Record<string, string>[] = [
      {},
      { MULAI: "2024-01", AKHIR: "2024-12", SUMBER: "x".repeat(1_001) },
    ];
    const reading = await readAgreement(await book({}, rows));
    expect(reading.file[0]?.message.en).toContain("The field SUMBER (Masa 2) is not");
  });

  test("needs both of its sheets", async () => {
    expect(problemsIn(await readAgreement(await workbookOf({ Masa: [["MULAI"]] })))).toEqual([
      "- - agreement-no-sheet",
    ]);
    expect(problemsIn(await readAgreement(await workbookOf({ Perjanjian: [["SPONSOR"]] })))).toEqual([
      "- - agreement-no-sheet",
    ]);
  });

  test("takes a month that Excel has made a date of", async () => {
    const reading = await readAgreement(await book({}, [{ MULAI: "Nov-22", AKHIR: "01/12/2023" }]));
    const [first] = reading.kind === "agreement" ? reading.content.periods : [];
    expect(first && [monthText(first.first), monthText(first.last)]).toEqual(["2022-11", "2023-12"]);
  });
});

test("a legal basis is written as it is read", () => {
  const text = "Perbup Bengkalis 65/2023 (mungkin 65/2022); Instruksi Gubernur Riau 230/2021; SE 842.2/2021";
  expect(legalBasisText(readLegalBasis(text) ?? [])).toBe(text);
  expect(readLegalBasis("")).toEqual([]);
});
