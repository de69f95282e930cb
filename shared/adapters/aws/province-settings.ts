// What a province has decided for itself, as its stack's outputs tell it.
import * as z from "zod";
import { alertRules } from "#events/alert-rules.ts";
import type { AlertRules } from "#shared/domain/alerts/alert-rules.ts";
import type { RemovalGuard } from "#shared/domain/removal-guard.ts";

export interface ProvinceSettings {
  readonly guard: RemovalGuard;
  readonly rules: AlertRules;
}

const workers = z.int().positive();
const share = z.number().positive().max(1);
const guardShape = z.object({ workers, share, most: workers }) satisfies z.ZodType<RemovalGuard>;

/** Both are JSON. */
export function provinceSettings(guard: string, rules: string): ProvinceSettings {
  return { guard: guardShape.parse(JSON.parse(guard)), rules: alertRules.parse(JSON.parse(rules)) };
}
