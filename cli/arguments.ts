// Arguments as the domain's own types, or a word on what is wrong with them.
import { statSync } from "node:fs";
import { ALERT_KINDS, type AlertKind, SEVERITIES, type Severity } from "#shared/domain/alert.ts";
import { type Day, isDay } from "#shared/domain/day.ts";
import { isMonthText, type Month, month } from "#shared/domain/month.ts";
import {
  isBareRegencyCode,
  isProvinceCode,
  isRegencyCode,
  type ProvinceCode,
  provinceOf,
  type RegencyCode,
} from "#shared/domain/region.ts";
import { isRosterId, type RosterId } from "#shared/domain/roster.ts";
import { isSegment, SEGMENT_CODES, type Segment } from "#shared/domain/segment.ts";
import type { CommandLine } from "./command-line.ts";
import { UsageError } from "./failures.ts";
import { unknownWord, WORD_KINDS } from "./unknown-word.ts";

/** @throws UsageError saying which part of the name is wrong */
export function rosterOf(line: CommandLine): RosterId {
  const text = line.text("roster");
  if (text === null) throw missing("--roster", "--roster 14.03/rentan/apbd-2022");
  return rosterNamed(text);
}

/** @throws UsageError saying which part of the name is wrong */
export function rosterNamed(text: string): RosterId {
  if (isRosterId(text)) return text;
  const [regency = "", segment, slug = ""] = text.split("/");
  checkedRegency(regency);
  if (segment === undefined || segment === "")
    throw new UsageError({
      id: `${text} belum sebuah daftar: daftar ditulis KABUPATEN/SEGMEN/NAMA, mis. ${regency}/rentan/apbd-2022. Segmen: ${SEGMENT_CODES.join(", ")}`,
      en: `${text} is no roster yet: a roster is REGENCY/SEGMENT/NAME, e.g. ${regency}/rentan/apbd-2022. Segments: ${SEGMENT_CODES.join(", ")}`,
    });
  checkedSegment(segment);
  if (slug === "")
    throw new UsageError({
      id: `Nama daftar belum disebut di ${text}; tulis ${regency}/${segment}/NAMA, mis. ${regency}/${segment}/apbd-2022`,
      en: `The roster's name is missing in ${text}; write ${regency}/${segment}/NAME, e.g. ${regency}/${segment}/apbd-2022`,
    });
  throw new UsageError({
    id: `Bukan nama daftar: ${JSON.stringify(slug)}; tulis ${regency}/${segment}/NAMA, NAMA dengan huruf kecil, angka dan tanda hubung`,
    en: `Not a name for a roster: ${JSON.stringify(slug)}; write ${regency}/${segment}/NAME, NAME in small letters, digits and hyphens`,
  });
}

/** @throws UsageError for a segment that there is not */
export function segmentOf(line: CommandLine): Segment {
  const text = line.text("segment");
  if (text === null) throw missing("--segment", SEGMENT_CODES.join(", "));
  return checkedSegment(text);
}

/** @throws UsageError for a code that no regency of the province has */
export function regencyOf(text: string, province: ProvinceCode): RegencyCode {
  const regency = checkedRegency(text);
  if (provinceOf(regency) !== province)
    throw new UsageError({
      id: `${regency} tidak berada di provinsi ${province}`,
      en: `${regency} is not in province ${province}`,
    });
  return regency;
}

/** What is named of the province: a regency, or null for all of it, as when nothing is named. @throws UsageError for what is not in it */
export function regionOf(text: string | undefined, province: ProvinceCode): RegencyCode | null {
  return text === undefined || text === province ? null : regencyOf(text, province);
}

/** @throws UsageError for a segment that there is not */
export function checkedSegment(text: string): Segment {
  if (isSegment(text)) return text;
  throw unknownWord(WORD_KINDS.segment, text, SEGMENT_CODES);
}

/** @throws UsageError for a kind of alert that there is not */
export function alertKindOf(text: string): AlertKind {
  const kind = ALERT_KINDS.find((one) => one === text);
  if (kind === undefined) throw unknownWord(WORD_KINDS.alertKind, text, ALERT_KINDS);
  return kind;
}

