// Rows of people who were erased: rejected by the hot loop and the plain way alike, and given back without a word of theirs.
import { describe, expect, test } from "vitest";
import { readRoster } from "#shared/adapters/roster/read-roster.ts";
import { rejectedRowsFile } from "#shared/adapters/roster/rejected-rows-xlsx.ts";
import type { WorkerId } from "#shared/domain/enrolment.ts";
import { hexOfBytes } from "#shared/domain/hex.ts";
import { unpack } from "#shared/domain/packed-enrolments.ts";
import type { RosterSource } from "#shared/domain/roster-file/reading.ts";
import { context, nik, nikOf, source, workbook } from "./roster-files.ts";

const GONE = nik(7);
const erased = new Set([hexOfBytes(context().pseudonymise(Buffer.from(GONE))) as WorkerId]);
const HEAD = ["NIK", "NAMA", "MULAI"];
const spaced = `${GONE.slice(0, 6)} ${GONE.slice(6)}`;

async function readWithout(file: RosterSource) {
  const reading = await readRoster(file, context({ erased }));
  if (reading.kind === "refused") throw new Error("refused");
  let back = "";
  for await (const bytes of rejectedRowsFile(file, reading, "csv")) back += Buffer.from(bytes).toString();
  return { reading, back };
}

const csv = (rows: readonly (readonly string[])[]): RosterSource =>
  source([HEAD, ...rows].map((cells) => `${cells.join(",")}\r\n`).join(""));

describe.each<[string, (rows: readonly (readonly string[])[]) => Promise<RosterSource>]>([
  ["a CSV", async (rows) => csv(rows)],
  ["a workbook", async (rows) => source(await workbook([[HEAD, ...rows]]))],
])("in %s", (_, fileOf) => {
  test("sound rows, rows with other faults and repeated ones are rejected; nobody is kept or unreadable for it", async () => {
    const file = await fileOf([
      [nik(1), "Siti", "2022-01"],
      [GONE, "Budi", "2022-01"],
      [spaced, "Budi", "2022-02"],
      [GONE, "Budi", "2022-13"],
      ["12", "Ani", "2022-01"],
    ]);
    const { reading, back } = await readWithout(file);
    expect(reading.rows).toEqual({ read: 5, accepted: 1, duplicate: 0, rejected: 4 });
    expect(unpack(reading.enrolments).map(({ worker }) => nikOf(worker))).toEqual([nik(1)]);
    expect(reading.problemCounts["erased-person"]).toBe(3);
    expect(reading.kept.size).toBe(0);
    expect(reading.unreadable).toBe(1);
    expect(back).toContain("Ani");
    expect(back).not.toContain("Budi");
    expect(back).not.toContain(GONE);
    expect(back).not.toContain(spaced);
  });
});

test("a row whose cells have shifted is not given back either", async () => {
  const { reading, back } = await readWithout(csv([["Budi", "2022-01", "x", `no. ${spaced}`]]));
  expect(reading.rows.rejected).toBe(1);
  expect(back).not.toContain(spaced);
  expect(back).not.toContain("Budi");
});
