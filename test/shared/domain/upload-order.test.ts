import fc from "fast-check";
import { expect, test } from "vitest";
import { uploadOrder } from "#shared/domain/upload-order.ts";

const AT = "2023-02-01T02:00:00Z";
const KEY = "rosters/14.03/rentan/apbd/a.csv";

type Upload = readonly [at: string, key: string, sequencer: string];

test.each<[string, Upload, Upload]>([
  ["an earlier second, whatever key and sequencer", ["2023-02-01T01:59:59Z", "z", "FF"], [AT, "a", "00"]],
  ["of one second, the smaller key, whatever the sequencer", [AT, "a.csv", "FF"], [AT, "b.csv", "00"]],
  ["of one key, the smaller sequencer", [AT, KEY, "0A"], [AT, KEY, "0B"]],
  ["a shorter sequencer is followed by zeros, not led by them", [AT, KEY, "0A1"], [AT, KEY, "0A10F"]],
  ["so a longer one may be older", [AT, KEY, "0A0FF"], [AT, KEY, "0A1"]],
])("older is %s", (_, older, newer) => {
  expect(uploadOrder(...older) < uploadOrder(...newer)).toBe(true);
});

test("small and large letters of a sequencer are the same digits", () => {
  expect(uploadOrder(AT, KEY, "00ab")).toBe(uploadOrder(AT, KEY, "00AB"));
});

test("fractions of a second play no part: not every event has them", () => {
  expect(uploadOrder("2023-02-01T02:00:00.914Z", KEY, "0A")).toBe(uploadOrder(AT, KEY, "0A"));
});

test("the order is ASCII, so that a table compares it as this program does", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (key) => {
      expect(uploadOrder(AT, key, "0A")).toMatch(/^[\x20-\x7e]+$/);
    }),
  );
});
