// Which cell styles of a workbook show a number as a date, and the day that such a number is.
import { scanXml } from "./xml-scan.ts";
import { attributeOf } from "./xml-text.ts";

/** Formats that every workbook has without saying so: dates, and dates with time; not times of day alone. */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** The places in the list of cell styles (`s` of a cell) that show dates. */
export function readDateStyles(xml: string): ReadonlySet<number> {
  const formats = new Map<number, boolean>();
  const styles: number[] = [];
  let inCellStyles = false;
  const scanner = scanXml({
    open(name, attributes) {
      if (name === "numFmt") {
        formats.set(Number(attributeOf(attributes, "numFmtId")), isDateFormat(attributeOf(attributes, "formatCode")));
      } else if (name === "cellXfs") inCellStyles = true;
      else if (name === "xf" && inCellStyles) styles.push(Number(attributeOf(attributes, "numFmtId") ?? 0));
    },
    close(name) {
      if (name === "cellXfs") inCellStyles = false;
    },
    text() {},
  });
  scanner.write(xml);
  scanner.end();
  const isDate = (format: number): boolean => formats.get(format) ?? BUILT_IN_DATES.has(format);
  return new Set(styles.flatMap((format, index) => (isDate(format) ? [index] : [])));
}

/** Years or days outside of quoted words, colours and conditions: `[$-421]dd mmmm yyyy`, not `[Red]0` or `"orang"`. */
function isDateFormat(code = ""): boolean {
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, "");
  return /[yd]/i.test(bare) && !/general/i.test(bare);
}

const DAY_MS = 86_400_000;
const LAST_SERIAL = 2_958_465;

/** `yyyy-mm-dd`; null for a number that is no date, however it is shown. */
export function dayOfNumber(serial: number, date1904: boolean): string | null {
  if (!(serial >= 1 && serial < LAST_SERIAL)) return null;
  const days = Math.floor(serial);
  // In the 1900 system day 60 is a 29 February that never was.
  const start = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  return new Date(start + days * DAY_MS).toISOString().slice(0, 10);
}
