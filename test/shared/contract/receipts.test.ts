import { expect, test } from "vitest";
import { receiptKeyOf, receiptPageKeyOf, rejectedRowsKeyOf } from "#shared/upload-id.ts";
import { describeContract } from "./each-world.ts";
import { RECEIPT } from "./samples.ts";

describeContract("Receipts", (world) => {
  const key = receiptKeyOf(RECEIPT.roster, RECEIPT.uploadId);

  test("no receipt is null", async () => {
    expect(await world().receipts.read(receiptKeyOf(null, "none"))).toBeNull();
  });

  test("the newest receipt is read, and its page stands beside it", async () => {
    const { receipts, receiptFile } = world();
    await receipts.write(key, { ...RECEIPT, status: "planned" });
    await receipts.write(key, RECEIPT);
    expect(await receipts.read(key)).toEqual(RECEIPT);
    expect(await receiptFile(receiptPageKeyOf(key))).toContain(RECEIPT.uploadId);
  });

  test("rejected rows stand beside the receipt; those that break off are not there", async () => {
    const { receipts, receiptFile } = world();
    const rows = rejectedRowsKeyOf(key, "full", "csv");
    async function* two(breaks: boolean): AsyncGenerator<Uint8Array> {
      yield Buffer.from("NIK\r\n");
      if (breaks) throw new Error("broken off");
      yield Buffer.from("1\r\n");
    }
    await expect(receipts.writeRejectedRows(rows, two(true))).rejects.toThrow("broken off");
    expect(await receiptFile(rows)).toBeNull();
    await receipts.writeRejectedRows(rows, two(false));
    expect(await receiptFile(rows)).toBe("NIK\r\n1\r\n");
  });

  test("an announcement says how the upload ended and where its receipt is", async () => {
    const { receipts, announced } = world();
    await receipts.announce(key, RECEIPT);
    const { uploadId, status, version, rows, changes } = RECEIPT;
    expect(announced().at(-1)).toMatchObject({ uploadId, status, version, rows, changes });
    expect(announced().at(-1)?.receipt).toBe(`s3://receipts/${key}`);
  });
});
