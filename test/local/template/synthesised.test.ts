import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { province } from "#infra/province.ts";
import { ProvinceStack } from "#infra/province-stack.ts";
import { runsHere } from "#local/deliver/daily-schedules.ts";
import { compilePattern } from "#local/deliver/pattern.ts";
import { runsOn } from "#local/deliver/schedule.ts";
import { readProvinceTemplate } from "#local/template/province-template.ts";
import { day } from "#shared/domain/day.ts";
import { DEAD_LETTERS, deadLettersOutput, OUTPUTS, QUEUES, queueOutputs, stackName } from "#shared/names.ts";
import cdk from "../../../cdk.json" with { type: "json" };

describe("the template that infra/ synthesises", () => {
  const app = new App({ context: { ...cdk.context, "aws:cdk:bundling-stacks": [] } });
  const json: unknown = Template.fromStack(new ProvinceStack(app, province("14"))).toJSON();
  const place = { stackName: stackName("14"), region: "ap-southeast-3", queueEndpoint: "http://127.0.0.1:1" };
  const template = readProvinceTemplate(json, place);

  it("has no resource, rule or schedule that the local province does not know", () => {
    expect(template.rules.map(({ pattern }) => typeof compilePattern(pattern))).toEqual(["function", "function"]);
    const runs = template.schedules.filter(runsHere).flatMap((it) => runsOn(day("2024-01-01"), it));
    expect(runs.sort()).toEqual(["2023-12-31T17:10:00Z", "2024-01-01T00:00:00Z"]);
  });

  it("feeds a function from each queue of the pipeline, one failing message at a time", () => {
    expect(template.eventSources).toHaveLength(QUEUES.length);
    expect(template.eventSources.every((it) => it.reportsBatchItemFailures)).toBe(true);
  });

  it("has every output that the commands read", () => {
    const expected = [
      ...Object.values(OUTPUTS),
      ...QUEUES.map((name) => queueOutputs(name).queue),
      ...DEAD_LETTERS.map(deadLettersOutput),
    ];
    expect(Object.keys(template.outputs)).toEqual(expect.arrayContaining(expected));
    expect(
      Object.values(template.outputs).filter((value) => value.includes("[object") || value === "undefined"),
    ).toEqual([]);
  });
});
