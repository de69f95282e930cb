// Checking reference data without a province.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { COMMANDS } from "#cli/commands.ts";
import { EXIT } from "#cli/exit-codes.ts";
import { main } from "#cli/main.ts";
import { recorder } from "../recorder.ts";

const folder = mkdtempSync(join(tmpdir(), "cakupan-reference-"));
beforeAll(() => void vi.stubEnv("CAKUPAN_DIRECTORY", folder));
afterAll(() => void vi.unstubAllEnvs());

async function reference(...words: readonly string[]) {
  const stdout = recorder();
  const stderr = recorder();
  const code = await main(COMMANDS, ["reference", ...words], { stdout, stderr });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

const AGREEMENT = "data/14/agreements/14.03/apbd-2022-anggaran-2023.json";

test.each([
  ["data/14/workforce.csv", ["--as", "workforce"], 4],
  ["data/14/claims-2022.csv", ["--as", "claims"], 7],
  [AGREEMENT, ["--as", "agreement", "--agreement", "14.03/apbd-2022"], 1],
])("--check reads %s and sends nothing", async (path, words, read) => {
  const { code, stdout } = await reference(path, ...words, "--check", "--province", "14", "--json");
  expect(code).toBe(EXIT.ok);
  expect(JSON.parse(stdout)).toMatchObject({ status: "checked", uploadId: null, counts: { read } });
});

test("--check tells what is wrong by row and column, in both languages, and exits as refused", async () => {
  const path = join(folder, "salah.csv");
  writeFileSync(path, "kode_kemendagri,tahun,penduduk_bekerja,sumber\n1403,2022,x,BPS\n");
  const { code, stdout } = await reference(path, "--as", "workforce", "--check", "--province", "14");
  expect(code).toBe(EXIT.refused);
  expect(stdout).toContain("→ kode_kemendagri, baris/rows 2");
  expect(stdout).toContain("→ penduduk_bekerja, baris/rows 2");
  expect(stdout).toContain("ditolak seluruhnya");
  expect(stdout).toContain("The code 1403 has no dot");
});

test("--check names the file that was checked, and where it would stand", async () => {
  const words = ["--as", "agreement", "--agreement", "14.03/apbd-2022", "--check", "--province", "14"];
  expect((await reference(AGREEMENT, ...words)).stdout).toContain("apbd-2022-anggaran-2023.json → apbd-2022.json");
});

test("--out keeps the receipt, and --name is the name under which it would be put", async () => {
  const out = join(folder, "jawaban", "workforce");
  const words = ["--as", "workforce", "--check", "--province", "14", "--name", "sakernas-2022.csv"];
  expect((await reference("data/14/workforce.csv", ...words, "--out", out)).code).toBe(EXIT.ok);
  expect(JSON.parse(readFileSync(join(out, "receipt.json"), "utf8"))).toMatchObject({
    fileName: "sakernas-2022.csv",
    status: "checked",
  });
});

test("a budget that pays for one month is told, and is no error", async () => {
  const words = ["--as", "agreement", "--agreement", "14.03/apbd-2022", "--check", "--province", "14"];
  const { code, stdout } = await reference(AGREEMENT, ...words);
  expect([code, stdout]).toEqual([EXIT.ok, expect.stringContaining("Rp 1,199 a head and month")]);
});

test.each([
  [["data/14/workforce.csv", "--check", "--province", "14"], "--as is missing"],
  [["data/14/workforce.csv", "--as", "workfroce", "--check", "--province", "14"], "did you mean workforce?"],
  [["data/14/workforce.csv", "--as", "workforce", "--check"], "--province is missing"],
  [
    ["data/14/workforce.csv", "--as", "workforce", "--agreement", "14.03/a", "--check", "--province", "14"],
    "goes with",
  ],
  [[AGREEMENT, "--as", "agreement", "--check", "--province", "14"], "--agreement is missing"],
  [[AGREEMENT, "--as", "agreement", "--agreement", "1403/a", "--check", "--province", "14"], "has no dot"],
  [[AGREEMENT, "--as", "agreement", "--agreement", "21.71/a", "--check", "--province", "14"], "not in this province"],
  [[AGREEMENT, "--as", "agreement", "--agreement", "14.03", "--check", "--province", "14"], "not where it belongs"],
  [
    [AGREEMENT, "--as", "agreement", "--agreement", "14.03/a", "--name", "b.json", "--check", "--province", "14"],
    "--name goes without",
  ],
  [["data", "--as", "workforce"], "data is a folder"],
  [["data/14/workforce.csv", "--as", "workforce", "--out", "data/14/workforce.csv"], "is no folder"],
  [["tidak-ada.csv", "--as", "workforce"], "There is no file"],
])("%j is wrong usage", async (words, why) => {
  expect(await reference(...words)).toMatchObject({ code: EXIT.usage, stderr: expect.stringContaining(why) });
});
