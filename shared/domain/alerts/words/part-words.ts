// Parts of a change in words: how many, why, and of which roster.
import type { AlertPart, Cause } from "../../alert.ts";
import { formatChangeEn, formatChangeId, formatRupiahEn, formatRupiahId } from "../../format.ts";
import { regencyName } from "../../region.ts";
import { SEGMENTS, type Segment } from "../../segment.ts";
import type { Bilingual } from "../../text.ts";

const CAUSES_IN_WORDS: Readonly<Record<Cause, Bilingual>> = {
  "protection-ended": { id: "masa perlindungan berakhir", en: "protection ended" },
  "protection-started": { id: "masa perlindungan dimulai", en: "protection started" },
  "left-roster": { id: "tidak lagi tercantum dalam daftar", en: "no longer on the roster" },
  "joined-roster": { id: "ditambahkan ke daftar", en: "added to the roster" },
  erased: { id: "data pekerja dihapus dari daftar atas perintah", en: "erased from the roster by order" },
  "programmes-changed": { id: "program berubah", en: "programmes changed" },
  overlap: {
    id: "pekerja yang tercantum di beberapa daftar sekaligus dihitung satu kali",
    en: "workers on several rosters at once are counted once",
  },
  regency: { id: "jumlah kabupaten/kota", en: "total of the regency" },
  others: { id: "perubahan kecil lainnya, digabung", en: "smaller changes together" },
};

/** `-24.000: masa perlindungan berakhir, Pekerja rentan (14.03/rentan/apbd-2022)`. */
export function partId(part: AlertPart): string {
  const rupiah = part.renewalRupiah ? `; perpanjangan ${formatRupiahId(part.renewalRupiah)} per bulan` : "";
  return `${formatChangeId(part.workers)}: ${whatId(part)}${rupiah}`;
}

export function partEn(part: AlertPart): string {
  const rupiah = part.renewalRupiah ? `; a renewal takes ${formatRupiahEn(part.renewalRupiah)} a month` : "";
  return `${formatChangeEn(part.workers)}: ${whatEn(part)}${rupiah}`;
}

/** `+7.000: Pekerja rentan (14.03/rentan/apbd-2023)`: who, and not why. */
export function whoseId(part: AlertPart): string {
  return `${formatChangeId(part.workers)}: ${part.segment === null ? whatId(part) : listId(part.segment, part)}`;
}

export function whoseEn(part: AlertPart): string {
  return `${formatChangeEn(part.workers)}: ${part.segment === null ? whatEn(part) : listEn(part.segment, part)}`;
}

function whatId(part: AlertPart): string {
  const { regency, segment, cause } = part;
  if (regency !== undefined) return regencyName(regency);
  const why = CAUSES_IN_WORDS[cause].id;
  return segment === null ? why : `${why}, ${listId(segment, part)}`;
}

function whatEn(part: AlertPart): string {
  const { regency, segment, cause } = part;
  if (regency !== undefined) return regencyName(regency);
  const why = CAUSES_IN_WORDS[cause].en;
  return segment === null ? why : `${why}, ${listEn(segment, part)}`;
}

function listId(segment: Segment, { roster }: AlertPart): string {
  return `${SEGMENTS[segment].label.id} (${roster ?? "gabungan daftar kecil"})`;
}

function listEn(segment: Segment, { roster }: AlertPart): string {
  return `${SEGMENTS[segment].label.en} (${roster ?? "small rosters together"})`;
}
