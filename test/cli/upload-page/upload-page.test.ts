import { expect, test } from "vitest";
import { UPLOAD_SCRIPT } from "#cli/upload-page/script.ts";
import { uploadPage } from "#cli/upload-page/upload-page.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { UPLOAD_TYPES } from "#shared/domain/upload-link.ts";

const LINK = {
  roster: rosterId("14.03/rentan/apbd-2022"),
  prefix: "rosters/14.03/rentan/apbd-2022/",
  forms: UPLOAD_TYPES.map((type) => ({
    ...type,
    url: "https://bucket.s3.ap-southeast-3.amazonaws.com/",
    fields: { Policy: "</script><script>alert(1)</script>\u2028" },
  })),
  expiresAt: "2024-01-31T18:30:00.000Z",
};
const PAGE = uploadPage(LINK, "HASH");

test("the page says for which roster it is and until when, in Jakarta's time", () => {
  expect(PAGE).toContain("Kabupaten Bengkalis, Pekerja rentan, apbd-2022");
  expect(PAGE).toContain("1 Februari 2024 pukul 01.30 WIB");
  expect(PAGE).toContain("1 February 2024, 01:30 WIB");
});

test("the page runs its own script only and talks to the bucket only", () => {
  expect(PAGE).toContain(
    "script-src &#39;sha256-HASH&#39;; connect-src https://bucket.s3.ap-southeast-3.amazonaws.com;",
  );
  expect(PAGE.match(/<script/g)).toHaveLength(2);
  expect(PAGE).toContain(`<script>${UPLOAD_SCRIPT}</script>`);
});

test("the data of the link cannot end the element they stand in", () => {
  const [, text = ""] = /<script type="application\/json" id="link">(.*?)<\/script>/s.exec(PAGE) ?? [];
  expect(text).not.toMatch(/[<\u2028]/);
  expect(JSON.parse(text)).toEqual(LINK);
});
