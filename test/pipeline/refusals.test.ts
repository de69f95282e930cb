// A file that cannot be used is answered with what is wrong and how to mend it, in both languages; nothing else changes, nothing goes round in circles.
import { DeleteObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { OUTPUTS } from "#shared/names.ts";
import { type HandDeliveredProvince, startHandDelivered } from "./hand-delivered-province.ts";
import { nik, rosterCsv, workers } from "./rosters.ts";

let province: HandDeliveredProvince;
beforeAll(async () => {
  province = await startHandDelivered();
  await province.put("rosters/14.03/rentan/apbd/baik.csv", GOOD, "2023-02-01T02:00:00Z");
  await province.drain();
});
afterAll(() => province.stop());

const GOOD = rosterCsv(workers(0, 100));
const ROSTER = "rosters/14.03/rentan/apbd";

test.each([
  ["a key of another shape", "rosters/14.03/daftar.csv", GOOD],
  ["a bare region code", "rosters/1403/rentan/apbd/a.csv", GOOD],
  ["an unknown region code", "rosters/14.99/rentan/apbd/a.csv", GOOD],
  ["a regency of another province", "rosters/21.01/rentan/apbd/a.csv", GOOD],
  ["an unknown segment", "rosters/14.03/rentann/apbd/a.csv", GOOD],
  ["an empty file", `${ROSTER}/kosong.csv`, ""],
  ["a file without a NIK column", `${ROSTER}/tanpa-nik.csv`, "NAMA,UPAH\r\nSiti Rekaan,1000000\r\n"],
  ["a PDF", `${ROSTER}/daftar.pdf`, "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n"],
  [
    "an XLSX that is a renamed photo",
    `${ROSTER}/daftar.xlsx`,
    new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1]),
  ],
  [
    "an XLSX that is a renamed web page",
    `${ROSTER}/laman.xlsx`,
    "<!DOCTYPE html><html><body><table></table></body></html>",
  ],
])("%s is refused", async (_, key, body) => {
  const before = (await province.tables()).filter(isOfRosters);
  const event = await province.put(key, body, "2023-02-02T02:00:00Z");
  await province.drain();

  const receipt = await province.receipt(event);
  expect(receipt).toMatchObject({ status: "refused", version: null, changes: null });
  expect(receipt.file[0]?.message.id).toMatch(/\w{3}/);
  expect(receipt.file[0]?.message.en).toMatch(/\w{3}/);
  expect((await province.tables()).filter(isOfRosters)).toEqual(before);
  expect(province.alerts().filter((alert) => "uploadId" in alert && alert.uploadId === receipt.uploadId)).toMatchObject(
    [{ kind: "roster.refused", code: receipt.file[0]?.code, reason: receipt.file[0]?.message }],
  );
  expect(province.deadLetters("roster-uploads")).toEqual([]);
});

/** What is remembered of the upload itself, and that it was told of, is no change of a roster. */
function isOfRosters(item: string): boolean {
  return !/upload#|alert#|item: \{"S":"reference"\}/.test(item);
}

test("an upload whose file is gone before it was applied is refused, whatever of it is still on its way", async () => {
  const roster = "14.04/rentan/apbd";
  const event = await province.put(`rosters/${roster}/hilang.csv`, GOOD, "2023-02-02T02:00:00Z");
  await province.deliver("roster-uploads");
  await province.s3.send(
    new DeleteObjectCommand({ Bucket: province.outputs[OUTPUTS.rostersBucket], Key: event.detail.object.key }),
  );
  province.send(event);
  await province.deliver("roster-uploads");
  // Its slices come after that, and the order to plan it again.
  await province.drain({ times: 2 });
  expect(await province.receipt(event)).toMatchObject({ status: "refused", file: [{ code: "object-gone" }] });
  expect(await province.version(roster)).toBe(0);
  expect(province.deadLetters("roster-uploads")).toEqual([]);
});

test("a key that holds a NIK is refused, and the NIK stands nowhere of ours", async () => {
  const number = nik(7);
  const event = await province.put(`${ROSTER}/${number}.csv`, GOOD, "2023-02-03T02:00:00Z");
  await province.drain();
  const receipt = await province
    .receipt({ ...event, detail: { ...event.detail, object: { ...event.detail.object, key: "x" } } })
    .catch(() => null);
  expect(receipt).toBeNull();
  expect((await province.tables()).join("\n")).not.toContain(number);
  expect(province.logged().join("\n")).not.toContain(number);
});

test("deep in the tables, logs and receipts of a good upload stands no NIK", async () => {
  province.logged();
  const event = await province.put(
    `${ROSTER}/lagi.csv`,
    rosterCsv([...workers(0, 100), { nik: `${nik(3)}9` }]),
    "2023-02-04T02:00:00Z",
  );
  await province.drain();
  const written = [
    ...(await province.tables()),
    JSON.stringify(await province.receipt(event)),
    ...province.logged(),
  ].join("\n");
  for (let n = 0; n < 100; n += 1) expect(written).not.toContain(nik(n));
});
