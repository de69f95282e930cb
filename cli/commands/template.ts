// An empty roster to be filled in.
import { writeFile } from "node:fs/promises";
import { templateXlsx } from "#shared/adapters/roster/template-xlsx.ts";
import { templateColumns } from "#shared/domain/roster-template/columns.ts";
import { SEGMENT_CODES } from "#shared/domain/segment.ts";
import { segmentOf } from "../arguments.ts";
import type { Command } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { FORCE_OPTION, flagOf, refuseToOverwrite } from "../kept-files.ts";

export const template: Command = {
  name: "template",
  summary: { id: "tulis daftar kosong (XLSX) untuk diisi", en: "write an empty roster (XLSX) to be filled in" },
  positionals: [],
  options: {
    segment: { value: "SEGMENT", help: { id: SEGMENT_CODES.join(", "), en: "the kind of participation" } },
    out: { value: "FILE", help: { id: "nama berkas; template-SEGMENT.xlsx", en: "the file; template-SEGMENT.xlsx" } },
    ...FORCE_OPTION,
  },
  examples: ["template --segment rentan", "template --segment ppu --out daftar-ppu.xlsx"],

  async run(line, output) {
    const segment = segmentOf(line);
    const path = line.text("out") ?? `template-${segment}.xlsx`;
    const force = line.flag("force");
    refuseToOverwrite([path], force);
    await writeFile(path, await templateXlsx(segment), { flag: flagOf(force) });
    output.answer({ file: path, segment, columns: templateColumns(segment).map(({ name }) => name) });
    output.say(`Ditulis / written: ${path}`);
    return EXIT.ok;
  },
};
