import { expect, test } from "vitest";
import { sixteenDigitsIn } from "#shared/domain/nik-in-text.ts";

const NIK = "1403010101909991";

test.each([
  ["alone", NIK],
  ["between other cells", `1;Rekaan;${NIK};2023-01`],
  ["with an apostrophe", `'${NIK}`],
  ["as a formula", `="${NIK}"`],
  ["with blanks", "140301 010190 9991"],
  ["with dots and hyphens", "1403.01-010190.9991"],
  ["with no-break spaces", "140301\u00a0010190\u00a09991"],
  ["after a number and a blank", `12 ${NIK}`],
  ["before a telephone number", `${NIK} 081234567890`],
  ["inside a longer row of digits", `00${NIK}00`],
])("a NIK is found %s", (_, text) => {
  expect([...sixteenDigitsIn(text)]).toContain(NIK);
});

test.each([
  ["fifteen digits", "140301010190999"],
  ["digits in two cells", "14030101;01909991"],
  ["digits in two lines", "14030101\n01909991"],
  ["letters between", "14030101x01909991"],
])("none is found in %s", (_, text) => {
  expect([...sixteenDigitsIn(text)]).toEqual([]);
});
