import { describe, expect, test } from "vitest";
import { readRoster } from "#shared/adapters/roster/read-roster.ts";
import type { RosterSource } from "#shared/domain/roster-file/reading.ts";
import { context, nik } from "./roster-files.ts";

/** A source that tells whether its stream was closed, and can break off. */
function watched(chunks: readonly string[], failure?: Error): RosterSource & { closed(): number } {
  let closed = 0;
  return {
    fileName: "data.csv",
    closed: () => closed,
    open: async function* () {
      try {
        for (const chunk of chunks) yield Buffer.from(chunk);
        if (failure) throw failure;
      } finally {
        closed += 1;
      }
    },
  };
}

const ROWS = `${nik(0)},A\n`.repeat(20_000);

describe("the stream of a file", () => {
  test.each([
    ["read to its end", [`NIK,NAMA\n`, ROWS]],
    ["refused by its first bytes", ["%PDF-1.7\n", ROWS, ROWS]],
    ["refused by its header", [`NAMA,UPAH\n${ROWS}`, ROWS]],
    ["refused on the way", [`NIK,NAMA\n${ROWS}`, `${nik(0)},"open\n`, ROWS.repeat(4), ROWS]],
    ["refused for too many employers", [`NIK,NPP\n`, manyEmployers(), ROWS]],
  ])("is closed when the file is %s", async (_, chunks) => {
    const file = watched(chunks);
    await readRoster(file, context());
    await expect.poll(() => file.closed()).toBe(1);
  });

  test.each([[["NIK,NAMA\n"]], [[`NIK,NAMA\n${ROWS}`, ROWS]]])(
    "that breaks off is an error, not a bad file",
    async (chunks) => {
      const failure = new Error("connection reset");
      await expect(readRoster(watched(chunks, failure), context())).rejects.toBe(failure);
    },
  );
});

test("more employers than a table can hold are refused", async () => {
  const reading = await readRoster(watched([`NIK,NPP\n`, manyEmployers()]), context());
  expect(reading).toMatchObject({ kind: "refused", problems: [{ code: "too-many-employers" }] });
});

function manyEmployers(): string {
  return Array.from({ length: 65_536 }, (_, index) => `${nik(index)},E${index}\n`).join("");
}
