import * as z from "zod";
import { alertRules } from "#events/alert-rules.ts";
import { province } from "#events/fields.ts";
import { readEnvironment } from "#shared/lambda/read-environment.ts";
import { ENV } from "#shared/names.ts";

export const environment = readEnvironment(
  {
    [ENV.province]: province,
    [ENV.coverageTable]: z.string(),
    [ENV.alertsTopic]: z.string(),
    [ENV.deadLettersQueue]: z.url(),
    [ENV.alertRules]: z.string().transform((text) => alertRules.parse(JSON.parse(text))),
  },
  process.env,
);
