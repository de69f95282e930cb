import { describe, expect, test } from "vitest";
import { day } from "#shared/domain/day.ts";
import { month, OPEN_END } from "#shared/domain/month.ts";
import { programmeSet } from "#shared/domain/programme.ts";
import { NO_DEFAULTS, readDefaults, settleDefaults } from "#shared/domain/roster-file/defaults.ts";

describe("metadata of an object", () => {
  test("nothing said is nothing", () => {
    expect(readDefaults({ "content-owner": "dinas" }, "rentan")).toEqual({ kind: "read", defaults: NO_DEFAULTS });
  });

  test("everything said", () => {
    const metadata = { program: "JKK,JKM,JHT", mulai: "2023-01", akhir: "2023-12", from: "2023-03", mode: "add" };
    expect(readDefaults(metadata, "rentan")).toEqual({
      kind: "read",
      defaults: {
        programmes: programmeSet("jkk", "jkm", "jht"),
        first: month("2023-01"),
        last: month("2023-12"),
        from: month("2023-03"),
        mode: "add",
      },
    });
  });

  test.each([
    [{ mulai: "kemarin" }, ["metadata-month"]],
    [{ mulai: "2023-02", akhir: "2023-01" }, ["metadata-end-before-start"]],
    [{ mode: "replace" }, ["metadata-mode"]],
    [{ program: "JP" }, ["metadata-programme"]],
    [{ from: "2023-00", program: "x" }, ["metadata-month", "metadata-programme"]],
  ])("%j is refused", (metadata, codes) => {
    const reading = readDefaults(metadata as unknown as Record<string, string>, "rentan");
    expect(reading.kind === "refused" && reading.problems.map((found) => found.code)).toEqual(codes);
  });
});

test("what nobody says is the segment's minimum from the month of the upload on, without an end", () => {
  expect(settleDefaults(NO_DEFAULTS, "rentan", day("2022-11-20"))).toEqual({
    programmes: programmeSet("jkk", "jkm"),
    first: month("2022-11"),
    last: OPEN_END,
    latestUsual: month("2023-11"),
  });
});
