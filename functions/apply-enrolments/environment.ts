import * as z from "zod";
import { readEnvironment } from "#shared/lambda/read-environment.ts";
import { ENV } from "#shared/names.ts";

export const environment = readEnvironment(
  {
    [ENV.receiptsBucket]: z.string(),
    [ENV.receiptsTopic]: z.string(),
    [ENV.registryTable]: z.string(),
    [ENV.coverageTable]: z.string(),
    [ENV.rosterUploadsQueue]: z.url(),
    [ENV.coverageUpdatesQueue]: z.url(),
    [ENV.coverageChangesQueue]: z.url(),
    [ENV.deadLettersQueue]: z.url(),
    [ENV.historyMonths]: z.coerce.number().int().positive(),
  },
  process.env,
);
