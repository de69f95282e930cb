import { expect, test } from "vitest";
import { uploadIdOf } from "#shared/upload-id.ts";

const OBJECT = { key: "rosters/14.03/rentan/apbd/a.csv", etag: "e1", sequencer: "00AB" };

test("the same event has the same id, however often it comes", () => {
  expect(uploadIdOf({ ...OBJECT, "version-id": "v1" })).toBe(uploadIdOf({ ...OBJECT, "version-id": "v1" }));
  expect(uploadIdOf(OBJECT)).toMatch(/^[0-9a-f]{20}$/);
});

test.each([
  ["another version, even of the same content", { "version-id": "v1" }, { "version-id": "v2" }],
  ["the same version id under another key", { "version-id": "v1" }, { "version-id": "v1", key: "rosters/b.csv" }],
  ["without versions, other content", {}, { etag: "e2" }],
  ["without versions, the same content put there again", {}, { sequencer: "00AC" }],
])("%s is another upload", (_, one, other) => {
  expect(uploadIdOf({ ...OBJECT, ...one })).not.toBe(uploadIdOf({ ...OBJECT, ...other }));
});

test("an object version is one upload, however its event is written", () => {
  const told = { "version-id": "v1" };
  expect(uploadIdOf({ ...OBJECT, ...told, sequencer: "FF", etag: "e2" })).toBe(uploadIdOf({ ...OBJECT, ...told }));
  expect(uploadIdOf({ ...OBJECT, sequencer: "00ab" })).toBe(uploadIdOf(OBJECT));
});
