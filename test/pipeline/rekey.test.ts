// The pseudonym key of a province is changed while uploads go on, through the real functions on the emulators, and cut off at every effect.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { rekeyPorts } from "#cli/commands/rekey.ts";
import { knownThen } from "#cli/known-then.ts";
import { pseudonymsOf } from "#shared/adapters/aws/secret-pseudonyms.ts";
import { day } from "#shared/domain/day.ts";
import type { WorkerId } from "#shared/domain/enrolment.ts";
import { hexOfBytes } from "#shared/domain/hex.ts";
import { month } from "#shared/domain/month.ts";
import { workerAt } from "#shared/domain/packed-enrolments.ts";
import { regencyCode } from "#shared/domain/region.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { eraseWorkers } from "#shared/people/erase-workers.ts";
import type { RekeyPorts } from "#shared/people/needs.ts";
import { keyState, type RekeyedProvince, rekeyProvince } from "#shared/people/rekey-province.ts";
import { type HandDeliveredProvince, startHandDelivered } from "./hand-delivered-province.ts";
import { nik, rosterCsv, workers } from "./rosters.ts";

let province: HandDeliveredProvince;
beforeAll(async () => {
  province = await startHandDelivered();
  await put("14.01/rentan/apbd", "a.csv", workers(0, 60), "2023-02-01T02:00:00Z");
  await put("14.01/bpu/mandiri", "a.csv", workers(40, 90), "2023-02-01T02:00:00Z");
  await put("14.02/non-asn/pemkab", "a.csv", workers(0, 30), "2023-02-01T02:00:00Z");
  await province.drain();
  await put("14.01/rentan/apbd", "b.add.csv", workers(60, 70), "2023-02-05T02:00:00Z");
  await put("14.03/rentan/apbd", "ditolak.csv", [{ nik: "1" }], "2023-02-05T02:00:00Z");
  await province.drain();
  await eraseWorkers({ ...rekeyPorts(province.access), ...erasePorts() }, await peopleOf([nik(69)]), {
    at: "2023-02-06T01:00:00Z",
    by: "petugas",
  });
  await province.drain();
});
afterAll(() => province.stop());
beforeEach(() => province.drain());

const put = (roster: string, name: string, rows: Parameters<typeof rosterCsv>[0], at: string) =>
  province.put(`rosters/${roster}/${name}`, rosterCsv(rows), at);
const erasePorts = () => ({ admissions: province.access.admissions, registry: province.access.registry });

const ORDER = { at: "2023-02-10T01:00:00Z", by: "kepala" };

async function peopleOf(niks: readonly string[]) {
  const { keyId, of } = await province.access.pseudonyms();
  const ids = niks.map((number) => hexOfBytes(of(Buffer.from(number))) as WorkerId);
  return { province: province.access.code, keyId, workers: new Set(ids) };
}

test("a head tells how many were erased since its file", async () => {
  const { latest } = await rekeyPorts(province.access).heads.read(rosterId("14.01/rentan/apbd"));
  expect(latest).toMatchObject({ mode: "add", erased: 1 });
});

async function rekey(ports: RekeyPorts = rekeyPorts(province.access)): Promise<RekeyedProvince> {
  const { code } = province.access;
  return rekeyProvince(ports, code, await keyState(ports, code), ORDER);
}

/** The coverage of the regencies, without what names versions. */
async function figures(): Promise<unknown> {
  const found = [];
  for (const regency of ["14.01", "14.02"]) {
    const { months, overlaps, rosters } = (await province.current(regency))?.coverage ?? {};
    found.push({ months, overlaps, rosters: rosters?.map(({ roster, ...rest }) => [roster, { ...rest, version: 0 }]) });
  }
  return found;
}

/** Every worker id in the registry, by its key. */
async function idsUnder(secret: string): Promise<{ readonly theirs: number; readonly others: number }> {
  const all = new Set(Array.from({ length: 100 }, (_, n) => hexOfBytes(pseudonymsOf(secret).of(Buffer.from(nik(n))))));
  const counts = { theirs: 0, others: 0 };
  for await (const { enrolments } of province.access.registry.all())
    for (let row = 0; row < enrolments.count; row += 1)
      counts[all.has(workerAt(enrolments, row)) ? "theirs" : "others"] += 1;
  return counts;
}

