// A roster file read plainly: which rows are good, which are repeated, which are wrong, and whom a wrong one still names.
import type { PutFile } from "../world/world.ts";
import { FAR, isMonth, LONG_AGO, monthInJakarta, numberOf } from "./months.ts";

export interface Row {
  readonly nik: string;
  readonly first: number;
  readonly last: number;
  readonly openEnd: boolean;
  readonly wage: string;
}

export interface RosterFile {
  readonly file: PutFile;
  readonly roster: string;
  readonly mode: "full" | "add" | "end";
  readonly month: number;
  /** From which month on a whole list is the truth, where its metadata say so. */
  readonly from: number | null;
  readonly read: number;
  readonly good: readonly Row[];
  readonly duplicate: number;
  /** Those of rows that are wrong. */
  readonly named: ReadonlySet<string>;
  readonly nobodys: number;
}

/** null: a file that cannot be used. */
export function readFile(file: PutFile): RosterFile | null {
  const [header = "", ...lines] = file.body.split("\r\n").filter((line) => line !== "");
  if (!header.startsWith("NIK,")) return null;
  const month = monthInJakarta(file.at);
  const ending = /\.(add|end)\.csv$/.exec(file.key)?.[1];
  const mode = ending === "add" || ending === "end" ? ending : "full";
  const isBad = (line: string): boolean => {
    const [nik = "", , mulai = ""] = line.split(",");
    return !/^\d{16}$/.test(nik) || (mulai !== "" && !isMonth(mulai));
  };
  const good = [...new Set(lines.filter((line) => !isBad(line)))];
  const niksOfBad = lines.filter(isBad).map((line) => line.split(",")[0] ?? "");
  return {
    file,
    roster: file.key.split("/").slice(1, 4).join("/"),
    mode,
    month,
    from: file.metadata.from === undefined ? null : numberOf(file.metadata.from),
    read: lines.length,
    good: good.map((line) => rowOf(line, mode === "end" ? LONG_AGO : month)),
    duplicate: lines.length - niksOfBad.length - good.length,
    named: new Set(niksOfBad.filter((nik) => /^\d{16}$/.test(nik))),
    nobodys: niksOfBad.filter((nik) => !/^\d{16}$/.test(nik)).length,
  };
}

function rowOf(line: string, first: number): Row {
  const [nik = "", , mulai = "", akhir = "", wage = ""] = line.split(",");
  return {
    nik,
    first: mulai === "" ? first : numberOf(mulai),
    last: akhir === "" ? FAR : numberOf(akhir),
    openEnd: akhir === "",
    wage: wage === "" ? "0" : wage,
  };
}
