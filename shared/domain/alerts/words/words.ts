// What an alert says: a subject, and lines in both languages.
import type { AlertFacts, AlertHead, AlertNews } from "../../alert.ts";

export interface Words {
  /** Indonesian, without the name of the region; short. */
  readonly subject: string;
  readonly id: readonly string[];
  readonly en: readonly string[];
}

/** The facts of one kind of alert. */
export type FactsOf<Kind extends AlertNews["kind"]> = AlertHead & Extract<AlertFacts, { readonly kind: Kind }>;
