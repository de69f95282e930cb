// A figure as a bar, in eighths of a character.
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"] as const;

/** `value` against `most` on `width` characters. */
export function bar(value: number, most: number, width: number): string {
  const eighths = most > 0 ? Math.round((value / most) * width * 8) : 0;
  return "█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
}
