// Stored coverage as table items: JSON texts, so that a person can read them in the console.

import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { closedMonth, monthCoverage, overlapPair, rosterFigures } from "#events/stored-coverage.ts";
import type { ClosedMonth } from "#shared/domain/coverage.ts";
import { day } from "#shared/domain/day.ts";
import { month, monthText } from "#shared/domain/month.ts";
import type { StoredCoverage } from "#shared/domain/stored-coverage.ts";
import { type Item, longText, longTextIn, number, numberIn, text, textIn } from "./items.ts";

/** Where the figures of a fold stand: `figures#{ticket}#0000` … */
export interface FiguresPointer {
  readonly ticket: number;
  readonly items: number;
}

const months = z.array(monthCoverage).readonly();
const figures = z.object({ rosters: z.array(rosterFigures).readonly(), overlaps: z.array(overlapPair).readonly() });

/** Rosters to an item of figures: at some 300 bytes each well below the 400 KB of an item. */
const ROSTERS_PER_ITEM = 500;

export function pointerIn(item: Item): FiguresPointer {
  return { ticket: numberIn(item, "figuresTicket"), items: numberIn(item, "figuresItems") };
}

export function encodeMonth(value: ClosedMonth): AttributeValue {
  return longText(JSON.stringify(closedMonth.encode(value)));
}

export function decodeMonth(item: Item): ClosedMonth {
  return closedMonth.parse(JSON.parse(longTextIn(item, "body")));
}

/** All of `current` but its key. */
export function encodeMonths(stored: StoredCoverage, pointer: FiguresPointer): Item {
  return {
    ticket: number(stored.ticket),
    asOf: text(stored.asOf),
    generation: number(stored.generation),
    first: text(monthText(stored.window.first)),
    last: text(monthText(stored.window.last)),
    figuresTicket: number(pointer.ticket),
    figuresItems: number(pointer.items),
    body: text(JSON.stringify(months.encode(stored.coverage.months))),
  };
}

/** Bodies of the figure items: at least one. */
export function encodeFigures(stored: StoredCoverage): readonly string[] {
  const { rosters, overlaps } = stored.coverage;
  const bodies: string[] = [];
  for (let from = 0; from === 0 || from < rosters.length; from += ROSTERS_PER_ITEM) {
    const part = { rosters: rosters.slice(from, from + ROSTERS_PER_ITEM), overlaps: from === 0 ? overlaps : [] };
    bodies.push(JSON.stringify(figures.encode(part)));
  }
  return bodies;
}

/** @param figureItems in their order */
export function decodeCoverage(item: Item, figureItems: readonly Item[]): StoredCoverage {
  const parts = figureItems.map((part) => figures.parse(JSON.parse(textIn(part, "body"))));
  return {
    ticket: numberIn(item, "ticket"),
    asOf: day(textIn(item, "asOf")),
    generation: numberIn(item, "generation"),
    window: { first: month(textIn(item, "first")), last: month(textIn(item, "last")) },
    coverage: {
      months: months.parse(JSON.parse(textIn(item, "body"))),
      rosters: parts.flatMap((part) => part.rosters),
      overlaps: parts.flatMap((part) => part.overlaps),
    },
  };
}
