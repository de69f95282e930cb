// In which order alerts were decided, as far as they say so themselves: by day, and of one regency on one day by the ticket of the figures that they
// were decided on, which stands at the end of their ids. Tickets of two regencies have nothing to do with each other, and alerts about files have none.
import type { Alert } from "../alert.ts";

/** The province is decided on after its regencies; stands after every code. */
const LAST = "~";

type Told = Pick<Alert, "alertId" | "asOf" | "regency">;

/** Those without a ticket come last of their regency and day; what nothing tells apart stays as it was. */
export function inOrderOfDecision<T extends Told>(alerts: readonly T[]): readonly T[] {
  return alerts.toSorted(
    (a, b) =>
      compare(a.asOf, b.asOf) ||
      compare(a.regency ?? LAST, b.regency ?? LAST) ||
      compare(ticketOf(a.alertId), ticketOf(b.alertId)),
  );
}

function ticketOf(alertId: string): number {
  const [, ticket] = /-t(\d+)$/.exec(alertId) ?? [];
  return ticket === undefined ? Number.POSITIVE_INFINITY : Number(ticket);
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
