import { expect, test } from "vitest";
import { reconciliationText } from "#cli/render/reconciliation-text.ts";
import { FINDING_KINDS } from "#shared/domain/reconcile/finding.ts";

const compared = { objects: 1_200, uploads: 1_199, regencies: 12 };

test("a reconciliation without findings says that everything agrees", () => {
  expect(reconciliationText({ ...compared, findings: [] })).toBe(
    [
      "1.200 berkas, 1.199 unggahan, 12 kabupaten/kota dibandingkan.",
      "1,200 files, 1,199 uploads, 12 regencies compared.",
      "",
      "Semua cocok. / Everything agrees.",
    ].join("\n"),
  );
});

test("every kind of finding has its words in both languages, its place and its outcome", () => {
  const text = reconciliationText({
    ...compared,
    findings: FINDING_KINDS.map((kind) => ({
      kind,
      scope: "14.03",
      about: `tentang ${kind}`,
      mending: "cannot-mend",
      error: null,
    })),
  });
  for (const kind of FINDING_KINDS) expect(text).toContain(`tentang ${kind}`);
  expect(text.match(/perlu orang \/ needs a person/g)).toHaveLength(FINDING_KINDS.length);
  expect(new Set(text.split("\n").map((line) => line.split("14.03")[0])).size).toBeGreaterThan(FINDING_KINDS.length);
});
