// What an agreement's file says. Which agreement it is stands in the key, not in the file.
import type { Agreement } from "./agreement.ts";

export type AgreementContent = Omit<Agreement, "regency" | "slug">;
