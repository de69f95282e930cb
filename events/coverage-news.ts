// All that emit-alerts reads from the queue coverage-changes.
import * as z from "zod";
import { coverageChange } from "./coverage-change.ts";
import { uploadOutcome } from "./upload-outcome.ts";

export const coverageNews = z.union([coverageChange, uploadOutcome]);
export type CoverageNews = z.infer<typeof coverageNews>;
