// The parts of a workbook, written by hand, so that each can be as any program (or nobody) writes it.
import { type ZipFiles, type ZipForm, zip } from "./zip.ts";

export interface SheetPart {
  readonly name: string;
  /** The rows, as XML; or everything, where it begins with `<?xml`. */
  readonly rows: string;
  readonly state?: "hidden" | "veryHidden";
}

export interface WorkbookForm extends ZipForm {
  /** Shared strings, as the XML of their items. */
  readonly strings?: string;
  /** Formats of cells: the number format of style 1, 2, … ; style 0 is plain. */
  readonly formats?: readonly string[];
  readonly date1904?: boolean;
  /** Cells of every sheet that are merged, as `B2:B4`. */
  readonly merged?: readonly string[];
  /** Names of parts are written with backslashes. */
  readonly backslashes?: boolean;
  /** Put in place of, or beside, the parts above. */
  readonly parts?: ZipFiles;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export function workbookOf(sheets: readonly SheetPart[], form: WorkbookForm = {}): Buffer {
  const { parts, strings, formats, date1904, merged, backslashes, ...zipForm } = form;
  const all = Object.entries({ ...partsOf(sheets, { strings, formats, date1904, merged }), ...parts });
  const names = all.map(([name, part]) => [backslashes ? name.replaceAll("/", "\\") : name, part]);
  return zip(Object.fromEntries(names), zipForm);
}

function partsOf(
  sheets: readonly SheetPart[],
  form: Pick<WorkbookForm, "strings" | "formats" | "date1904" | "merged">,
): ZipFiles {
  const merged = (form.merged ?? []).map((range) => `<mergeCell ref="${range}"/>`).join("");
  const below = merged === "" ? "" : `<mergeCells>${merged}</mergeCells>`;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const listed = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ""} r:id="rId${index + 1}"/>`,
  );
  const relations = sheets.map((_, index) =>
    relation(`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`),
  );
  const main = (element: string, content: string): string =>
    `${HEAD}<${element} xmlns="${MAIN}" xmlns:r="${OFFICE}">${content}</${element}>`;
  const package_ = "http://schemas.openxmlformats.org/package/2006";
  return {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${package_}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="${package_}/relationships">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": main(
      "workbook",
      `<workbookPr${form.date1904 ? ' date1904="1"' : ""}/><sheets>${listed.join("")}</sheets>`,
    ),
    "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships xmlns="${package_}/relationships">${relations.join("")}${relation("rS", "sharedStrings", "sharedStrings.xml")}${relation("rF", "styles", "styles.xml")}</Relationships>`,
    "xl/sharedStrings.xml": main("sst", form.strings ?? ""),
    "xl/styles.xml": main("styleSheet", stylesOf(form.formats ?? [])),
    ...Object.fromEntries(
      sheets.map(({ rows }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        rows.startsWith("<?xml") ? rows : main("worksheet", `<sheetData>${rows}</sheetData>${below}`),
      ]),
    ),
  };
}

function stylesOf(formats: readonly string[]): string {
  const numFmts = formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escaped(code)}"/>`);
  const styles = formats.map((_, index) => `<xf numFmtId="${164 + index}" xfId="0" applyNumberFormat="1"/>`);
  return `<numFmts>${numFmts.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0" xfId="0"/>${styles.join("")}</cellXfs>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** A cell of text (inline), a number, a formula `{ f, v? }`, or XML as it is `{ xml }`; null: no cell. */
export type CellPart = string | number | null | { readonly xml: string };

/** Rows as XML, numbered from `first`; an empty row is left out, as programs do. */
export function rowsOf(rows: readonly (readonly CellPart[])[], first = 1): string {
  return rows
    .map((cells, index) => {
      const xml = cells.map((cell, column) => cellXml(cell, `${letter(column)}${first + index}`)).join("");
      return xml === "" ? "" : `<row r="${first + index}">${xml}</row>`;
    })
    .join("");
}

function cellXml(cell: CellPart, place: string): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === "string")
    return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  return cell.xml.replace("<c", `<c r="${place}"`);
}

function letter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letter(Math.floor(column / 26) - 1) + last;
}
