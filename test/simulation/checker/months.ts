// Months as plain numbers, counted on one's own.

/** Where an open end is cut off: later than every month that a simulation asks for. */
export const FAR = numberOf("2029-12");
export const LONG_AGO = 0;

export function numberOf(text: string): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
}

/** The month in which an instant lies in Jakarta. */
export function monthInJakarta(instant: string): number {
  return numberOf(new Date(Date.parse(instant) + 7 * 3_600_000).toISOString());
}

export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}
