// Rosters of invented workers. A NIK has the prefix of a real district and a serial that is in practice never given.

/** The NIK of worker n (0 to 134,399). */
export function nik(n: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const days = Math.floor(n / 10);
  const date = `${two((days % 28) + 1)}${two((Math.floor(days / 28) % 12) + 1)}${two(60 + (Math.floor(days / 336) % 40))}`;
  return `140301${date}${9990 + (n % 10)}`;
}

export interface Row {
  readonly nik: string;
  readonly mulai?: string;
  readonly akhir?: string;
  readonly upah?: string;
  readonly npp?: string;
}

/** A CSV file with Cakupan's own columns. */
export function rosterCsv(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ nik: number, mulai = "2023-01", akhir = "2023-12", upah = "", npp = "" }) =>
      `${number},Pekerja Rekaan,${mulai},${akhir},${upah},${npp}`,
  );
  return ["NIK,NAMA_LENGKAP,MULAI,AKHIR,UPAH,NPP", ...lines, ""].join("\r\n");
}

/** Workers `from` to `to`, the last not included. */
export function workers(from: number, to: number, terms: Omit<Row, "nik"> = {}): readonly Row[] {
  return Array.from({ length: to - from }, (_, index) => ({ nik: nik(from + index), ...terms }));
}
