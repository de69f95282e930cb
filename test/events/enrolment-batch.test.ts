import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { enrolmentBatch, enrolmentBatchText } from "#events/enrolment-batch.ts";

test("the text of a batch is the JSON of its schema", () => {
  const sample = JSON.parse(
    readFileSync(new URL("../../events/samples/enrolment-batch.json", import.meta.url), "utf8"),
  );
  const [slice] = sample.slices;
  const batch = enrolmentBatch.parse({ ...sample, slices: [slice, { ...slice, part: 1 }] });
  expect(JSON.parse(enrolmentBatchText(batch))).toEqual(enrolmentBatch.encode(batch));
});
