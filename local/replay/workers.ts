// Synthetic workers. Each is made from a number alone: different numbers of a regency give different NIK, so that no worker stands in two rosters.
// The NIK have real district prefixes and plausible birth dates, and serials from 9990 on, which no registry office reaches.
import { addDays, type Day, day } from "#shared/domain/day.ts";
import type { RegencyCode } from "#shared/domain/region.ts";
import { inventedName } from "./names.ts";
import { chance } from "./random.ts";

export interface SyntheticWorker {
  readonly nik: string;
  readonly name: string;
  readonly birth: Day;
  readonly sex: "L" | "P";
  /** Of first registration. */
  readonly district: string;
}

/** Districts (`KK` of the NIK) as Kepmendagri 300.2.2-2138/2025 lists them. */
const DISTRICTS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  "14.03": [
    ["01", "Bengkalis"],
    ["02", "Bantan"],
    ["03", "Bukit Batu"],
    ["09", "Mandau"],
    ["10", "Rupat"],
    ["11", "Rupat Utara"],
    ["12", "Siak Kecil"],
    ["13", "Pinggir"],
    ["16", "Bathin Solapan"],
  ],
  "14.08": [
    ["01", "Siak"],
    ["02", "Sungai Apit"],
    ["03", "Minas"],
    ["04", "Tualang"],
    ["06", "Dayun"],
    ["08", "Bunga Raya"],
    ["10", "Kandis"],
    ["13", "Mempura"],
    ["14", "Pusako"],
  ],
};

/** 18 years old at least at the first roster (December 2021), below the pension age of 58 at the last day (January 2024). */
const FIRST_BIRTH = day("1966-03-01");
const BIRTH_DAYS = 13_700;
const SERIALS = 10;
const FIRST_SERIAL = 9990;
const SEXES = 2;
const WOMEN_FROM = 40;
/** A prime that divides no number of combinations: its multiples go through all of them before one comes again. */
const STRIDE = 1_745_093;

/** The worker of a number: 0, 1, 2 … below `workersPossible`. */
export function syntheticWorker(regency: RegencyCode, number: number): SyntheticWorker {
  const districts = DISTRICTS[regency] ?? [];
  const combinations = districts.length * BIRTH_DAYS * SERIALS * SEXES;
  if (!(number < combinations)) throw new RangeError(`no synthetic worker ${number} in ${regency}`);
  let rest = (number * STRIDE) % combinations;
  const take = (of: number): number => {
    const taken = rest % of;
    rest = Math.floor(rest / of);
    return taken;
  };
  const sex = take(SEXES) === 0 ? "L" : "P";
  const serial = FIRST_SERIAL + take(SERIALS);
  const [districtCode, district] = districts[take(districts.length)] ?? ["01", ""];
  const birth = addDays(FIRST_BIRTH, take(BIRTH_DAYS));
  const name = inventedName(sex, chance(number * SEXES + Number(regency.slice(3))));
  return { nik: nikOf(`${regency.replace(".", "")}${districtCode}`, birth, sex, serial), name, birth, sex, district };
}

/** Workers number `from` to `from + count − 1`. */
export function syntheticWorkers(regency: RegencyCode, from: number, count: number): readonly SyntheticWorker[] {
  return Array.from({ length: count }, (_, index) => syntheticWorker(regency, from + index));
}

/** `PPKKCC DDMMYY SSSS`; 40 is added to the day for women. */
function nikOf(place: string, birth: Day, sex: "L" | "P", serial: number): string {
  const [year = "", month = "", date = ""] = birth.split("-");
  const dayOfBirth = Number(date) + (sex === "P" ? WOMEN_FROM : 0);
  return `${place}${String(dayOfBirth).padStart(2, "0")}${month}${year.slice(2)}${serial}`;
}
