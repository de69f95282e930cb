import { expect, test } from "vitest";
import { goneText } from "#cli/render/gone-text.ts";
import { day } from "#shared/domain/day.ts";
import { rosterId } from "#shared/domain/roster.ts";

const rekeyed = { cause: "rekey", on: day("2023-06-02") } as const;
const expired = { cause: "retention", on: null } as const;
const [a, b, c] = [rosterId("14.03/rentan/a"), rosterId("14.03/rentan/b"), rosterId("14.05/bpu/c")];

test("each cause is told once, with its rosters and its day", () => {
  const { id, en } = goneText(day("2023-02-01"), [
    { roster: a, ...rekeyed },
    { roster: b, ...expired },
    { roster: c, ...rekeyed },
  ]);
  expect(en.split("\n")).toEqual([
    "The version that was current on 2023-02-01 is no longer kept for 14.03/rentan/a, 14.05/bpu/c: the change of the pseudonym key on 2023-06-02 removed all versions before it (see `npx cakupan audit`).",
    "The version that was current on 2023-02-01 is no longer kept for 14.03/rentan/b: the time for which it is kept after being replaced is over.",
  ]);
  expect(id).toContain("penggantian kunci nama samaran pada 2023-06-02 menghapus semua versi sebelumnya");
});

test("an erasure is told as one, also without its day", () => {
  expect(goneText(day("2023-02-01"), [{ roster: a, cause: "erasure", on: null }]).en).toContain(
    "an erasure of people removed it",
  );
});
