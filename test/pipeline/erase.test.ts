// People are erased from a province, whatever is in flight, through the real functions on the emulators.
import { gzipSync } from "node:zlib";
import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, ListObjectsV2Command } from "@aws-sdk/client-s3";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { searchFile } from "#shared/adapters/roster/search-file.ts";
import type { WorkerId } from "#shared/domain/enrolment.ts";
import { hexOfBytes } from "#shared/domain/hex.ts";
import { regencyCode } from "#shared/domain/region.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { holdsAny } from "#shared/domain/without-workers.ts";
import { OUTPUTS } from "#shared/names.ts";
import { eraseFiles } from "#shared/people/erase-files.ts";
import { type ErasedWorkers, eraseWorkers } from "#shared/people/erase-workers.ts";
import type { ErasePorts } from "#shared/people/needs.ts";
import { uploadIdOf } from "#shared/upload-id.ts";
import { type HandDeliveredProvince, startHandDelivered } from "./hand-delivered-province.ts";
import { nik, rosterCsv, workers } from "./rosters.ts";

let province: HandDeliveredProvince;
beforeAll(async () => {
  province = await startHandDelivered();
});
afterAll(() => province.stop());

function erasePorts(over: Partial<ErasePorts> = {}): ErasePorts {
  const { heads, slices, reader, admissions, registry, coverageUpdates } = province.access;
  return { heads, slices, records: reader, admissions, registry, coverageUpdates, ...over };
}

const ORDER = { at: "2023-02-03T01:00:00Z", by: "petugas" };

async function workerOf(number: string): Promise<WorkerId> {
  return hexOfBytes((await province.access.pseudonyms()).of(Buffer.from(number))) as WorkerId;
}

async function erase(numbers: readonly string[], over: Partial<ErasePorts> = {}): Promise<ErasedWorkers> {
  const { keyId } = await province.access.pseudonyms();
  const ids = new Set(await Promise.all(numbers.map(workerOf)));
  return eraseWorkers(erasePorts(over), { province: province.access.code, keyId, workers: ids }, ORDER);
}

/** Wherever in the registry they are. */
async function slicesWith(numbers: readonly string[]): Promise<number> {
  const ids = new Set(await Promise.all(numbers.map(workerOf)));
  let found = 0;
  for await (const { enrolments } of province.access.registry.all()) if (holdsAny(enrolments, ids)) found += 1;
  return found;
}

const put = (roster: string, name: string, rows: Parameters<typeof rosterCsv>[0], at: string) =>
  province.put(`rosters/${roster}/${name}`, rosterCsv(rows), at);
const covered = async (regency: string): Promise<number> => (await province.month(regency, "2023-02")).covered;

test("they leave every roster of every regency and every older version, and nobody else does", async () => {
  await put("14.01/rentan/apbd", "a.csv", workers(0, 50), "2023-02-01T02:00:00Z");
  await province.drain();
  await put("14.01/rentan/apbd", "b.add.csv", workers(50, 60), "2023-02-02T02:00:00Z");
  await put("14.01/bpu/mandiri", "a.csv", workers(5, 25), "2023-02-02T02:00:00Z");
  await put("14.02/rentan/apbd", "a.csv", workers(0, 30), "2023-02-02T02:00:00Z");
  await put("14.02/bpu/mandiri", "a.csv", workers(10, 20), "2023-02-02T02:00:00Z");
  await province.drain();
  const gone = [nik(5), nik(6)];
  expect(await slicesWith(gone)).toBe(4);

  const done = await erase(gone);
  await province.drain();
  expect(done.rosters).toEqual(["14.01/bpu/mandiri", "14.01/rentan/apbd", "14.02/rentan/apbd"]);
  expect(done.slices).toBe(1);
  expect(await slicesWith(gone)).toBe(0);
  expect([await covered("14.01"), await covered("14.02")]).toEqual([58, 28]);
  expect(await province.version("14.02/bpu/mandiri")).toBe(1);
  expect((await province.current("14.01"))?.coverage.overlaps[0]?.workers.at(-1)?.[1] ?? 0).toBeLessThanOrEqual(18);
  // Again there is nothing left to do.
  expect(await erase(gone)).toEqual({ rosters: [], slices: 0 });
});

