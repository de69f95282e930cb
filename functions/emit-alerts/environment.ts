import * as z from "zod";
import { readEnvironment } from "#shared/lambda/read-environment.ts";
import { ENV } from "#shared/names.ts";

export const environment = readEnvironment(
  {
    [ENV.coverageTable]: z.string(),
    [ENV.alertsTopic]: z.string(),
    [ENV.deadLettersQueue]: z.url(),
    [ENV.dropShare]: z.coerce.number().positive().max(1),
    [ENV.dropWorkers]: z.coerce.number().int().positive(),
    [ENV.criticalShare]: z.coerce.number().positive().max(1),
  },
  process.env,
);
