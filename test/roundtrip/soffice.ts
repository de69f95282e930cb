// LibreOffice as a person would use it: opens a file and saves it again, perhaps as another kind.
import { execFile } from "node:child_process";
import { copyFile, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const TIMEOUT_MS = 120_000;

const FILTERS = { csv: "Text - txt - csv (StarCalc)", xlsx: "Calc MS Excel 2007 XML" } as const;
/** Of a CSV: separator, quote, UTF-8, from the first line on. */
const tokens = (separator: string): string => `${separator.charCodeAt(0)},34,76,1`;
/** Cells are saved as they are shown, quoted where they must be. */
const AS_SHOWN = ",0,false,true";

/** null when LibreOffice is not installed. */
export async function sofficeVersion(): Promise<string | null> {
  try {
    return (await run("soffice", ["--version"])).stdout.trim();
  } catch {
    return null;
  }
}

/** @param separator of a CSV that is opened or saved */
export async function savedAgain(path: string, kind: "csv" | "xlsx", separator = ";"): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "cakupan-soffice-"));
  const opened = join(folder, `buka-${basename(path)}`);
  await copyFile(path, opened);
  const saved = join(folder, "disimpan");
  const from = path.endsWith(".csv") ? [`--infilter=${FILTERS.csv}:${tokens(separator)}`] : [];
  const to = kind === "csv" ? `csv:${FILTERS.csv}:${tokens(separator)},${AS_SHOWN}` : `xlsx:${FILTERS.xlsx}`;
  const args = [`-env:UserInstallation=file://${folder}/profil`, "--headless", ...from, "--convert-to", to];
  await run("soffice", [...args, "--outdir", saved, opened], { timeout: TIMEOUT_MS });
  return join(saved, basename(opened).replace(/\.(csv|xlsx)$/, `.${kind}`));
}
