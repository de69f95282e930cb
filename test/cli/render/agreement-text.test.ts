import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { agreementText } from "#cli/render/agreement-text.ts";
import { agreementFile } from "#events/agreement-file.ts";
import { regencyCode } from "#shared/domain/region.ts";

test("an agreement shows who pays for whom, its periods, and what is not stated as a dash", () => {
  const files = ["2021", "2022", "2023", "2024"].map((year) =>
    agreementFile.parse(JSON.parse(readFileSync(`data/14/agreements/14.08/pemkab-siak-${year}.json`, "utf8"))),
  );
  const [first] = files;
  if (first === undefined) throw new Error("no file");
  const periods = files.flatMap((file) => file.periods);
  const text = agreementText({ regency: regencyCode("14.08"), slug: "pemkab-siak", ...first, periods });
  expect(text).toContain("14.08/pemkab-siak  Kabupaten Siak");
  expect(text).toMatch(/2022-01 – 2022-12\s+7\.753\s+Rp 800\.000\.000\s+APBD/);
  expect(text).toMatch(/2024-01 – 2024-12\s+-\s+-\s+APBD/);
  expect(text).toContain("Inpres 2/2021; Permendagri 27/2021.");
  for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
});
