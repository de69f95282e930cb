import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { COMMANDS } from "#cli/commands.ts";
import { PROVINCES } from "#infra/provinces.ts";
import { FUNCTIONS, OUTPUTS, QUEUES, queueOutputs } from "#shared/names.ts";
import { propertiesOf, templateOf } from "../infra/synthesised.ts";

const runbook = readFileSync(new URL("../../docs/runbook.md", import.meta.url), "utf8");
const headings = [...runbook.matchAll(/^#+ (.+)$/gm)].map(([, title]) => title);

test.each(PROVINCES)("every alarm of province $code has a section under its name", (province) => {
  const alarms = Object.values(propertiesOf(templateOf(province), "AWS::CloudWatch::Alarm"));
  const names = alarms.map(({ AlarmName }) => String(AlarmName).replace(`cakupan-${province.code}-`, ""));
  expect(names).not.toEqual([]);
  expect(names.filter((name) => !headings.includes(name))).toEqual([]);
});

test("no section is left of an alarm that is gone", () => {
  const alarms = PROVINCES.flatMap((province) =>
    Object.values(propertiesOf(templateOf(province), "AWS::CloudWatch::Alarm")).map(({ AlarmName }) =>
      String(AlarmName).replace(`cakupan-${province.code}-`, ""),
    ),
  );
  const sections = headings.filter((title) => title !== undefined && /^[a-z]+(-[a-z]+)+$/.test(title));
  expect(sections.filter((title) => !alarms.includes(String(title)))).toEqual([]);
});

test("every link leads to a section", () => {
  const anchors = headings.map((title) => String(title).toLowerCase().replace(/ /g, "-"));
  const links = [...runbook.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => String(anchor));
  expect(links.filter((anchor) => !anchors.includes(anchor))).toEqual([]);
});

test("its commands name only commands, outputs, queues and functions that exist", () => {
  const named = (pattern: RegExp): readonly string[] => [...runbook.matchAll(pattern)].map(([, name]) => String(name));
  const commands = COMMANDS.map(({ name }) => name);
  expect(named(/npx cakupan ([a-z]+)/g).filter((name) => !commands.includes(name))).toEqual([]);
  const outputs: readonly string[] = [
    ...Object.values(OUTPUTS),
    ...QUEUES.flatMap((queue) => Object.values(queueOutputs(queue))),
  ];
  expect(named(/\$\(out (\w+)\)/g).filter((name) => !outputs.includes(name))).toEqual([]);
  const queues: readonly string[] = [...QUEUES, ...QUEUES.map((queue) => `${queue}-dead-letters`)];
  expect(named(/\$\((?:url|arn) ([a-z-]+)\)/g).filter((name) => !queues.includes(name))).toEqual([]);
  const functions: readonly string[] = FUNCTIONS;
  expect(named(/\$\(group ([a-z-]+)\)/g).filter((name) => !functions.includes(name))).toEqual([]);
});
