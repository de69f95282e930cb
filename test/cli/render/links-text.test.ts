import { expect, test } from "vitest";
import { linksHint } from "#cli/render/links-text.ts";

const LINK = `https://bucket.s3.amazonaws.com/receipts/x?${"X-Amz-Signature=0".repeat(30)}`;
const links = { receipt: LINK, page: LINK, rejectedRows: null, rejectedRowsXlsx: null };

test("a terminal is told the command that gives the links, not the links", () => {
  expect(linksHint("3f2a", links, null)).toMatch(/receipt for a browser:\n {2}npx cakupan receipt 3f2a --link$/);
  const text = linksHint("3f2a", { ...links, rejectedRows: LINK }, "14");
  expect(text).toContain("baris yang ditolak");
  expect(text).toMatch(/npx cakupan receipt 3f2a --link --province 14$/);
});
