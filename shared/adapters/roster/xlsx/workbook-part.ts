// The list of sheets and the date system from a workbook's main part, and the relations by which parts of a workbook name each other.
import { scanXml } from "./xml-scan.ts";
import { attributeOf } from "./xml-text.ts";

export interface WorkbookPart {
  readonly sheets: readonly { readonly name: string; readonly relation: string; readonly veryHidden: boolean }[];
  readonly date1904: boolean;
}

export interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`, `sharedStrings`, … */
  readonly type: string;
  /** From the root of the archive. */
  readonly path: string;
}

export function readWorkbookPart(xml: string): WorkbookPart {
  const sheets: WorkbookPart["sheets"][number][] = [];
  let date1904 = false;
  scanned(xml, (name, attributes) => {
    if (name === "workbookPr") date1904 = /^(?:1|true|on)$/i.test(attributeOf(attributes, "date1904") ?? "");
    if (name !== "sheet") return;
    sheets.push({
      name: attributeOf(attributes, "name") ?? "",
      relation: attributeOf(attributes, "r:id") ?? /\s\w+:id\s*=\s*["']([^"']*)/.exec(attributes)?.[1] ?? "",
      veryHidden: attributeOf(attributes, "state") === "veryHidden",
    });
  });
  return { sheets, date1904 };
}

/** The relations that belong to a part; none where the file has none. */
export function readRelations(xml: string, of: string): readonly Relation[] {
  const relations: Relation[] = [];
  scanned(xml, (name, attributes) => {
    if (name !== "Relationship") return;
    relations.push({
      id: attributeOf(attributes, "Id") ?? "",
      type: (attributeOf(attributes, "Type") ?? "").split("/").at(-1) ?? "",
      path: resolved(attributeOf(attributes, "Target") ?? "", of),
    });
  });
  return relations;
}

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
export function relationsName(part: string): string {
  return part.replace(/[^/]*$/, (name) => `_rels/${name}.rels`);
}

function resolved(target: string, of: string): string {
  const path = target.replaceAll("\\", "/");
  const steps = path.startsWith("/") ? [] : of.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

function scanned(xml: string, open: (name: string, attributes: string) => void): void {
  const scanner = scanXml({ open, close() {}, text() {} });
  scanner.write(xml);
  scanner.end();
}
