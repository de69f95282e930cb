// All that people (and others) may send, by groups.
import type { CatalogueGroup } from "./case.ts";
import { DATES } from "./cases/dates.ts";
import { DELIMITERS } from "./cases/delimiters.ts";
import { ENCODINGS } from "./cases/encodings.ts";
import { HEADERS } from "./cases/headers.ts";
import { HOSTILE } from "./cases/hostile.ts";
import { NIKS } from "./cases/nik.ts";
import { NOT_A_ROSTER } from "./cases/not-a-roster.ts";
import { PERIODS } from "./cases/periods.ts";
import { PROGRAMMES } from "./cases/programmes.ts";
import { REPEATS } from "./cases/repeats.ts";
import { WAGES } from "./cases/wages.ts";
import { WORKBOOKS } from "./cases/workbooks.ts";

export const CATALOGUE: readonly CatalogueGroup[] = [
  ENCODINGS,
  DELIMITERS,
  HEADERS,
  NIKS,
  DATES,
  PROGRAMMES,
  PERIODS,
  WAGES,
  REPEATS,
  WORKBOOKS,
  NOT_A_ROSTER,
  HOSTILE,
];
