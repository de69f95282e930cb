import * as z from "zod";
import { province } from "#events/fields.ts";
import { readEnvironment } from "#shared/lambda/read-environment.ts";
import { ENV } from "#shared/names.ts";

export const environment = readEnvironment(
  {
    [ENV.province]: province,
    [ENV.rostersBucket]: z.string(),
    [ENV.receiptsBucket]: z.string(),
    [ENV.receiptsTopic]: z.string(),
    [ENV.registryTable]: z.string(),
    [ENV.coverageTable]: z.string(),
    [ENV.enrolmentEventsQueue]: z.url(),
    [ENV.coverageUpdatesQueue]: z.url(),
    [ENV.coverageChangesQueue]: z.url(),
    [ENV.deadLettersQueue]: z.url(),
    [ENV.pseudonymSecret]: z.string(),
    [ENV.holdWorkers]: z.coerce.number().int().positive(),
    [ENV.holdShare]: z.coerce.number().positive().max(1),
    [ENV.holdMost]: z.coerce.number().int().positive(),
  },
  process.env,
);
