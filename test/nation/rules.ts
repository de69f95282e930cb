// What the nation is played by: the rules that a province has unless it decides others (infra/province.ts).
import type { PlayRules } from "./run/play-regency.ts";

export const NATION_RULES: PlayRules = {
  alerts: { share: 0.01, workers: 100, criticalShare: 0.05, leadDays: [90, 30, 7], overdueDays: 45 },
  guard: { workers: 10, share: 0.1, most: 500 },
  months: 36,
};
