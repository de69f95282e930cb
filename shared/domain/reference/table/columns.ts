// The columns of each table, by their names; the first alias is the one that messages give. Names are compared as those of rosters are.
import { columnKey } from "../../roster-file/columns.ts";
import { DENOMINATORS, type Denominator } from "../../workforce.ts";
import type { TableKind } from "../reference-key.ts";

export type TableField =
  | "code"
  | "name"
  | "year"
  | "month"
  | "percent"
  | "denominator"
  | "programme"
  | "segment"
  | "cases"
  | "rupiah"
  | "source"
  | Denominator;

export interface TableColumn {
  readonly field: TableField;
  readonly name: string;
  readonly required: boolean;
}

const ALIASES: Readonly<Record<TableField, string>> = {
  code: "kode_kemendagri, kode, kode_wilayah, kode_kabupaten, kode_kab_kota",
  name: "nama, nama_kabupaten, kabupaten, kabupaten_kota, nama_wilayah",
  year: "tahun, year",
  month: "bulan, month",
  percent: "target_persen, target, target_%, persen",
  denominator: "penyebut, denominator",
  programme: "program, programme",
  segment: "segmen, segment",
  cases: "kasus, jumlah_kasus, cases",
  rupiah: "rupiah, nilai, nilai_rupiah, jumlah_rupiah",
  source: "sumber, source",
  "penduduk-bekerja": "penduduk_bekerja, jumlah_penduduk_bekerja",
  "angkatan-kerja": "angkatan_kerja, jumlah_angkatan_kerja",
  "pekerja-layak": "pekerja_layak, jumlah_pekerja_layak",
};

const FIELDS: Readonly<
  Record<TableKind, { readonly required: readonly TableField[]; readonly other: readonly TableField[] }>
> = {
  workforce: { required: ["code", "year", "source"], other: ["name", ...DENOMINATORS] },
  targets: { required: ["code", "year", "percent", "denominator", "source"], other: ["name"] },
  claims: { required: ["code", "cases", "source"], other: ["name", "month", "year", "programme", "segment", "rupiah"] },
};

/** Columns of which a table must have at least one, where no single one is needed. */
export const ONE_OF: Readonly<Record<TableKind, readonly TableField[]>> = {
  workforce: DENOMINATORS,
  targets: [],
  claims: ["month", "year"],
};

export function tableColumns(kind: TableKind): readonly TableColumn[] {
  const { required, other } = FIELDS[kind];
  return [
    ...required.map((field) => ({ field, name: columnName(field), required: true })),
    ...other.map((field) => ({ field, name: columnName(field), required: false })),
  ];
}

export function columnName(field: TableField): string {
  return ALIASES[field].split(",")[0] ?? field;
}

/** The column that a header names; undefined: none of this table. */
export function columnNamed(kind: TableKind, header: string): TableColumn | undefined {
  const key = columnKey(header);
  return tableColumns(kind).find(({ field }) => ALIASES[field].split(",").some((alias) => columnKey(alias) === key));
}
