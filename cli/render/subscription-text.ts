// Subscriptions in words: who, of what, and what they let through.
import type { KnownSubscription } from "#shared/adapters/aws/sns-subscriptions.ts";
import type { Condition, FilterPolicy } from "#shared/domain/alerts/alert-filter.ts";
import { table } from "./table.ts";

export function subscriptionsText(subscriptions: readonly KnownSubscription[]): string {
  if (subscriptions.length === 0) return "Belum ada pelanggan. / No subscriptions yet.";
  return table({
    head: ["Penerima / receiver", "Menerima / gets", "Saringan / filter", "ARN"],
    rows: subscriptions.map((one) => [
      one.endpoint,
      one.topic === "digest" ? "ringkasan / digest" : "peringatan / alerts",
      one.arn === null ? "?" : filterText(one.filter),
      one.arn ?? "menunggu konfirmasi / to be confirmed",
    ]),
  });
}

/** `regency 14.03, 14.08; severity critical` */
export function filterText(filter: FilterPolicy | null): string {
  if (filter === null) return "semua / all";
  return Object.entries(filter)
    .map(([key, conditions]) => `${key} ${conditions.flatMap(inWords).join(", ")}`)
    .join("; ");
}

function inWords(condition: Condition): readonly string[] {
  if (typeof condition === "string") return [condition];
  if ("anything-but" in condition) return [`selain / all but ${condition["anything-but"].join(", ")}`];
  // That an alert of a whole regency comes along needs no word.
  return condition.exists ? ["semua / all"] : [];
}
