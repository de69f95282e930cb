import { describe, expect, test } from "vitest";
import {
  placeInSecond,
  type StoredObject,
  sequencerOf,
  unprocessedObjects,
} from "#shared/domain/reconcile/unprocessed-objects.ts";
import { uploadOrder } from "#shared/domain/upload-order.ts";

const object = (key: string, others: Partial<StoredObject> = {}): StoredObject => ({
  key,
  versionId: "v1",
  etag: "e1",
  lastModified: "2023-02-01T02:00:00.000Z",
  ...others,
});
const recorded = (one: StoredObject) => ({
  object: { key: one.key, versionId: one.versionId, etag: one.etag, sequencer: "AB" },
});
const LATER = "2023-02-01T03:00:00Z";

describe("a file without an upload", () => {
  test("is one whose version nothing is recorded of", () => {
    const [a, b] = [object("a"), object("b")];
    const again = object("a", { versionId: "v2" });
    expect(unprocessedObjects([again, a, b], [recorded(a)], LATER)).toEqual([again, b]);
  });

  test("is told by its ETag where the bucket keeps no versions", () => {
    const first = object("a", { versionId: null });
    expect(unprocessedObjects([first], [recorded(first)], LATER)).toEqual([]);
    expect(unprocessedObjects([{ ...first, etag: "e2" }], [recorded(first)], LATER)).toHaveLength(1);
  });

  test("is not one that was put just now, nor one that no longer lies there", () => {
    const young = object("a", { lastModified: "2023-02-01T02:59:59.000Z" });
    expect(unprocessedObjects([young], [], "2023-02-01T02:30:00Z")).toEqual([]);
    expect(unprocessedObjects([], [recorded(object("gone"))], LATER)).toEqual([]);
  });
});

test("versions of a key that were put in one second keep their order when they are sent again", () => {
  const older = object("a", { versionId: "v1" });
  const newer = object("a", { versionId: "v2" });
  const next = object("a", { versionId: "v3", lastModified: "2023-02-01T02:00:01.000Z" });
  const listed = [next, newer, older, object("b")];
  const orders = [older, newer, next].map((one) =>
    uploadOrder(one.lastModified, one.key, sequencerOf(one, placeInSecond(one, listed))),
  );
  expect(orders).toEqual(orders.toSorted());
  expect(new Set(orders).size).toBe(3);
  expect(sequencerOf(older, 0)).toMatch(/^[0-9A-F]+$/);
});
