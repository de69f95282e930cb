// The real reader, which reads each file once: what it makes of a file depends on nothing but the file and its context, and a simulation reads the same
// one many times. The file's body is still taken from its source every time, so that this can go wrong every time. The workbook of rejected rows holds
// the text of their CSV here: packing it is most of the time that a world takes, and has tests of its own.
import { rosterFileReader } from "#shared/adapters/roster/read-roster.ts";
import type { FileReading, RosterReading, RosterSource } from "#shared/domain/roster-file/reading.ts";
import type { RosterReader } from "#shared/ports.ts";

const MOST = 4000;
const readings = new Map<string, RosterReading>();
const rejected = new WeakMap<FileReading, Uint8Array>();

export const rememberingReader: RosterReader = {
  async read(source, { pseudonymise, ...context }) {
    const bytes = await bytesOf(source);
    const key = `${JSON.stringify(context)} ${source.fileName} ${bytes.toString("latin1")}`;
    const known = readings.get(key);
    if (known !== undefined) return known;
    const reading = await rosterFileReader.read(sourceOf(source, bytes), { ...context, pseudonymise });
    if (readings.size === MOST) readings.clear();
    readings.set(key, reading);
    return reading;
  },

  async *rejectedRows(source, reading) {
    const bytes = await bytesOf(source);
    const rows =
      rejected.get(reading) ?? (await gathered(rosterFileReader.rejectedRows(sourceOf(source, bytes), reading, "csv")));
    rejected.set(reading, rows);
    yield rows;
  },
};

function sourceOf({ fileName }: RosterSource, bytes: Uint8Array): RosterSource {
  return {
    fileName,
    open: async function* () {
      yield bytes.slice();
    },
  };
}

async function bytesOf(source: RosterSource): Promise<Buffer> {
  return gathered(await source.open());
}

async function gathered(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
