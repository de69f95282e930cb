// An empty roster, or an empty agreement, to be filled in.
import { agreementTemplateXlsx } from "#shared/adapters/reference/agreement-template-xlsx.ts";
import { templateXlsx } from "#shared/adapters/roster/template-xlsx.ts";
import { AGREEMENT_FIELDS, PERIOD_FIELDS } from "#shared/domain/reference/agreement-sheet/fields.ts";
import { templateColumns } from "#shared/domain/roster-template/columns.ts";
import { SEGMENT_CODES, type Segment } from "#shared/domain/segment.ts";
import { segmentOf } from "../arguments.ts";
import type { Command } from "../command.ts";
import type { CommandLine } from "../command-line.ts";
import { EXIT } from "../exit-codes.ts";
import { UsageError } from "../failures.ts";
import { FORCE_OPTION, refuseUnwritable, writeKept } from "../kept-files.ts";

export const template: Command = {
  name: "template",
  summary: {
    id: "tulis daftar atau perjanjian kosong (XLSX) untuk diisi",
    en: "write an empty roster or agreement (XLSX) to be filled in",
  },
  positionals: [],
  options: {
    segment: {
      value: "SEGMENT",
      required: "one-of",
      help: { id: SEGMENT_CODES.join(", "), en: "the kind of participation" },
    },
    agreement: {
      value: null,
      required: "one-of",
      help: { id: "sebuah perjanjian, bukan daftar", en: "an agreement instead of a roster" },
    },
    out: { value: "FILE", help: { id: "nama berkas; template-SEGMENT.xlsx", en: "the file; template-SEGMENT.xlsx" } },
    ...FORCE_OPTION,
  },
  examples: ["template --segment rentan", "template --segment ppu --out daftar-ppu.xlsx", "template --agreement"],

  async run(line, output) {
    const made = line.flag("agreement") ? agreementBook(line) : rosterBook(segmentOf(line));
    const path = line.text("out") ?? made.name;
    const force = line.flag("force");
    refuseUnwritable(path, force);
    await writeKept(path, await made.file(), { force });
    output.answer({ file: path, ...made.answer });
    output.say(`Ditulis / written: ${path}`);
    return EXIT.ok;
  },
};

interface Book {
  readonly name: string;
  readonly file: () => Promise<Uint8Array>;
  readonly answer: Readonly<Record<string, unknown>>;
}

function rosterBook(segment: Segment): Book {
  const columns = templateColumns(segment).map(({ name }) => name);
  return { name: `template-${segment}.xlsx`, file: () => templateXlsx(segment), answer: { segment, columns } };
}

function agreementBook(line: CommandLine): Book {
  if (line.text("segment") !== null)
    throw new UsageError({
      id: "--agreement tanpa --segment: segmen adalah kolom isiannya sendiri",
      en: "--agreement goes without --segment: it is a field of its own",
    });
  const fields = Object.values(AGREEMENT_FIELDS).map(({ name }) => name);
  const columns = Object.values(PERIOD_FIELDS).map(({ name }) => name);
  return { name: "template-perjanjian.xlsx", file: agreementTemplateXlsx, answer: { fields, columns } };
}
