// CSV as spreadsheets export it: quotes where needed, CRLF.

export function csvText(separator: "," | ";", rows: Iterable<readonly string[]>): string {
  const special = separator === ";" ? /[;"\r\n]/ : /[,"\r\n]/;
  const lines: string[] = [];
  for (const row of rows) {
    lines.push(row.map((cell) => (special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator));
  }
  return `${lines.join("\r\n")}\r\n`;
}

/** Dates as Indonesians write them: `31-12-1992`. */
export function dayFirst(day: string, between = "-"): string {
  return day.split("-").reverse().join(between);
}
