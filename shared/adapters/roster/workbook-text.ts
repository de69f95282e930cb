// A text as a cell of a workbook may hold it. One that Excel does not allow makes it call the whole workbook damaged, and LibreOffice show it empty.
import { disarmed } from "./disarmed.ts";

/** Excel's limits. */
const LONGEST = 32_767;
export const MOST_COLUMNS = 16_384;

/** Two characters that XML has not, under any escape. */
const NOT_IN_XML = /[\ufffe\uffff]/g;
/** What Excel would take for an escaped character (`_x000D_`) where it stands literally. */
const LIKE_AN_ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** No formula, cut where it is longer than a cell can be. */
export function workbookText(text: string): string {
  const safe = disarmed(text);
  const cut = safe.length > LONGEST ? `${safe.slice(0, LONGEST - 1)}…` : safe;
  return cut.replace(NOT_IN_XML, "\ufffd").replace(LIKE_AN_ESCAPE, "_x005F_");
}
