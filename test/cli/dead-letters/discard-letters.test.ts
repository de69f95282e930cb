import { expect, test } from "vitest";
import { discardLetters } from "#cli/dead-letters/discard-letters.ts";
import type { LetterDiscardAct } from "#shared/domain/audit.ts";
import { provinceCode } from "#shared/domain/region.ts";

/** Letters in memory; the deletion of one of them fails. */
function box(ids: readonly string[], failsAt: string | null = null) {
  const dead = new Set(ids);
  const hidden = new Set<string>();
  const letters = {
    receive: async (most: number) => {
      const received = [...dead].filter((id) => !hidden.has(id)).slice(0, Math.min(most, 2));
      for (const id of received) hidden.add(id);
      return received.map((id) => ({ id, body: "{}", reason: null, sentAt: "2024-01-01T00:00:00.000Z", handle: id }));
    },
    delete: async ({ handle }: { readonly handle: string }) => {
      if (handle === failsAt) throw new Error("cut off");
      dead.delete(handle);
    },
    putBack: async ({ handle }: { readonly handle: string }) => void hidden.delete(handle),
  };
  return { letters, dead, hidden };
}

function order(ids: readonly string[] | null, acts: LetterDiscardAct[]) {
  const record = async (act: LetterDiscardAct) => void acts.push(act);
  const about = { province: provinceCode("14"), queue: "roster-uploads", at: "2024-01-01T01:00:00Z", by: "petugas" };
  return { ...about, ids, record };
}

test("those that are named go, with a record before and after, and the rest may be received again", async () => {
  const { letters, dead, hidden } = box(["aaaa", "bbbb", "cccc"]);
  const acts: LetterDiscardAct[] = [];
  expect(await discardLetters(letters, order(["bbbb"], acts))).toMatchObject({
    discarded: [{ id: "bbbb" }],
    left: 2,
  });
  expect([[...dead], acts.map(({ progress }) => progress)]).toEqual([
    ["aaaa", "cccc"],
    ["begun", "done"],
  ]);
  expect([...hidden].filter((id) => dead.has(id))).toEqual([]);
});

test("cut off, what is gone is on record, and what is left may be received again", async () => {
  const { letters, dead, hidden } = box(["aaaa", "bbbb", "cccc"], "bbbb");
  const acts: LetterDiscardAct[] = [];
  await expect(discardLetters(letters, order(null, acts))).rejects.toThrow("cut off");
  expect([...dead]).toEqual(["bbbb", "cccc"]);
  expect([...hidden].filter((id) => dead.has(id))).toEqual([]);
  expect(acts).toMatchObject([{ progress: "begun", letters: 3, named: [{ id: "aaaa" }, { id: "bbbb" }, {}] }]);
});

test("an id that means none, and a queue without letters, leave no record", async () => {
  const acts: LetterDiscardAct[] = [];
  const { letters, dead } = box(["aaaa"]);
  await expect(discardLetters(letters, order(["dddd"], acts))).rejects.toThrow("There is no dead letter dddd");
  expect(await discardLetters(box([]).letters, order(null, acts))).toEqual({ discarded: [], left: 0 });
  expect([dead.size, acts]).toEqual([1, []]);
});
