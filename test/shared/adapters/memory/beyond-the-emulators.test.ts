// What the emulators cannot show: versions of objects, and slices that expire.
import { expect, test } from "vitest";
import { MemoryBucket } from "#shared/adapters/memory/memory-bucket.ts";
import { MemoryRosterObjects } from "#shared/adapters/memory/memory-roster-objects.ts";
import { MemorySlices, removeExpired, type SliceItem } from "#shared/adapters/memory/memory-slices.ts";
import { MemoryTable } from "#shared/adapters/memory/memory-table.ts";
import { day } from "#shared/domain/day.ts";
import { createdEvent } from "#test/shared/contract/created-event.ts";
import { newRoster, slice } from "#test/shared/contract/samples.ts";

async function textOf(objects: MemoryRosterObjects, key: string, versionId: string): Promise<string | null> {
  const opened = await objects.open(createdEvent({ key, etag: "", "version-id": versionId }));
  if (opened === null) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of opened.body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

test("every version of an object is read as long as it is there", async () => {
  const bucket = new MemoryBucket();
  const objects = new MemoryRosterObjects(bucket);
  const older = bucket.put("a.csv", "lama");
  const newer = bucket.put("a.csv", "baru");
  expect(await textOf(objects, "a.csv", older.versionId)).toBe("lama");
  expect(await textOf(objects, "a.csv", newer.versionId)).toBe("baru");
  bucket.removeVersion("a.csv", older.versionId);
  expect(await textOf(objects, "a.csv", older.versionId)).toBeNull();
  expect(await textOf(objects, "a.csv", newer.versionId)).toBe("baru");
});

test("a slice is gone after its last day, also when it was written again late", async () => {
  const table = new MemoryTable<SliceItem>();
  const slices = new MemorySlices(table);
  const roster = newRoster();
  const read = () => slices.read([{ roster, current: 1, parts: 1 }]);
  await slices.put(roster, 1, 0, slice(1));
  await slices.expire(roster, 1, 1, day("2023-03-01"));
  await slices.put(roster, 1, 0, slice(1));
  removeExpired(table, day("2023-03-01"));
  expect(await read()).not.toBeNull();
  removeExpired(table, day("2023-03-02"));
  expect(await read()).toBeNull();
  await slices.expire(roster, 1, 1, day("2023-04-01"));
  expect(await read()).toBeNull();
});
