// A province whose rosters are a handful of workers: its guard and its thresholds are as small.
import { provinceCode } from "#shared/domain/region.ts";

export const PROVINCE = provinceCode("14");
export const BUCKET = "rosters";
export const SECRET = "k".repeat(64);
export const GUARD = { workers: 2, share: 0.5, most: 5 };
export const RULES = { share: 0.1, workers: 1, criticalShare: 0.5, leadDays: [90, 30, 7], overdueDays: 45 } as const;
export const HISTORY_MONTHS = 25;