/** @throws UsageError for a severity that there is not */
export function severityOf(text: string): Severity {
  const severity = SEVERITIES.find((one) => one === text);
  if (severity === undefined) throw unknownWord(WORD_KINDS.severity, text, SEVERITIES);
  return severity;
}

/** @throws UsageError for a code that no province has */
export function provinceNamed(text: string): ProvinceCode {
  if (isProvinceCode(text)) return text;
  throw new UsageError({
    id: `Tidak ada provinsi berkode ${text}; mis. --province 14`,
    en: `No province has the code ${text}; e.g. --province 14`,
  });
}

/** @param example of what to write */
export function missing(option: string, example: string): UsageError {
  return new UsageError({
    id: `${option} belum disebut, mis. ${example}`,
    en: `${option} is missing, e.g. ${example}`,
  });
}

/** @throws UsageError for a code that no regency has */
export function checkedRegency(text: string): RegencyCode {
  if (isRegencyCode(text)) return text;
  const dotted = `${text.slice(0, 2)}.${text.slice(2)}`;
  throw new UsageError(
    isBareRegencyCode(text)
      ? {
          id: `Tulis kode kabupaten/kota dengan titik: ${text} di BPS adalah kabupaten/kota lain; ${dotted} milik Kemendagri`,
          en: `Write the regency with a dot: BPS gives ${text} to another regency than Kemendagri; ${dotted} is Kemendagri's`,
        }
      : {
          id: `Tidak ada kabupaten/kota ${JSON.stringify(text)}; tulis kode Kemendagri dengan titik, mis. 14.03`,
          en: `Unknown regency ${JSON.stringify(text)}; write Kemendagri's code with a dot, e.g. 14.03`,
        },
  );
}

export function monthOf(line: CommandLine, option: string): Month | null {
  const text = line.text(option);
  if (text === null) return null;
  if (!isMonthText(text))
    throw new UsageError({
      id: `--${option} ${text} bukan bulan; tulis yyyy-mm, mis. 2023-02`,
      en: `--${option} ${text} is not a month; write yyyy-mm, e.g. 2023-02`,
    });
  return month(text);
}

export function dayOf(text: string): Day {
  if (!isDay(text))
    throw new UsageError({
      id: `${text} bukan tanggal; tulis yyyy-mm-dd, mis. 2024-01-01`,
      en: `${text} is not a day; write yyyy-mm-dd, e.g. 2024-01-01`,
    });
  return text;
}

export function secondsOf(line: CommandLine, option: string, otherwise: number): number {
  const text = line.text(option);
  if (text === null) return otherwise;
  const seconds = Number(text);
  if (!(seconds > 0))
    throw new UsageError({
      id: `--${option} ${text} bukan jumlah detik di atas 0`,
      en: `--${option} ${text} is not a number of seconds above 0`,
    });
  return seconds;
}

/** @throws UsageError unless it is a whole number above 0 */
export function countOf(line: CommandLine, option: string): number | null {
  const text = line.text(option);
  if (text === null) return null;
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new UsageError({
      id: `--${option} ${text} bukan bilangan bulat di atas 0`,
      en: `--${option} ${text} is not a whole number above 0`,
    });
  return count;
}

/** @throws UsageError for what is not there, or is no file */
export function existingFile(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new UsageError({ id: `Tidak ada berkas ${path}`, en: `There is no file ${path}` });
  if (found.isDirectory())
    throw new UsageError({
      id: `${path} adalah folder; sebutkan satu berkas di dalamnya`,
      en: `${path} is a folder; name one file in it`,
    });
  // What can be read only once, as a pipe, cannot be read again for its rejected rows.
  if (!found.isFile())
    throw new UsageError({
      id: `${path} bukan berkas biasa; simpan dahulu sebagai berkas`,
      en: `${path} is no regular file; save it as a file first`,
    });
  return path;
}
