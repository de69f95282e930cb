import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { agreementText, type ShownAgreement } from "#cli/render/agreement-text.ts";
import { agreementFile } from "#events/agreement-file.ts";
import { day } from "#shared/domain/day.ts";
import { month } from "#shared/domain/month.ts";
import { regencyCode } from "#shared/domain/region.ts";
import { rosterId } from "#shared/domain/roster.ts";

const STAFF = rosterId("14.08/non-asn/pemkab-siak");
const MONTHLY = 66_652_541;

function siak(changes: Partial<ShownAgreement["steps"]> = {}, overdue = false): ShownAgreement {
  const files = ["2021", "2022", "2023", "2024"].map((year) =>
    agreementFile.parse(JSON.parse(readFileSync(`data/14/agreements/14.08/pemkab-siak-${year}.json`, "utf8"))),
  );
  const [first] = files;
  if (first === undefined) throw new Error("no file");
  const periods = files.flatMap((file) => file.periods);
  const reported = { roster: STAFF, reportedOn: day("2021-12-21") };
  return {
    steps: {
      agreement: { regency: regencyCode("14.08"), slug: "pemkab-siak", ...first, periods },
      workers: [[month("2022-01"), 7_753]],
      contributionRupiah: [
        [month("2022-01"), MONTHLY],
        [month("2023-01"), 0],
      ],
      reports: [reported],
      ...changes,
    },
    reports: [{ ...reported, daysSilent: overdue ? 60 : null, overdue }],
  };
}

test("an agreement shows who pays for whom, its periods, what is due, and what is not stated as a dash", () => {
  const text = agreementText(siak());
  expect(text).toContain("14.08/pemkab-siak  Kabupaten Siak");
  expect(text).toMatch(/2022-01 – 2022-12\s+7\.753\s+Rp 800\.000\.000\s+APBD\s+Rp 799\.830\.492\s+2022-12$/m);
  expect(text).toMatch(/2024-01 – 2024-12\s+-\s+-\s+APBD\s+-\s+-$/m);
  expect(text).toContain("Inpres 2/2021; Permendagri 27/2021.");
  expect(text).toMatch(/last\s+14\.08\/non-asn\/pemkab-siak: 2021-12-21$/m);
  for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
});

test("a budget that ends before its period, and a list that is missing, are marked", () => {
  const dearer = siak({ contributionRupiah: [[month("2022-01"), 80_000_000]] }, true);
  expect(agreementText(dearer)).toMatch(/Rp 960\.000\.000\s+! 2022-10$/m);
  expect(agreementText(dearer)).toContain("! 2021-12-21 tidak segar / not fresh");
  const nothing = siak({ contributionRupiah: [[month("2022-01"), 900_000_000]] });
  expect(agreementText(nothing)).toMatch(/! 0 bulan\/months$/m);
});
