import * as z from "zod";
import { readEnvironment } from "#shared/lambda/read-environment.ts";
import { ENV } from "#shared/names.ts";

export const environment = readEnvironment(
  {
    [ENV.registryTable]: z.string(),
    [ENV.coverageTable]: z.string(),
    [ENV.coverageChangesQueue]: z.url(),
    [ENV.deadLettersQueue]: z.url(),
  },
  process.env,
);
