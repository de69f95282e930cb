import { describe, expect, test } from "vitest";
import { type KeptVersion, placeOf, type TakenUpload, withholding, withTaken } from "#shared/domain/recent-uploads.ts";
import { order } from "#test/shared/contract/samples.ts";

const version = (number: number): KeptVersion => ({ version: number, parts: number });
const taken = (at: number, onto: number | null, withholds = false): TakenUpload => ({
  order: order(at),
  uploadId: `upload-${at}`,
  withholds,
  onto: onto === null ? null : version(onto),
});
const toTake = (at: number, full = false) => ({
  order: order(at),
  uploadId: `upload-${at}`,
  full,
  withholds: false,
});
const place = (recent: readonly TakenUpload[], at: number, released = false) =>
  placeOf(recent, { order: order(at), uploadId: `upload-${at}`, released }, version(9));

describe("taking an upload", () => {
  test("the newest is planned on what is current", () => {
    expect(withTaken([taken(1, 0)], toTake(2), version(1))).toEqual([taken(1, 0), taken(2, 1)]);
  });

  test("one that comes late stands before the newer ones, which no version is without any more", () => {
    expect(withTaken([taken(1, 0), taken(3, 1), taken(4, 2)], toTake(2), version(3))).toEqual([
      taken(1, 0),
      taken(2, 1),
      taken(3, null),
      taken(4, null),
    ]);
  });

  test("a whole list makes what is older needless, unless it was planned on a version made of it", () => {
    expect(withTaken([taken(1, 0), taken(3, 1)], toTake(4, true), version(2))).toEqual([taken(4, 2)]);
    expect(withTaken([taken(1, 0), taken(3, null)], toTake(2, true), version(2))).toEqual([
      taken(1, 0),
      taken(2, null),
      taken(3, null),
    ]);
  });

  test("whose removals were left out is known until the next whole list but one", () => {
    const held = withTaken([taken(1, 0, true), taken(2, 1)], toTake(3), version(2));
    expect(withholding(held)).toEqual(["upload-1"]);
    const overtaken = withTaken(held, toTake(4, true), version(3));
    expect(overtaken).toEqual([{ ...taken(4, 3), overtook: ["upload-1"] }]);
    expect(withholding(withTaken(overtaken, toTake(4, true), version(4)))).toEqual(["upload-1"]);
    expect(withholding(withTaken(overtaken, toTake(5, true), version(4)))).toEqual([]);
  });

  test("the same one again keeps its place", () => {
    const recent = [taken(1, 0), taken(2, 1), taken(3, null)];
    expect(withTaken(recent, toTake(2), version(5))).toEqual(recent);
  });

  test("of very many the oldest are forgotten, and nothing is put before those that are left", () => {
    let recent: readonly TakenUpload[] = [];
    for (let at = 0; at < 70; at += 1) {
      const seconds = `2023-02-01T02:${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}Z`;
      recent = withTaken(
        recent,
        { ...toTake(1), order: `${seconds} key` as TakenUpload["order"], uploadId: `${at}` },
        version(at),
      );
    }
    expect(recent).toHaveLength(64);
    expect(recent[0]).toMatchObject({ uploadId: "6", onto: null });
    expect(recent[1]).toMatchObject({ uploadId: "7", onto: version(7) });
    const early = "2023-02-01T02:00:03Z key" as TakenUpload["order"];
    expect(placeOf(recent, { order: early, uploadId: "late", released: false }, version(70))).toBeNull();
    const later = "2023-02-01T02:00:06Z z" as TakenUpload["order"];
    expect(placeOf(recent, { order: later, uploadId: "late", released: false }, version(70))?.onto).toEqual(version(7));
  });
});

describe("where an upload is planned", () => {
  test("on what is current, when nothing newer was taken", () => {
    expect(place([taken(1, 0)], 2)).toEqual({ onto: version(9), before: [], after: [] });
  });

  test("on the version that says what is older, with the newer ones after it", () => {
    expect(place([taken(1, 0), taken(3, 1), taken(4, 2)], 2)).toEqual({
      onto: version(1),
      before: [],
      after: [taken(3, 1), taken(4, 2)],
    });
  });

  test("on an older version with what came between, where none says just that", () => {
    expect(place([taken(1, 0), taken(2, 1), taken(4, null)], 3)).toEqual({
      onto: version(1),
      before: [taken(2, 1)],
      after: [taken(4, null)],
    });
  });

  test("where it was planned before, when it is not finished", () => {
    expect(place([taken(1, 0), taken(2, 1), taken(3, null)], 2)).toEqual({
      onto: version(1),
      before: [],
      after: [taken(3, null)],
    });
  });

  test("after its own additions, when its removals are released", () => {
    expect(place([taken(2, 1, true), taken(3, null)], 2, true)).toEqual({
      onto: version(1),
      before: [taken(2, 1, true)],
      after: [taken(3, null)],
    });
  });
});