test("coverage is the same, nothing stands under the old key any more, and the erased stay out", async () => {
  const before = await figures();
  const { key: oldKey } = await province.access.keys.read();
  const done = await rekey();
  await province.drain();
  expect(done).toMatchObject({ fromKeyId: pseudonymsOf(oldKey).keyId, rosters: 3 });
  expect(await figures()).toEqual(before);

  const { key, next } = await province.access.keys.read();
  expect(next).toBeNull();
  expect(pseudonymsOf(key).keyId).toBe(done.toKeyId);
  expect(await idsUnder(oldKey)).toEqual({ theirs: 0, others: 148 });
  expect(await idsUnder(key)).toEqual({ theirs: 148, others: 0 });
  const admission = await province.access.admissions.read(province.access.code);
  expect(admission).toEqual({ keyId: done.toKeyId, nextKeyId: null, erased: (await peopleOf([nik(69)])).workers });

  const again = await put("14.01/rentan/apbd", "c.csv", workers(0, 70), "2023-02-11T02:00:00Z");
  await province.drain();
  expect(await province.receipt(again)).toMatchObject({
    rows: { accepted: 69, rejected: 1 },
    problemCounts: { "erased-person": 1 },
    changes: { enrolled: 0, changed: 0, unchanged: 69 },
  });
});

test("what was known before is told from the new versions, as far back as those go", async () => {
  const known = async (on: string) => {
    const around = { at: month("2023-02"), back: 0, ahead: 0 };
    const then = await knownThen(province.access, regencyCode("14.01"), day(on), around);
    if (then.kind !== "gone")
      return then.kind === "known" ? then.known.months.map(({ covered }) => covered) : then.kind;
    return then.rosters;
  };
  expect(await known("2023-02-05")).toEqual([89]);
  expect(await known("2023-02-01")).toEqual([{ roster: "14.01/rentan/apbd", cause: "rekey", on: "2023-02-10" }]);
});

test("uploads wait while it runs, and those planned before under the old key are planned again", async () => {
  const planned = await put("14.02/non-asn/pemkab", "b.add.csv", workers(30, 35), "2023-02-12T02:00:00Z");
  const first = await put("14.04/rentan/apbd", "a.csv", workers(0, 5), "2023-02-12T02:00:00Z");
  await province.deliver("roster-uploads");
  const ports = rekeyPorts(province.access);
  const waiting: number[] = [];
  const during: RekeyPorts = {
    ...ports,
    admissions: withBefore(ports.admissions, "endChange", async () => {
      await put("14.02/non-asn/pemkab", "c.add.csv", workers(35, 40), "2023-02-13T02:00:00Z");
      await province.deliver("roster-uploads", { mayFail: true });
      await province.deliver("enrolment-events", { mayFail: true });
      waiting.push(province.waiting("roster-uploads"), province.waiting("enrolment-events"));
    }),
  };
  const { toKeyId } = await rekey(during);
  expect(waiting).toEqual([1, 2]);
  await province.drain({ times: 2 });
  expect((await province.receipt(planned)).status).toBe("applied");
  expect((await province.receipt(first)).status).toBe("applied");
  expect((await province.month("14.02", "2023-02")).covered).toBe(40);
  expect((await province.month("14.04", "2023-02")).covered).toBe(5);
  // Nothing of the old key was written after it was cleared away.
  expect((await idsUnder((await ports.keys.read()).key)).others).toBe(0);
  for (const regency of ["14.01", "14.02", "14.04"]) {
    const heads = await province.access.heads.ofRegency(regencyCode(regency));
    expect(heads.map(({ keyId }) => keyId)).toEqual(heads.map(() => toKeyId));
  }
});

test("a function that had read the old key before, and moves a head meanwhile, neither loses nor doubles anybody", async () => {
  const roster = rosterId("14.02/non-asn/pemkab");
  await put(roster, "d.add.csv", workers(40, 45), "2023-02-14T02:00:00Z");
  await province.deliver("roster-uploads");
  const ports = rekeyPorts(province.access);
  const [body = ""] = province.bodies("enrolment-events");
  const batch = JSON.parse(body);
  const apply = async (): Promise<boolean> => {
    // What apply-enrolments does once it has looked whether the key is being changed.
    const bytes = Buffer.from(batch.slices[0].bytes, "base64");
    await ports.slices.put(roster, batch.version, 0, bytes);
    await ports.heads.addPart(batch, 0);
    const { heads } = province.access;
    const { latest } = await heads.read(roster);
    return latest !== null && heads.move({ ...batch, latest });
  };
  const moves: boolean[] = [];
  const racing = { ...ports, heads: withBefore(ports.heads, "move", async () => void moves.push(await apply())) };
  await rekey(racing);
  expect(moves.filter(Boolean)).toHaveLength(1);
  await province.drain();
  expect((await province.month("14.02", "2023-02")).covered).toBe(45);
});

