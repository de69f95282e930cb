// Thirty-seven rows of the kinds that clerks send by mistake. Those that could be read as somebody's name nobody of the other rosters.
import { regencyCode } from "#shared/domain/region.ts";
import { syntheticWorker } from "../workers.ts";
import type { SheetCells } from "./vulnerable-workers.ts";

/** Worker numbers of Bengkalis that no roster has. */
const FIRST_NUMBER = 100_000;

type Spoil = (row: SheetCells, nik: string) => SheetCells;

const withNik =
  (spoilt: (nik: string) => string | number): Spoil =>
  (row, nik) => ({ ...row, NOMOR_IDENTITAS: spoilt(nik) });

/** How many of each kind, and how it comes about. */
const KINDS: readonly (readonly [number, Spoil])[] = [
  // Typed as a number: Excel keeps 15 digits and writes 0 for the last.
  [5, withNik((nik) => Math.floor(Number(nik) / 10) * 10)],
  // A digit forgotten.
  [4, withNik((nik) => nik.slice(0, 15))],
  // Made text again after Excel had lost digits.
  [4, withNik((nik) => `${nik.slice(0, 12)}0000`)],
  // Copied from a cell that was too narrow.
  [3, withNik((nik) => `${nik.charAt(0)},${nik.slice(1, 6)}E+15`)],
  // Born in month 13.
  [3, withNik((nik) => `${nik.slice(0, 8)}13${nik.slice(10)}`)],
  // No regency has the code 14.99.
  [3, withNik((nik) => `1499${nik.slice(4)}`)],
  // The letter O for a zero.
  [3, withNik((nik) => `${nik.slice(0, 2)}O${nik.slice(3)}`)],
  // A digit too many.
  [1, withNik((nik) => `${nik}1`)],
  [1, withNik(() => "")],
  [2, (row) => ({ ...row, TGL_LAHIR: "31-02-1985" })],
  [3, (row) => ({ ...row, MULAI: "2023-12", AKHIR: "2022-11" })],
  [2, (row) => ({ ...row, PROGRAM: "JKK,JKX" })],
];
/** The same worker twice, word for word. */
const TWICE = 3;

/** @param good the rows of the file, of which the first are repeated */
export function badRows(good: readonly SheetCells[]): readonly SheetCells[] {
  const [like = {}] = good;
  const spoilt = KINDS.flatMap(([count, spoil]) => Array.from({ length: count }, () => spoil)).map((spoil, index) => {
    const worker = syntheticWorker(regencyCode("14.03"), FIRST_NUMBER + index);
    const [year, month, date] = worker.birth.split("-");
    const sound = {
      ...like,
      NOMOR_IDENTITAS: worker.nik,
      NAMA_LENGKAP: worker.name,
      TGL_LAHIR: `${date}-${month}-${year}`,
    };
    return spoil(sound, worker.nik);
  });
  return [...good.slice(0, TWICE), ...spoilt];
}