test("their rows in later files are rejected under a code of their own and not given back", async () => {
  const rows = [...workers(0, 50), { nik: nik(5), mulai: "2023-13" }, { nik: "1" }];
  const event = await put("14.01/rentan/apbd", "c.csv", rows, "2023-02-03T02:00:00Z");
  await province.drain();
  const receipt = await province.receipt(event);
  expect(receipt).toMatchObject({
    rows: { read: 52, accepted: 48, rejected: 4 },
    problemCounts: { "erased-person": 3 },
    changes: { enrolled: 0, kept: 0 },
  });
  expect(receipt.problems.filter(({ code }) => code === "erased-person").map(({ row }) => row)).toEqual([7, 8, 52]);
  expect(await slicesWith([nik(5), nik(6)])).toBe(0);

  const rejected = await textOfRejected("14.01/rentan/apbd", uploadIdOf(event.detail.object));
  expect(rejected).toContain("erased-person");
  expect(rejected.split("\r\n").filter((line) => line.includes("Pekerja Rekaan"))).toHaveLength(1);
  expect(rejected).not.toContain(nik(5));
  expect(rejected).not.toContain(nik(6));

  // Given back as it is, the file says nothing of them any more.
  const again = await province.put(
    "rosters/14.01/rentan/apbd/c-perbaikan.add.csv",
    rejected.replace(",1,", ",").replace(/^1,/m, `${nik(58)},`),
    "2023-02-03T03:00:00Z",
  );
  await province.drain();
  expect((await province.receipt(again)).rows).toMatchObject({ read: 1, accepted: 1, rejected: 0 });
});

