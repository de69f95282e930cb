import { describe, expect, test } from "vitest";
import type { Cell } from "#shared/domain/roster-file/cell.ts";
import { findHeader, type Header } from "#shared/domain/roster-file/header.ts";
import { noWorkerFinder } from "#shared/domain/roster-file/no-worker.ts";

function header(...names: readonly string[]): Header {
  const found = findHeader([{ row: 3, cells: names }]);
  if ("refused" in found) throw new Error(found.refused.code);
  return found;
}

const LIST = header("NO", "NAMA", "NIK", "UPAH");
const kindOf = (cells: readonly Cell[], row = 9) => noWorkerFinder(LIST)(row, cells);

describe("a row is no worker's", () => {
  test.each([
    [["NO", "NAMA", "nik ", "UPAH"], "header-repeated"],
    [["JUMLAH", "", "", "5.000.000"], "totals-skipped"],
    [[null, "Total pekerja", 25, null], "totals-skipped"],
    [["", "", "JUMLAH", "12"], "totals-skipped"],
    [[26, null, null, null], "empty-rows-skipped"],
    [["27.", "", "", ""], "empty-rows-skipped"],
    [["=ROW()-1", "", "", "=B9*2"], "empty-rows-skipped"],
    [["27", "Jumlah", "", "100"], "totals-skipped"],
    [["Desa Bantan Air", "Jumlah :", "12", "100"], "totals-skipped"],
    [["", "", "", "Bengkalis, 1 November 2022"], "signature-skipped"],
    [["", "Mengetahui,", "", "Kepala Dinas"], "signature-skipped"],
    [["", "", "Bengkalis, 1 November 2022", ""], "signature-skipped"],
    [["", "nama", "", "Upah"], "header-repeated"],
    [["Desa Bantan Air", "", "", ""], "sections-skipped"],
    [["Mengetahui,", "", "", ""], "signature-skipped"],
    [["", "", "Sumber: Disnaker", ""], "signature-skipped"],
    [["", "", "NIP. 196501011990031001", ""], "signature-skipped"],
  ] as const)("%j: %s", (cells, kind) => {
    expect(kindOf(cells)).toBe(kind);
  });

  test("numbers of the columns stand right under the header only", () => {
    expect(kindOf(["1", "2", "3", "4"], 4)).toBe("column-numbers");
    expect(kindOf(["(1)", "(2)", "(3)"], 4)).toBe("column-numbers");
    expect(kindOf(["1", "2", "3", "4"], 5)).toBeNull();
  });

  test("what follows a signature is below the list, until a NIK is there again", () => {
    const find = noWorkerFinder(LIST);
    expect(find(9, ["", "Budi", "", ""])).toBeNull();
    expect(find(10, ["", "Mengetahui", "", ""])).toBe("signature-skipped");
    expect(find(11, ["", "Budi", "", ""])).toBe("signature-skipped");
    expect(find(12, ["", "Budi", "1403010101009990", ""])).toBeNull();
    expect(find(13, ["", "Siti", "", ""], 1)).toBeNull();
  });

  test("what follows a signature is a worker's again, once sound rows stand between them, which are not shown", () => {
    const find = noWorkerFinder(LIST);
    expect(find(9, ["", "Mengetahui", "", ""], 5)).toBe("signature-skipped");
    expect(find(10, ["", "Kepala Dinas", "", ""], 5)).toBe("signature-skipped");
    expect(find(20, ["", "Siti", "", ""], 10)).toBeNull();
  });
});

describe("a row is a worker's", () => {
  test("whose NIK is not known yet, above a signature", () => {
    expect(kindOf(["1", "Budi", "belum ada", ""])).toBeNull();
  });

  test("who has a birth place and date, but no NIK", () => {
    const find = noWorkerFinder(header("NO", "NAMA", "NIK", "Tempat, Tanggal Lahir"));
    expect(find(9, ["1", "Budi", "", "Bengkalis, 12 Januari 1992"])).toBeNull();
    expect(find(10, ["2", "Siti", "", ""])).toBeNull();
    expect(find(11, ["", "", "", "Bengkalis, 1 November 2022"])).toBe("signature-skipped");
  });

  test.each([
    [["1", "Budi", "", "100"]],
    [["", "Budi", "-", "Catatan: KTP hilang"]],
    [["1", "Budi", "belum ada", "Jumlah anak 3"]],
    [["1", "Budi", "1,4E+15", ""]],
    [["", "Total", "1403 0101 0100 9990", ""]],
    [["", "Budi", "=B2", ""]],
    [["1", "Budi", "140301010100", ""]],
    [["", "", "", "5000000"]],
    [["", "", "7", ""]],
    [["", "Desa Bantan Air", "", ""]],
    [["A", "Desa Bantan Air", "", ""]],
    [["2;1403010101009990;Siti", "", "", ""]],
    [["2;;Siti", "", "", ""]],
    [["1", "Totalia", "", "100"]],
    [["1", "Jumlahan", "1403010101009990", "100"]],
  ] as const)("%j, whatever is wrong with it", (cells) => {
    expect(kindOf(cells)).toBeNull();
  });
});
