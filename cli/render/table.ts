// Tables in plain text, at most 100 columns wide where the words allow.

type Align = "left" | "right";

export interface TableText {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Left where nothing is said. */
  readonly align?: readonly Align[];
  /** A last row under a line of its own, e.g. a sum. */
  readonly foot?: readonly string[];
}

const GAP = "  ";

/** Columns under a header and a line. */
export function table({ head, rows, align = [], foot }: TableText): string {
  const all = foot === undefined ? [head, ...rows] : [head, ...rows, foot];
  const widths = head.map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ""))));
  const line = (row: readonly string[]): string =>
    widths
      .map((width, column) => padded(row[column] ?? "", width, align[column] ?? "left"))
      .join(GAP)
      .trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join(GAP);
  return [line(head), rule, ...rows.map(line), ...(foot === undefined ? [] : [rule, line(foot)])].join("\n");
}

/** Columns without a header: the first as wide as it must be. */
export function columns(rows: readonly (readonly string[])[]): string {
  const count = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ""))),
  );
  return rows
    .map((row) =>
      widths
        .map((width, column) => padded(row[column] ?? "", width, "left"))
        .join(GAP)
        .trimEnd(),
    )
    .join("\n");
}

/** Breaks a text into lines of at most `width`, at blanks. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function padded(text: string, width: number, align: Align): string {
  const blanks = " ".repeat(width - widthOf(text));
  return align === "left" ? text + blanks : blanks + text;
}

/** Characters on a terminal. */
function widthOf(text: string): number {
  return [...text].length;
}

/** At most `width` characters: what is longer loses its middle. */
export function shortened(text: string, width: number): string {
  const letters = [...text];
  if (letters.length <= width) return text;
  const tail = Math.floor((width - 1) / 2);
  return `${letters.slice(0, width - 1 - tail).join("")}…${letters.slice(-tail).join("")}`;
}
