// A roster of wage earners as a CSV: 9 columns, about 100 bytes a row, 3.3 % quoted names, 2 % bad rows of 14 kinds. The same rows in every run;
// the workers are invented (serials 9990 to 9999) and all different.

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { allProvinces, regenciesOf } from "#shared/domain/region.ts";

const HEADER = "NIK,NAMA_LENGKAP,TGL_LAHIR,JENIS_KELAMIN,PROGRAM,MULAI,UPAH,NPP,JENIS_PEKERJAAN\r\n";
const NAMES = ["Budi Santoso", "Siti Aminah", "Agus Setiawan", "Dewi Lestari", "Eko Prasetyo", "Nur Hidayah"] as const;
const JOBS = ["Operator", "Petani", "Sopir", "Staf kantor", "Satpam", "Buruh harian", "Mekanik", "Nelayan"] as const;
const PROGRAMMES = ["JKK JKM JHT JP", "JKK JKM JHT", "JKK JKM"] as const;
const REGENCIES = allProvinces()
  .flatMap(regenciesOf)
  .map((code) => code.replace(".", ""));
const BIRTH_DAYS = 28 * 12 * 30;
const WORKERS = REGENCIES.length * BIRTH_DAYS * 2 * 10;
/** Prime, and no divisor of `WORKERS`: each row is another worker. */
const STEP = 1_000_003;
const TEXT_ROWS = 5000;

const two = (value: number): string => String(value).padStart(2, "0");
const pick = <T>(list: readonly T[], place: number): T | "" => list[place % list.length] ?? "";

/** Cells by column; what makes a row bad, one kind after another. */
const FAULTS: readonly ((cells: string[]) => void)[] = [
  (cells) => set(cells, 0, ""),
  (cells) => set(cells, 0, (nik) => nik.slice(1)),
  (cells) => set(cells, 0, (nik) => `${nik}0`),
  (cells) => set(cells, 0, '"1,40301E+15"'),
  (cells) => set(cells, 0, (nik) => `${nik.slice(0, 12)}0000`),
  (cells) => set(cells, 0, (nik) => `99${nik.slice(2)}`),
  (cells) => set(cells, 0, (nik) => `${nik.slice(0, 8)}13${nik.slice(10)}`),
  (cells) => set(cells, 0, (nik) => nik.replace("0", "O")),
  (cells) => set(cells, 2, "31-02-1990"),
  (cells) => set(cells, 4, "JKX"),
  (cells) => set(cells, 4, "JKK"),
  (cells) => set(cells, 5, "2023-13"),
  (cells) => set(cells, 6, "lima juta"),
  (cells) => void cells.push("satu terlalu banyak"),
];

function set(cells: string[], column: number, to: string | ((before: string) => string)): void {
  cells[column] = typeof to === "string" ? to : to(cells[column] ?? "");
}

function rowText(index: number): string {
  let worker = (index * STEP) % WORKERS;
  const take = (of: number): number => {
    const digit = worker % of;
    worker = Math.floor(worker / of);
    return digit;
  };
  const regency = pick(REGENCIES, take(REGENCIES.length));
  const [day, month, year, woman, serial] = [1 + take(28), 1 + take(12), 1970 + take(30), take(2), 9990 + take(10)];
  const name = `${pick(NAMES, index)} ${index}`;
  const cells = [
    `${regency}01${two(day + 40 * woman)}${two(month)}${two(year % 100)}${serial}`,
    index % 30 === 0 ? `"${name}, S.Pd"` : name,
    `${two(day)}-${two(month)}-${year}`,
    woman === 1 ? "P" : "L",
    pick(PROGRAMMES, index % 7),
    `20${two(18 + (index % 5))}-${two(1 + (index % 12))}`,
    String(2_500_000 + ((index * 7919) % 3000) * 1000),
    `JJ${String(Math.floor(index / 250) % 20_000).padStart(6, "0")}`,
    pick(JOBS, index % 11),
  ];
  if (index % 50 === 49) FAULTS[Math.floor(index / 50) % FAULTS.length]?.(cells);
  return `${cells.join(",")}\r\n`;
}

export async function writeRoster(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  file.write(HEADER);
  for (let from = 0; from < rows; from += TEXT_ROWS) {
    let text = "";
    for (let index = from; index < Math.min(rows, from + TEXT_ROWS); index += 1) text += rowText(index);
    if (!file.write(text)) await once(file, "drain");
  }
  file.end();
  await once(file, "finish");
}
