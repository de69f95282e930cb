import * as z from "zod";
import { province } from "#events/fields.ts";
import { readEnvironment } from "#shared/lambda/read-environment.ts";
import { ENV } from "#shared/names.ts";

export const environment = readEnvironment(
  {
    [ENV.province]: province,
    [ENV.coverageTable]: z.string(),
    [ENV.digestTopic]: z.string(),
  },
  process.env,
);
