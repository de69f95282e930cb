// The small pictures of a receipt: shares of a whole as one bar, and a bar beside a number. Every number stands beside them in words.
import { type Html, html } from "../html.ts";

/** Colours that differ in lightness too, for those who cannot tell them apart and for grey print. */
const COLOURS = {
  good: "#1a7f37",
  plain: "#8c959f",
  changed: "#1b6ca8",
  look: "#d98324",
  bad: "#b3261e",
} as const;
export type Colour = keyof typeof COLOURS;

export interface Share {
  readonly value: number;
  readonly colour: Colour;
}

const WIDTH = 1000;
/** What is there at all stays visible. */
const LEAST = 6;

/** null when there is nothing to be divided. */
export function stackedBar(shares: readonly Share[]): Html | null {
  const whole = sumOf(shares.map(({ value }) => value));
  if (whole === 0) return null;
  const widths = shares.map(({ value }) => (value === 0 ? 0 : Math.max(LEAST, (value / whole) * WIDTH)));
  const scale = WIDTH / sumOf(widths);
  let x = 0;
  const parts = shares.map(({ colour }, index) => {
    const width = (widths[index] ?? 0) * scale;
    const part = rectangle(x, width, colour);
    x += width;
    return part;
  });
  return html`<svg class="stack" viewBox="0 0 ${WIDTH} 10" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}

export function bar(value: number, most: number, colour: Colour): Html {
  const width = value === 0 || most === 0 ? 0 : Math.max(LEAST, (value / most) * WIDTH);
  return html`<svg viewBox="0 0 ${WIDTH} 10" preserveAspectRatio="none" aria-hidden="true">${rectangle(0, width, colour)}</svg>`;
}

export function swatch(colour: Colour): Html {
  return html`<svg class="swatch" viewBox="0 0 10 10" aria-hidden="true"><rect width="10" height="10" fill="${COLOURS[colour]}"/></svg>`;
}

function rectangle(x: number, width: number, colour: Colour): Html {
  return html`<rect x="${x.toFixed(1)}" width="${width.toFixed(1)}" height="10" fill="${COLOURS[colour]}"/>`;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
