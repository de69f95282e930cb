import { expect, test } from "vitest";
import { outputTo } from "#cli/output.ts";
import { showReplay } from "#cli/report/replay-progress.ts";
import { HISTORY } from "#local/replay/history.ts";
import { day } from "#shared/domain/day.ts";
import { recorder } from "../recorder.ts";

function shown(isTTY: boolean): string {
  const stdout = recorder(isTTY);
  const show = showReplay(outputTo(stdout, recorder(), false));
  for (let ran = 1; ran <= 200; ran += 1) show({ kind: "day", day: day("2022-01-01"), ran, of: 400 });
  for (const arrival of HISTORY.slice(0, 1)) show({ kind: "arrival", arrival, bytes: 542_659 });
  return stdout.text();
}

test("a terminal sees a bar that moves on its own line", () => {
  const text = shown(true);
  expect(text.split("\n")).toHaveLength(3);
  expect(text).toContain(`\r\u001b[2K2022-01-01  ${"█".repeat(20)}${" ".repeat(22)}50 %\r`);
});

test("a file gets plain lines, one for a hundred days and two for each file", () => {
  expect(shown(false)).toBe(
    [
      "2022-01-01   25 %  100 hari / days",
      "2022-01-01   50 %  200 hari / days",
      "2021-12-01  Siak: 7.753 tenaga non-ASN, 2021 / Siak: 7,753 non-ASN staff, 2021",
      "            rosters/14.08/non-asn/pemkab-siak/non-asn-2021.csv, 530 KiB",
      "",
    ].join("\n"),
  );
});
