// Files of reference data out of texts.
import { Buffer } from "node:buffer";
import { writeXlsx } from "hucre/xlsx";
import { referenceFileReader } from "#shared/adapters/reference/read-reference.ts";
import type { ReferenceKey, TableKind } from "#shared/domain/reference/reference-key.ts";
import type { ReferenceReading } from "#shared/domain/reference/reference-reading.ts";
import { provinceCode, regencyCode } from "#shared/domain/region.ts";

const RIAU = provinceCode("14");

function read(key: ReferenceKey, body: string | Uint8Array): Promise<ReferenceReading> {
  const open = async function* () {
    yield Buffer.from(body);
  };
  return referenceFileReader.read(key, { fileName: key.fileName, open }, RIAU);
}

export function readTable(kind: TableKind, body: string | Uint8Array): Promise<ReferenceReading> {
  return read({ kind, fileName: "data.csv" }, body);
}

export function readAgreement(body: string | Uint8Array, regency = "14.03"): Promise<ReferenceReading> {
  const agreement = { regency: regencyCode(regency), slug: "apbd-2022" };
  return read({ kind: "agreement", fileName: "apbd-2022.json", agreement }, body);
}

/** What is wrong, as `row column code`; a dash where it is the file's or the row's as a whole. */
export function problemsIn({ file, problems }: ReferenceReading): readonly string[] {
  return [
    ...file.map(({ code }) => `- - ${code}`),
    ...problems.map(({ row, column, code }) => `${row} ${column ?? "-"} ${code}`),
  ];
}

export function workbookOf(
  sheets: Readonly<Record<string, readonly (readonly (string | number | null)[])[]>>,
): Promise<Uint8Array> {
  return writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })),
  });
}