test("a roster whose first version is under way when it begins cannot begin under the old key", async () => {
  const roster = rosterId("14.05/rentan/apbd");
  const event = await put(roster, "a.csv", workers(0, 7), "2023-02-14T02:00:00Z");
  await province.deliver("roster-uploads");
  const ports = rekeyPorts(province.access);
  const [body = ""] = province.bodies("enrolment-events");
  const batch = JSON.parse(body);
  await ports.slices.put(roster, batch.version, 0, Buffer.from(batch.slices[0].bytes, "base64"));
  await ports.heads.addPart(batch, 0);
  const moved: boolean[] = [];
  const late = async (stamped: unknown): Promise<void> => {
    if (stamped !== roster) return;
    const latest = { asOf: batch.asOf, mode: "full", rejected: 0, ended: 0, released: false } as const;
    moved.push(await province.access.heads.move({ ...batch, latest }));
  };
  await rekey({ ...ports, heads: withBefore(ports.heads, "setKeyOfEmpty", async () => {}, late) });
  await province.drain();
  expect(moved).toEqual([false]);
  expect((await province.receipt(event)).status).toBe("applied");
  expect((await province.month("14.05", "2023-02")).covered).toBe(7);
});

test("cut off at any effect and begun again, it ends as if it had not been", async () => {
  await province.drain();
  const before = await figures();
  const effects = new Set([
    "write",
    "beginChange",
    "nextVersion",
    "put",
    "addPart",
    "move",
    "setKeyOfEmpty",
    "markChecked",
  ]);
  for (const name of ["remove", "endChange", "send"]) effects.add(name);
  const ports = rekeyPorts(province.access);
  let cuts = 0;
  for (let most = 0; ; most += most < 12 ? 1 : 4) {
    let left = most;
    const dyingAt = (last: number) =>
      dyingPorts(ports, effects, () => {
        left -= 1;
        return left < last;
      });
    const died = await rekey(dyingAt(0)).then(
      () => false,
      () => true,
    );
    if (died) {
      cuts += 1;
      // Cut off at another place, and then to its end.
      await rekey(dyingAt(-7)).catch(() => {});
      await rekey();
    }
    await province.drain();
    expect(await figures()).toEqual(before);
    const { key, next } = await province.access.keys.read();
    expect(next).toBeNull();
    expect((await idsUnder(key)).others).toBe(0);
    const { keyId, nextKeyId } = await province.access.admissions.read(province.access.code);
    expect([keyId, nextKeyId]).toEqual([pseudonymsOf(key).keyId, null]);
    if (!died) break;
  }
  expect(cuts).toBeGreaterThan(15);
});

test("the old key is kept when coverage is not the same under both", async () => {
  const ports = rekeyPorts(province.access);
  const { key } = await ports.keys.read();
  // A cipher that makes two workers one.
  const merging: RekeyPorts = {
    ...ports,
    cipher: {
      ...ports.cipher,
      rename: (ids, from, to) => {
        const renamed = Uint8Array.from(ports.cipher.rename(ids, from, to));
        if (renamed.length >= 32) renamed.copyWithin(16, 0, 16);
        return renamed;
      },
    },
  };
  await expect(rekey(merging)).rejects.toThrow("the old key is kept");
  expect((await ports.keys.read()).key).toBe(key);
  const { keyId, nextKeyId } = await ports.admissions.read(province.access.code);
  expect([keyId, nextKeyId === null]).toEqual([ports.cipher.keyIdOf(key), false]);
});

function withBefore<T extends object>(
  port: T,
  name: keyof T & string,
  before: () => Promise<void>,
  after: (first: unknown) => Promise<void> = async () => {},
): T {
  return new Proxy(port, {
    get(target, asked) {
      const value = Reflect.get(target, asked);
      if (typeof value !== "function") return value;
      return async (...args: readonly unknown[]) => {
        if (asked === name) await before();
        const answer = await value.apply(target, args);
        if (asked === name) await after(args[0]);
        return answer;
      };
    },
  });
}

function dyingPorts(ports: RekeyPorts, effects: ReadonlySet<string>, dies: () => boolean): RekeyPorts {
  const dying = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        return (...args: readonly unknown[]) => {
          if (effects.has(String(name)) && dies()) throw new Error("died");
          return value.apply(target, args);
        };
      },
    });
  const { heads, slices, admissions, keys, registry, coverageUpdates } = ports;
  return {
    ...ports,
    heads: dying(heads),
    slices: dying(slices),
    admissions: dying(admissions),
    keys: dying(keys),
    registry: dying(registry),
    coverageUpdates: dying(coverageUpdates),
  };
}
