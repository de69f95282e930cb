import { expect, test } from "vitest";
import { type DeadLetters, redriveLetters } from "#cli/dead-letters/redrive-letters.ts";

/** Letters in memory; the n-th effect fails, before or after it has happened. */
function box(letters: readonly string[], failAt = Number.POSITIVE_INFINITY, after = false) {
  const dead = new Set(letters);
  const held = new Set<string>();
  const sent: string[] = [];
  let effects = 0;
  const effect = (happen: () => void): Promise<void> => {
    effects += 1;
    const fails = effects === failAt;
    if (!fails || after) happen();
    return fails ? Promise.reject(new Error("cut off")) : Promise.resolve();
  };
  const deadLetters: DeadLetters<string> = {
    receive: (most) => Promise.resolve([...dead].filter((one) => !held.has(one)).slice(0, Math.min(most, 2))),
    send: async (letter) => {
      if (letter.startsWith("unfit")) {
        held.add(letter);
        return false;
      }
      await effect(() => void sent.push(letter));
      return true;
    },
    putBack: (letter) => Promise.resolve(void held.delete(letter)),
    delete: (letter) => effect(() => void dead.delete(letter)),
  };
  return { deadLetters, dead, held, sent };
}

const unpaced = { pace: () => Promise.resolve() };

test("all are sent and then deleted, each after its pause", async () => {
  const { deadLetters, dead, sent } = box(["a", "b", "c"]);
  const paced: number[] = [];
  const pace = () => Promise.resolve(void paced.push(sent.length));
  expect(await redriveLetters(deadLetters, { most: 10, pace })).toEqual({ sent: 3, unfit: 0 });
  expect([sent, dead.size, paced]).toEqual([["a", "b", "c"], 0, [1, 2, 3]]);
});

test("no more than asked for, however many there are", async () => {
  const { deadLetters, dead, sent } = box(["a", "b", "c"]);
  expect(await redriveLetters(deadLetters, { most: 1, ...unpaced })).toEqual({ sent: 1, unfit: 0 });
  expect([sent, [...dead]]).toEqual([["a"], ["b", "c"]]);
});

test.each([1, 2, 3, 4, 5, 6].flatMap((at) => [false, true].map((after) => [at, after] as const)))(
  "cut off at effect %i (after it: %s), none is lost, and the next run sends what is left",
  async (at, after) => {
    const first = box(["a", "b", "c"], at, after);
    await expect(redriveLetters(first.deadLetters, { most: 3, ...unpaced })).rejects.toThrow("cut off");
    expect(new Set([...first.sent, ...first.dead])).toEqual(new Set(["a", "b", "c"]));
    const second = box([...first.dead]);
    await redriveLetters(second.deadLetters, { most: 3, ...unpaced });
    expect(new Set([...first.sent, ...second.sent])).toEqual(new Set(["a", "b", "c"]));
    expect(second.dead.size).toBe(0);
  },
);

test("what cannot be sent is put back when the others are sent", async () => {
  const { deadLetters, dead, held, sent } = box(["unfit-1", "a", "unfit-2", "b"]);
  expect(await redriveLetters(deadLetters, { most: 10, ...unpaced })).toEqual({ sent: 2, unfit: 2 });
  expect([sent, [...dead], held.size]).toEqual([["a", "b"], ["unfit-1", "unfit-2"], 0]);
});
