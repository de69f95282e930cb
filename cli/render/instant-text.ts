/** `2023-01-10T02:15:04Z` → `2023-01-10 02:15`, UTC. */
export function minuteIn(instant: string): string {
  return new Date(instant).toISOString().slice(0, 16).replace("T", " ");
}
