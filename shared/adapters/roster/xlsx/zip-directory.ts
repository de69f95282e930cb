// The list of what a ZIP says it holds, from the central directory at its end, before anything is unpacked. Sizes of more than 4 GB (ZIP64) are
// read, because some writers use that form for small files too.

export interface ZipEntry {
  /** With forward slashes, whatever the writer used. */
  readonly name: string;
  readonly compressedBytes: number;
  readonly bytes: number;
  /** 0: not known. */
  readonly crc32: number;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly locked: boolean;
  /** Place of the entry's local header. */
  readonly at: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LONGEST_COMMENT = 0xffff;
const MOST_ENTRIES = 10_000;
const IN_ZIP64 = 0xffffffff;

/** null when the directory cannot be found or read: the file is cut short or no ZIP. */
export function zipDirectory(file: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const directory = directoryOf(view);
  if (directory === null || directory.count > MOST_ENTRIES) return null;
  const entries: ZipEntry[] = [];
  let at = directory.at;
  for (let index = 0; index < directory.count; index += 1) {
    if (at + ENTRY_BYTES > file.length || view.getUint32(at, true) !== ENTRY) return null;
    const extra = at + ENTRY_BYTES + view.getUint16(at + 28, true);
    const comment = extra + view.getUint16(at + 30, true);
    if (comment > file.length) return null;
    const name = new TextDecoder().decode(file.subarray(at + ENTRY_BYTES, extra)).replaceAll("\\", "/");
    const large = largeNumbers(view, extra, comment);
    const number = (place: number): number => {
      const small = view.getUint32(at + place, true);
      return small === IN_ZIP64 ? (large.shift() ?? small) : small;
    };
    // In the order in which the ZIP64 field holds those that are too large.
    const bytes = number(24);
    const compressedBytes = number(20);
    entries.push({
      name,
      bytes,
      compressedBytes,
      at: number(42),
      crc32: view.getUint32(at + 16, true),
      method: view.getUint16(at + 10, true),
      locked: (view.getUint16(at + 8, true) & 1) !== 0,
    });
    at = comment + view.getUint16(at + 32, true);
  }
  return entries;
}

function directoryOf(view: DataView): { readonly count: number; readonly at: number } | null {
  const end = placeOfEnd(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  const at = view.getUint32(end + 16, true);
  if (count !== 0xffff && at !== IN_ZIP64) return { count, at };
  if (end < 20 || view.getUint32(end - 20, true) !== END_64_LOCATOR) return null;
  const large = Number(view.getBigUint64(end - 12, true));
  if (large + 56 > view.byteLength || view.getUint32(large, true) !== END_64) return null;
  return { count: Number(view.getBigUint64(large + 32, true)), at: Number(view.getBigUint64(large + 48, true)) };
}

function placeOfEnd(view: DataView): number | null {
  const earliest = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= earliest; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return null;
}

/** What the ZIP64 field among an entry's extra fields holds. */
function largeNumbers(view: DataView, from: number, to: number): number[] {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    const end = Math.min(to, at + 4 + view.getUint16(at + 2, true));
    if (view.getUint16(at, true) !== 1) continue;
    const numbers: number[] = [];
    for (let place = at + 4; place + 8 <= end; place += 8) numbers.push(Number(view.getBigUint64(place, true)));
    return numbers;
  }
  return [];
}
