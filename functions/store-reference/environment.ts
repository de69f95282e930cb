import * as z from "zod";
import { province } from "#events/fields.ts";
import { readEnvironment } from "#shared/lambda/read-environment.ts";
import { ENV } from "#shared/names.ts";

export const environment = readEnvironment(
  {
    [ENV.province]: province,
    [ENV.receiptsBucket]: z.string(),
    [ENV.receiptsTopic]: z.string(),
    [ENV.coverageTable]: z.string(),
    [ENV.coverageUpdatesQueue]: z.url(),
    [ENV.deadLettersQueue]: z.url(),
  },
  process.env,
);
