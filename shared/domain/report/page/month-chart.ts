// The months around a report as bars: what was, what is known to come (hatched), and months of which nothing is known (dashed). Patterns, outlines and
// words tell them apart, so that it can be read in black and white.
import { formatNumberEn, formatNumberId, monthNameEn, monthNameId } from "../../format.ts";
import { type Html, html } from "../../html.ts";
import { month } from "../../month.ts";
import { both } from "../../receipt-page/page.ts";
import type { Bilingual } from "../../text.ts";
import type { MonthLine } from "../month-lines.ts";
import { FEW, type ShownCount } from "../shown-count.ts";
import { countWords } from "./cells.ts";

const WIDTH = 900;
const HEIGHT = 290;
const LEFT = 62;
const TOP = 26;
const BOTTOM = 44;
const FLOOR = HEIGHT - BOTTOM;
const GAP = 5;
const INK = "#1b4f72";
/** What is there at all stays visible. */
const LEAST = 2;
/** Of the highest bar: a smaller change from one month to the next is not written on it. */
const WORTH_A_LABEL = 0.02;

export interface MonthChart {
  readonly months: readonly MonthLine[];
  /** The reported month, `yyyy-mm`. */
  readonly at: string;
  /** Unique on the page. */
  readonly id: string;
}

export function monthChart({ months, at, id }: MonthChart): Html {
  const top = scaleTop(Math.max(...months.map(({ covered }) => heightOf(covered)), 1));
  const width = (WIDTH - LEFT) / months.length;
  const labelled = labelledMonths(months, at);
  const y = (value: number): number => FLOOR - (value / top) * (FLOOR - TOP);
  const hatch = `hatch-${id}`;
  return html`<div class="wide kept"><svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="chart-${id}">
<title id="chart-${id}">Pekerja terlindungi per bulan / workers protected by month</title>
<defs><pattern id="${hatch}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/><rect width="2" height="6" fill="${INK}"/></pattern></defs>
${[0, 0.25, 0.5, 0.75, 1].map((share) => gridLine(y(share * top), share * top))}${months.map((one, index) => {
  const x = LEFT + index * width + GAP / 2;
  return html`${bar(one, { x, width: width - GAP, y: y(heightOf(one.covered)), fill: one.ahead ? `url(#${hatch})` : INK })}${
    labelled.has(one.month) && one.covered !== null
      ? label(x + (width - GAP) / 2, y(heightOf(one.covered)) - 6, countWords(one.covered), one.month === at)
      : ""
  }${underneath(one, x + (width - GAP) / 2, index === 0 || one.month.endsWith("-01"), one.month === at)}`;
})}</svg></div>
<p class="note">${legend(hatch)}</p>
`;
}

/** What is not known or not shown has no height. */
export function heightOf(covered: ShownCount | null): number {
  return covered === null || covered === FEW ? 0 : covered;
}

/** A round number, four times a round number, that holds the highest bar. */
export function scaleTop(highest: number): number {
  const power = 10 ** Math.floor(Math.log10(highest));
  const step = [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10].find((one) => one * power >= highest) ?? 10;
  return step * power;
}

/** The reported month, and those whose bar differs from the one before; no two that would touch. */
function labelledMonths(months: readonly MonthLine[], at: string): ReadonlySet<string> {
  const highest = Math.max(...months.map(({ covered }) => heightOf(covered)));
  const changes = months
    .map((one, index) => {
      const before = months[index - 1];
      const change = before === undefined ? 0 : Math.abs(heightOf(one.covered) - heightOf(before.covered));
      return { index, change: one.month === at ? Number.POSITIVE_INFINITY : change, known: one.covered !== null };
    })
    .filter(({ change, known }) => known && change > 0 && change >= WORTH_A_LABEL * highest)
    .toSorted((a, b) => b.change - a.change);
  const taken: number[] = [];
  for (const { index } of changes) if (taken.every((other) => Math.abs(other - index) > 1)) taken.push(index);
  return new Set(taken.flatMap((index) => months[index]?.month ?? []));
}

interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fill: string;
}

function bar({ covered }: MonthLine, { x, y, width, fill }: Bar): Html {
  if (covered === null) {
    return html`<rect x="${n(x)}" y="${FLOOR - 22}" width="${n(width)}" height="22" fill="none" stroke="#57606a" stroke-dasharray="3 3"/><text x="${n(x + width / 2)}" y="${FLOOR - 7}" text-anchor="middle">?</text>`;
  }
  if (covered === 0) return html``;
  const top = Math.min(y, FLOOR - LEAST);
  return html`<rect x="${n(x)}" y="${n(top)}" width="${n(width)}" height="${n(FLOOR - top)}" fill="${fill}" stroke="${INK}"/>`;
}

function gridLine(y: number, value: number): Html {
  const shown = Math.round(value);
  return html`<line x1="${LEFT}" x2="${WIDTH}" y1="${n(y)}" y2="${n(y)}" stroke="${value === 0 ? "#1b1f24" : "#d0d7de"}"/>${texts(
    { x: LEFT - 6, y: y + 4, anchor: "end" },
    { id: formatNumberId(shown), en: formatNumberEn(shown) },
  )}
`;
}

function label(x: number, y: number, words: Bilingual, strong: boolean): Html {
  return texts({ x, y, anchor: "middle", strong }, words);
}

/** The month's short name, with the year where one begins, and a mark at the reported one. */
function underneath({ month: text }: MonthLine, x: number, withYear: boolean, reported: boolean): Html {
  const at = month(text);
  const name = { id: monthNameId(at).slice(0, 3), en: monthNameEn(at).slice(0, 3) };
  const year = text.slice(0, 4);
  const mark = reported
    ? html`<path d="M${n(x - 5)} ${FLOOR + 33}L${n(x + 5)} ${FLOOR + 33}L${n(x)} ${FLOOR + 24}Z" fill="#1b1f24"/>`
    : html``;
  return html`${texts({ x, y: FLOOR + 14, anchor: "middle", strong: reported }, name)}${
    withYear
      ? texts({ x, y: FLOOR + (reported ? 43 : 28), anchor: "middle", strong: true }, { id: year, en: year })
      : ""
  }${mark}
`;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly anchor: "middle" | "end";
  readonly strong?: boolean;
}

function texts({ x, y, anchor, strong = false }: Place, { id, en }: Bilingual): Html {
  const one = (language: "id" | "en", text: string): Html =>
    html`<text class="${language}${strong ? " strong" : ""}" x="${n(x)}" y="${n(y)}" text-anchor="${anchor}">${text}</text>`;
  return html`${one("id", id)}${one("en", en)}`;
}

function legend(hatch: string): Html {
  const swatch = (inner: Html): Html => html`<svg class="swatch" viewBox="0 0 12 12" aria-hidden="true">${inner}</svg>`;
  const full = swatch(html`<rect width="12" height="12" fill="${INK}"/>`);
  const ahead = swatch(html`<rect x=".5" y=".5" width="11" height="11" fill="url(#${hatch})" stroke="${INK}"/>`);
  const unknown = swatch(
    html`<rect x=".5" y=".5" width="11" height="11" fill="none" stroke="#57606a" stroke-dasharray="3 2"/>`,
  );
  const reported = swatch(html`<path d="M1 11L11 11L6 2Z" fill="#1b1f24"/>`);
  const keys: readonly (readonly [Html, Bilingual])[] = [
    [full, { id: "sudah berjalan", en: "past and present" }],
    [ahead, { id: "yang akan datang, menurut yang sudah diunggah", en: "to come, by what has been uploaded" }],
    [unknown, { id: "belum ada daftar yang menerangkan bulan itu", en: "no list tells of that month" }],
    [reported, { id: "bulan laporan", en: "month of the report" }],
  ];
  return html`${keys.map(([picture, words]) => html`<span class="key">${picture}${both(words)}</span>`)}`;
}

function n(value: number): string {
  return value.toFixed(1);
}
