import * as z from "zod";
import { province } from "#events/fields.ts";
import { readEnvironment } from "#shared/lambda/read-environment.ts";
import { ENV } from "#shared/names.ts";

export const environment = readEnvironment(
  {
    [ENV.province]: province,
    [ENV.rostersBucket]: z.string(),
    [ENV.receiptsBucket]: z.string(),
    [ENV.registryTable]: z.string(),
    [ENV.coverageTable]: z.string(),
    [ENV.rosterUploadsQueue]: z.url(),
    [ENV.enrolmentEventsQueue]: z.url(),
    [ENV.coverageUpdatesQueue]: z.url(),
  },
  process.env,
);
