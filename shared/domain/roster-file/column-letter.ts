// How spreadsheets name columns.
/** The letters by which a spreadsheet names a column, from index 0 = `A`. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}
