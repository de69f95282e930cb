// A file of a handful of workers for one of a few rosters, with rows that are repeated or wrong.
import type { Chance } from "#local/replay/random.ts";
import { dayInJakarta } from "#shared/domain/day.ts";
import { addMonths, monthOfDay, monthText } from "#shared/domain/month.ts";
import { nik, type Row, rosterCsv } from "#test/pipeline/rosters.ts";
import type { NewFile } from "../world/world.ts";

const ROSTERS = ["14.03/rentan/apbd", "14.03/rentan/apbd", "14.03/bpu/mandiri", "14.01/rentan/csr"] as const;
const WORKERS = 9;

export interface RandomFile {
  readonly roster: string;
  readonly mode: "full" | "add" | "end";
  /** Months from the month of upload. */
  readonly from: number | null;
  readonly rows: readonly RandomRow[];
  readonly usable: boolean;
}

interface RandomRow {
  readonly worker: number;
  readonly kind: "good" | "wrong" | "nobodys" | "twice";
  /** Months from the month of upload. */
  readonly first: number | null;
  /** null: open. */
  readonly months: number | null;
  readonly wage: string;
}

export function randomFile(random: Chance): RandomFile {
  const mode = random.pick<RandomFile["mode"]>(["full", "full", "full", "full", "full", "add", "add", "end"]);
  const first = random.pick([null, 0, -1, -2, 1, 3, -14]);
  const months = random.pick([null, 1, 3, 6, 12]);
  const rows: RandomRow[] = [];
  for (let worker = 0; worker < WORKERS; worker += 1) {
    if (random.below(mode === "full" ? 5 : 3) > (mode === "full" ? 3 : 0)) continue;
    const at = random.below(6) === 0 ? random.below(5) - 2 : first;
    const kind = random.pick<RandomRow["kind"]>([
      "good",
      "good",
      "good",
      "good",
      "good",
      "good",
      "good",
      "good",
      "good",
      "good",
      "good",
      "wrong",
      "twice",
      "nobodys",
    ]);
    const terms = { months: at === null && mode !== "end" ? null : months, wage: random.pick(["", "", "2000000"]) };
    rows.push({ worker, kind: random.below(3) === 0 ? kind : "good", first: at, ...terms });
  }
  return {
    roster: random.pick(ROSTERS),
    mode,
    from: mode === "full" && random.below(8) === 0 ? random.below(6) - 3 : null,
    rows: random.below(30) === 0 ? [] : rows,
    usable: random.below(25) > 0,
  };
}

/** @param number keeps the names of files apart */
export function textOfFile({ roster, mode, from, rows, usable }: RandomFile, at: string, number: number): NewFile {
  const now = monthOfDay(dayInJakarta(at));
  const key = `rosters/${roster}/${number}${mode === "full" ? "" : `.${mode}`}.csv`;
  const lines = rows.flatMap(({ worker, kind, first, months, wage }): readonly Row[] => {
    const mulai = first === null || mode === "end" ? "" : monthText(addMonths(now, first));
    const akhir = months === null ? "" : monthText(addMonths(now, (first ?? 0) + months));
    const row = { nik: nik(worker), mulai, akhir, upah: wage };
    if (kind === "wrong") return [{ ...row, mulai: "2023-02-30" }];
    if (kind === "nobodys") return [{ ...row, nik: "123" }];
    return kind === "twice" ? [row, row] : [row];
  });
  return {
    key,
    body: usable ? rosterCsv(lines) : "NAMA\r\nSiti Rekaan\r\n",
    metadata: from === null ? {} : { from: monthText(addMonths(now, from)) },
  };
}
