// Runs a CSV through the hot loop, and what that leaves through the plain reader and check.
import type { RowRules } from "#shared/domain/roster-file/check-row.ts";
import { csvHotLoop, type Scan, SENTINEL_BYTES } from "./csv-hot-loop.ts";
import { readCsvRow } from "./csv-row.ts";
import type { OpenedCsv } from "./open-csv.ts";
import type { RowTally } from "./row-tally.ts";
import { isBodyRow } from "./sheet-body.ts";

/** Storage gives 64 KB at a time at most; scanning four of them together is half as fast again. */
const SCANNED_BYTES = 256 * 1024;

/** @throws UnreadableFile when the file turns out unusable */
export async function tallyCsv(
  csv: OpenedCsv,
  rules: RowRules,
  tally: RowTally,
  scannedBytes = SCANNED_BYTES,
): Promise<void> {
  const { header, delimiter } = csv;
  const cellsIn = (bytes: Buffer, from: number, to: number): readonly string[] =>
    readCsvRow(bytes.toString("latin1", from, to), 0, delimiter).cells;
  const scan = csvHotLoop(rules, delimiter, {
    take: tally.take,
    employerIndex: tally.employerIndex,
    reject: tally.reject,
    rejectWorkers(row, of, bytes, from, to) {
      const cells = cellsIn(bytes, from, to);
      if (isBodyRow({ row, cells }, header)) tally.rejectWorkers(row, of, cells);
    },
    leave(row, bytes, from, to) {
      const cells = cellsIn(bytes, from, to);
      if (isBodyRow({ row, cells }, header)) tally.add(row, cells);
    },
  });
  await scanJoined(csv.bytes, scan, scannedBytes);
}

async function scanJoined(stream: AsyncIterable<Uint8Array>, scan: Scan, scannedBytes: number): Promise<void> {
  let bytes = Buffer.alloc(scannedBytes + SENTINEL_BYTES);
  let held = 0;
  for await (const chunk of stream) {
    for (let taken = 0; taken < chunk.length; ) {
      const room = bytes.length - SENTINEL_BYTES - held;
      const part = chunk.subarray(taken, taken + room);
      bytes.set(part, held);
      held += part.length;
      taken += part.length;
      if (part.length < room) continue;
      const used = scan(bytes, held, false);
      // A row longer than the room: twice the room.
      if (used === 0) bytes = Buffer.concat([bytes], (bytes.length - SENTINEL_BYTES) * 2 + SENTINEL_BYTES);
      else bytes.copyWithin(0, used, held);
      held -= used;
    }
  }
  scan(bytes, held, true);
}