describe("an upload in flight", () => {
  const roster = "14.03/rentan/apbd";

  test("planned before, and applied after, is void and planned again without them", async () => {
    await put(roster, "a.csv", workers(100, 130), "2023-02-01T02:00:00Z");
    await province.drain();
    const event = await put(roster, "b.csv", workers(100, 140), "2023-02-02T02:00:00Z");
    await province.deliver("roster-uploads");
    await erase([nik(101), nik(135)]);
    await province.drain({ times: 2 });
    expect(await province.receipt(event)).toMatchObject({ status: "applied", rows: { accepted: 38, rejected: 2 } });
    expect(await covered("14.03")).toBe(38);
    expect(await slicesWith([nik(101), nik(135)])).toBe(0);
  });

  test("that applies while they are erased does not bring them back", async () => {
    await put(roster, "c.add.csv", workers(140, 150), "2023-02-03T02:00:00Z");
    await province.deliver("roster-uploads");
    const { heads } = province.access;
    let moved = false;
    const racing = new Proxy(heads, {
      get(target, name) {
        if (name === "move" && !moved) {
          return async (move: Parameters<typeof heads.move>[0]) => {
            moved = true;
            await province.deliver("enrolment-events", { mayFail: true });
            return target.move(move);
          };
        }
        const value = Reflect.get(target, name);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    await erase([nik(110)], { heads: racing });
    await province.drain();
    expect(await covered("14.03")).toBe(47);
    expect(await slicesWith([nik(110)])).toBe(0);
  });

  test("whose message comes once more, long applied, writes none of them anew", async () => {
    const { access } = province;
    await put("14.04/rentan/apbd", "a.csv", workers(200, 210), "2023-02-01T02:00:00Z");
    await province.deliver("roster-uploads");
    const [body = ""] = province.bodies("enrolment-events");
    await province.drain();
    await erase([nik(203)]);
    province.sendBody("enrolment-events", body);
    await province.drain();
    expect(await slicesWith([nik(203)])).toBe(0);
    expect((await access.reader.uploads(regencyCode("14.04"))).map(({ status }) => status)).toEqual(["applied"]);
    expect(await covered("14.04")).toBe(9);
  });

  test("of which some parts were applied before does not let them in", async () => {
    const partial = rosterId("14.05/rentan/apbd");
    const event = await put(partial, "a.csv", workers(300, 310), "2023-02-01T02:00:00Z");
    await province.deliver("roster-uploads");
    // As if the function had died between the slice and the part.
    const [body = ""] = province.bodies("enrolment-events");
    const { slices, version } = JSON.parse(body);
    await province.access.slices.put(partial, version, 0, Buffer.from(slices[0].bytes, "base64"));
    expect(await erase([nik(301)])).toEqual({ rosters: [], slices: 1 });
    await province.drain();
    expect(await province.receipt(event)).toMatchObject({ status: "applied", rows: { accepted: 9, rejected: 1 } });
    expect(await slicesWith([nik(301)])).toBe(0);
  });
});

test("cut off after any effect and run again, the outcome is the same", async () => {
  const roster = "14.06/rentan/apbd";
  await put(roster, "a.csv", workers(400, 420), "2023-02-01T02:00:00Z");
  await province.drain();
  for (let effects = 0; ; effects += 1) {
    const gone = [nik(401 + effects)];
    let left = effects;
    const dying = <T extends object>(port: T): T =>
      new Proxy(port, {
        get(target, name) {
          const value = Reflect.get(target, name);
          if (typeof value !== "function") return value;
          return (...args: readonly unknown[]) => {
            if (!EFFECTS.has(String(name))) return value.apply(target, args);
            left -= 1;
            if (left < 0) throw new Error("died");
            return value.apply(target, args);
          };
        },
      });
    const { heads, slices, admissions, registry, coverageUpdates } = erasePorts();
    const cut = {
      heads: dying(heads),
      slices: dying(slices),
      admissions: dying(admissions),
      registry: dying(registry),
      coverageUpdates: dying(coverageUpdates),
    };
    const died = await erase(gone, cut).then(
      () => false,
      () => true,
    );
    await erase(gone);
    await province.drain();
    expect(await slicesWith(gone)).toBe(0);
    expect(await covered("14.06")).toBe(19 - effects);
    if (!died) return expect(effects).toBeGreaterThan(5);
  }
});

const EFFECTS = new Set(["keepOut", "nextVersion", "put", "addPart", "move", "replace", "remove", "send"]);

test("held removals can still be released after somebody was erased", async () => {
  const roster = "14.07/rentan/apbd";
  await put(roster, "a.csv", workers(500, 600), "2023-02-01T02:00:00Z");
  await province.drain();
  const short = await put(roster, "b.csv", workers(500, 550), "2023-02-02T02:00:00Z");
  await province.drain();
  const { uploadId, status } = await province.receipt(short);
  expect(status).toBe("held");
  await erase([nik(590)]);
  await province.drain();
  province.sendUploadMessage({ type: "decide-held", roster: rosterId(roster), uploadId, decision: "release" });
  await province.drain();
  expect(await province.receipt(short)).toMatchObject({ status: "applied", decision: "release" });
  expect(await covered("14.07")).toBe(50);
});

test("a file that comes late is put on no version from before the erasure, and later ones in their place without them", async () => {
  const roster = "14.08/rentan/apbd";
  await put(roster, "0.csv", workers(800, 830), "2023-02-01T02:00:00Z");
  await province.drain();
  const before = await put(roster, "1.csv", workers(800, 835), "2023-02-02T02:00:00Z");
  province.lose("roster-uploads");
  await put(roster, "2.add.csv", workers(830, 840), "2023-02-03T02:00:00Z");
  await province.drain();
  await erase([nik(805)]);
  province.send(before);
  await province.drain();
  const refused = await province.receipt(before);
  expect([refused.status, refused.file.map(({ code }) => code)]).toEqual(["refused", ["too-late"]]);
  expect(await covered("14.08")).toBe(39);

  const after = await put(roster, "3.csv", workers(800, 842), "2023-02-04T02:00:00Z");
  province.lose("roster-uploads");
  await put(roster, "4.add.csv", [...workers(840, 850), { nik: nik(805) }], "2023-02-05T02:00:00Z");
  await province.drain();
  province.send(after);
  await province.drain();
  const placed = await province.receipt(after);
  expect(placed).toMatchObject({ status: "applied", rows: { accepted: 41, rejected: 1 }, changes: { enrolled: 2 } });
  expect(placed.file.map(({ code }) => code)).toContain("put-before-newer");
  expect(await covered("14.08")).toBe(49);
  expect(await slicesWith([nik(805)])).toBe(0);
});

describe("files", () => {
  const gone = nik(701);
  const spaced = `${gone.slice(0, 6)} ${gone.slice(6, 12)} ${gone.slice(12)}`;
  const ports = () => {
    const { rosterFiles, receiptFiles, reader } = province.access;
    const searched = (files: typeof rosterFiles) => ({
      list: () => files.list(),
      search: async (file: Parameters<typeof files.open>[0], niks: ReadonlySet<string>) => {
        const bytes = await files.open(file);
        return bytes === null ? null : searchFile(bytes, niks);
      },
      remove: (file: Parameters<typeof files.remove>[0]) => files.remove(file),
    });
    return { rosterFiles: searched(rosterFiles), rejectedRowsFiles: searched(receiptFiles), uploads: reader };
  };
  const keysIn = async (bucket: string, prefix: string): Promise<readonly string[]> => {
    const { Contents = [] } = await province.s3.send(
      new ListObjectsV2Command({ Bucket: province.outputs[bucket], Prefix: prefix }),
    );
    return Contents.map(({ Key = "" }) => Key.slice(prefix.length)).sort();
  };

  test("that name them are deleted, in whatever form; others, and those that an upload still needs, are left", async () => {
    const base = "rosters/14.71/rentan/apbd/";
    const xlsx = await writeXlsx({ sheets: [{ name: "Daftar", rows: [["NIK"], [nik(700)], [`'${gone}`]] }] });
    const semicolons = rosterCsv([...workers(700, 703), { nik: "salah" }]).replaceAll(",", ";");
    await province.put(`${base}koma.csv`, rosterCsv(workers(700, 703)), "2023-02-01T02:00:00Z");
    await province.put(`${base}titik-koma.csv`, semicolons, "2023-02-01T02:01:00Z");
    await province.put(`${base}spasi.add.csv`, `NIK\r\n${spaced}\r\n`, "2023-02-01T02:02:00Z");
    await province.put(`${base}gzip.add.csv`, gzipSync(rosterCsv(workers(700, 703))), "2023-02-01T02:03:00Z");
    await province.put(`${base}buku.add.xlsx`, xlsx, "2023-02-01T02:04:00Z");
    await province.put(
      `${base}utf16.add.csv`,
      Buffer.from(`\ufeffNIK\r\n${gone}\r\n`, "utf16le"),
      "2023-02-01T02:05:00Z",
    );
    await province.put(`${base}orang-lain.add.csv`, rosterCsv(workers(702, 705)), "2023-02-01T02:06:00Z");
    await province.put(`${base}rusak.add.csv`, `NIK,MULAI\r\n${gone},2023-13\r\n`, "2023-02-01T02:07:00Z");
    await province.drain();
    await province.put(`${base}sedang.add.csv`, rosterCsv(workers(700, 704)), "2023-02-02T02:00:00Z");
    expect(
      (await keysIn(OUTPUTS.receiptsBucket, "receipts/14.71/")).filter((key) => key.endsWith(".csv")),
    ).toHaveLength(2);

    const wanted = { province: province.access.code, niks: new Set([gone]), dryRun: true, now: false };
    const found = { files: 7, rejectedRows: 2, waiting: [`${base}sedang.add.csv`], unreadable: [] };
    expect(await eraseFiles(ports(), wanted)).toMatchObject(found);
    expect(await keysIn(OUTPUTS.rostersBucket, base)).toHaveLength(9);
    expect(await eraseFiles(ports(), { ...wanted, dryRun: false })).toMatchObject(found);
    expect(await keysIn(OUTPUTS.rostersBucket, base)).toEqual(["orang-lain.add.csv", "sedang.add.csv"]);

    await erase([gone]);
    await province.drain();
    expect(await eraseFiles(ports(), { ...wanted, dryRun: false })).toMatchObject({ files: 1, waiting: [] });
    expect(await keysIn(OUTPUTS.rostersBucket, base)).toEqual(["orang-lain.add.csv"]);
    expect(await slicesWith([gone])).toBe(0);
  });
});

test("a held file that was discarded before under the same name is left; once it is gone a release ends, and says so", async () => {
  const roster = "14.72/rentan/apbd";
  await put(roster, "penuh.csv", workers(900, 1_000), "2023-02-01T02:00:00Z");
  await province.drain();
  const decide = (uploadId: string, decision: "release" | "discard"): void =>
    province.sendUploadMessage({ type: "decide-held", roster: rosterId(roster), uploadId, decision });
  const short = await put(roster, "pendek.csv", workers(900, 950), "2023-02-02T02:00:00Z");
  await province.drain();
  decide(uploadIdOf(short.detail.object), "discard");
  await province.drain();
  const again = await put(roster, "pendek.csv", workers(900, 950), "2023-02-03T02:00:00Z");
  await province.drain();
  const uploadId = uploadIdOf(again.detail.object);
  const { rosterFiles, reader } = province.access;
  const ports = {
    rosterFiles: {
      list: async () => (await rosterFiles.list()).filter(({ key }) => key.endsWith("/pendek.csv")),
      search: async () => "holds" as const,
      remove: (file: Parameters<typeof rosterFiles.remove>[0]) => rosterFiles.remove(file),
    },
    rejectedRowsFiles: { list: async () => [], search: async () => null, remove: async () => {} },
    uploads: reader,
  };
  const wanted = { province: province.access.code, niks: new Set([nik(901)]), dryRun: false };
  expect(await eraseFiles(ports, { ...wanted, now: false })).toMatchObject({ files: 0, waiting: [uploadId] });
  expect(await eraseFiles(ports, { ...wanted, now: true })).toMatchObject({ files: 1, waiting: [] });

  decide(uploadId, "release");
  await province.drain({ times: 2 });
  const told = await province.receipt(again);
  expect(told).toMatchObject({ status: "superseded", decision: "release", changes: { ended: 0, withheld: 50 } });
  expect(told.file.map(({ code }) => code)).toEqual(["released-file-gone"]);
  expect((await reader.upload(regencyCode("14.72"), uploadId))?.status).toBe("superseded");
  expect(await covered("14.72")).toBe(100);
  expect(province.deadLetters("roster-uploads")).toEqual([]);
  // Whoever comes after it is taken as ever.
  await put(roster, "baru.add.csv", workers(1_000, 1_001), "2023-02-04T02:00:00Z");
  await province.drain();
  expect(await covered("14.72")).toBe(101);
});

test("the list of those kept out holds pseudonyms only", async () => {
  const { Item: item = {} } = await province.dynamo.send(
    new GetItemCommand({
      TableName: province.outputs[OUTPUTS.coverageTable],
      Key: { scope: { S: "14" }, item: { S: "admission" } },
    }),
  );
  expect(item.keyId?.S).toBe((await province.access.pseudonyms()).keyId);
  // Sixteen bytes of pseudonym, and the day since when.
  expect(item.erased?.BS?.every((id) => id.length === 18 && !/\d{16}/.test(Buffer.from(id).toString("latin1")))).toBe(
    true,
  );
});

async function textOfRejected(roster: string, uploadId: string): Promise<string> {
  const { Body } = await province.s3.send(
    new GetObjectCommand({
      Bucket: province.outputs[OUTPUTS.receiptsBucket],
      Key: `receipts/${roster}/${uploadId}.add.csv`,
    }),
  );
  return (await Body?.transformToString()) ?? "";
}
