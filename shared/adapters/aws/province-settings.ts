// What a province has decided for itself, as its stack's outputs tell it.
import * as z from "zod";
import type { DropThresholds } from "#shared/domain/alerts/decide-drop.ts";
import type { RemovalGuard } from "#shared/domain/removal-guard.ts";

export interface ProvinceSettings {
  readonly guard: RemovalGuard;
  readonly thresholds: DropThresholds;
}

const workers = z.int().positive();
const share = z.number().positive().max(1);
const guardShape = z.object({ workers, share, most: workers }) satisfies z.ZodType<RemovalGuard>;
const thresholdsShape = z.object({ share, workers, criticalShare: share }) satisfies z.ZodType<DropThresholds>;

/** Both are JSON. */
export function provinceSettings(guard: string, thresholds: string): ProvinceSettings {
  return { guard: guardShape.parse(JSON.parse(guard)), thresholds: thresholdsShape.parse(JSON.parse(thresholds)) };
}
