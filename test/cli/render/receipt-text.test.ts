import { describe, expect, test } from "vitest";
import { checkedText, receiptText } from "#cli/render/receipt-text.ts";
import { day } from "#shared/domain/day.ts";
import type { RowProblem } from "#shared/domain/problem.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";

const RECEIPT: Receipt = {
  uploadId: "ab12",
  roster: rosterId("14.03/rentan/apbd-2022"),
  fileName: "pekerja.xlsx",
  mode: "full",
  receivedAt: "2023-11-20T01:00:01Z",
  asOf: day("2023-11-20"),
  version: 2,
  status: "applied",
  decision: null,
  rows: { read: 24_037, accepted: 24_000, duplicate: 3, rejected: 34 },
  changes: { enrolled: 0, changed: 0, unchanged: 24_000, kept: 0, ended: 0, withheld: 0, notFound: 0 },
  employers: 0,
  file: [],
  problems: [],
  problemCounts: {},
};

function problemIn(row: number, code: string, severity: RowProblem["severity"] = "error", words = "salah"): RowProblem {
  return { row, column: "NIK", code, severity, message: { id: words, en: `${words} in English` } };
}

describe("a receipt as text", () => {
  test("has the counts of rows and workers", () => {
    const text = receiptText(RECEIPT);
    expect(text).toMatch(/rows read\s+24\.037\n.*accepted\s+24\.000\n.*duplicate\s+3\n.*rejected\s+34\n/);
    expect(text).toMatch(/unchanged\s+24\.000/);
    expect(text).toMatch(/version\s+2$/);
  });

  test("says the same words once, with the rows that they are for, errors first and the commoner first", () => {
    const problems = [
      problemIn(5, "looks-odd", "warning"),
      problemIn(6, "rare"),
      problemIn(7, "common"),
      problemIn(9, "common"),
      problemIn(12, "common", "error", "lain"),
    ];
    const text = receiptText({ ...RECEIPT, problems, problemCounts: { "looks-odd": 1, rare: 1, common: 3 } });
    expect(text.slice(text.indexOf("3 ×"))).toBe(
      [
        "3 × common (kesalahan/error)",
        "  salah",
        "  salah in English",
        "  → NIK, baris/rows 7, 9",
        "  lain",
        "  lain in English",
        "  → NIK, baris/rows 12",
        "",
        "1 × rare (kesalahan/error)",
        "  salah",
        "  salah in English",
        "  → NIK, baris/rows 6",
        "",
        "1 × looks-odd (peringatan/warning)",
        "  salah",
        "  salah in English",
        "  → NIK, baris/rows 5",
      ].join("\n"),
    );
  });

  test("says how many rows it does not name", () => {
    const problems = Array.from({ length: 40 }, (_, index) => problemIn(index + 2, "common"));
    const text = receiptText({ ...RECEIPT, problems, problemCounts: { common: 1_500 } });
    expect(text).toContain("baris/rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13\n");
    expect(text).toContain("1.488 lagi / and 1.488 more");
  });

  test("of a refused file says why in both languages", () => {
    const why = {
      code: "no-nik-column",
      severity: "error" as const,
      message: { id: "Tidak ada kolom NIK.", en: "There is no NIK column." },
    };
    const text = receiptText({ ...RECEIPT, status: "refused", version: null, changes: null, file: [why] });
    expect(text).toContain("  Tidak ada kolom NIK.\n  There is no NIK column.");
    expect(text).not.toContain("unchanged");
  });

  test.each([
    ["discard", "dibuang / removals discarded"],
    ["release", "dilepas / removals released"],
  ] as const)("once it is decided (%s) names the decision and asks for none", (decision, words) => {
    const held = problem("removals-held", 200, "ab12");
    const waiting = receiptText({ ...RECEIPT, status: "held", file: [held] });
    expect(waiting).toContain("npx cakupan release ab12");
    expect(waiting).not.toContain("decision ");
    const text = receiptText({ ...RECEIPT, decision, file: [held] });
    expect(text).toContain(words);
    expect(text).not.toContain("npx cakupan");
  });

  test("of a file that was only checked does not look like an upload", () => {
    const text = checkedText({ ...RECEIPT, uploadId: "-", status: "planned", version: null, changes: null });
    expect(text).toContain("nothing was sent");
    expect(text).not.toContain("upload ");
  });
});
