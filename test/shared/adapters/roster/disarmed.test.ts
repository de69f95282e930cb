import { expect, test } from "vitest";
import { disarmed } from "#shared/adapters/roster/disarmed.ts";

test.each([
  "=1+1",
  "+CMD",
  "-2+3",
  "@SUM(1)",
  "\t=1",
  "＝1+1",
  "＋CMD",
  "－2+3",
  "＠SUM(1)",
  "-Rp 5",
  "-1E5+2",
  "--5",
  "- ",
])("%s is no formula any more", (text) => expect(disarmed(text)).toBe(`'${text}`));

test.each(["-5", "-5.000", "-1.234.567,89", "- 500", "-5%", "-1,5E+3", "-1e5", "+62", "5", "a=1", ""])(
  "%s is left as it is",
  (text) => expect(disarmed(text)).toBe(text),
);
