import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { COMMANDS } from "#cli/commands.ts";
import { EXIT } from "#cli/exit-codes.ts";
import { main } from "#cli/main.ts";
import { vulnerableWorkersAgain } from "#local/replay/files/vulnerable-workers.ts";
import { syntheticWorkers } from "#local/replay/workers.ts";
import { dayInJakarta } from "#shared/domain/day.ts";
import { regencyCode } from "#shared/domain/region.ts";
import { recorder } from "../recorder.ts";

const folder = mkdtempSync(join(tmpdir(), "cakupan-validate-"));
beforeAll(() => void vi.stubEnv("CAKUPAN_DIRECTORY", folder));
afterAll(() => void vi.unstubAllEnvs());
const [one, two] = syntheticWorkers(regencyCode("14.03"), 0, 2).map(({ nik }) => nik);

function fileWith(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function validate(path: string, ...words: readonly string[]) {
  const stdout = recorder();
  const stderr = recorder();
  const line = ["validate", path, "--roster", "14.03/rentan/apbd-2022", "--as-of", "2023-11-20", ...words];
  const code = await main(COMMANDS, line, { stdout, stderr });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

describe("cakupan validate", () => {
  test("of a sound file exits with 0 and promises nothing: no version, no changes", async () => {
    const path = fileWith("sound.csv", `NIK\n${one}\n${two}\n${two}\n`);
    const { code, stdout } = await validate(path, "--json");
    expect(code).toBe(EXIT.ok);
    expect(JSON.parse(stdout)).toMatchObject({
      fileName: "sound.csv",
      roster: "14.03/rentan/apbd-2022",
      asOf: "2023-11-20",
      status: "planned",
      version: null,
      changes: null,
      rows: { read: 3, accepted: 2, duplicate: 1, rejected: 0 },
      rejectedRows: null,
    });
  });

  test.each([
    ["x.end.csv", ["--mode", "add", "--from", "2030-01"], "--mode add contradicts the name x.end.csv"],
    ["x.add.csv", ["--mode", "full"], "--mode full contradicts the name x.add.csv"],
    ["x.add.csv", ["--from", "2023-01"], "--from means nothing to an addition"],
    ["x.csv", ["--mode", "add", "--from", "2023-01"], "--from means nothing to an addition"],
  ])("of %s with %j is refused, with the way out", async (name, options, told) => {
    const { code, stderr } = await validate(fileWith(name, `NIK\n${one}\n`), ...options);
    expect([code, stderr]).toEqual([EXIT.usage, expect.stringContaining(told)]);
  });

  test.each([
    ["y.end.csv", ["--mode", "end", "--from", "2023-11"]],
    ["y.csv", ["--mode", "end"]],
    ["y.csv", ["--from", "2023-01"]],
  ])("of %s with %j is taken", async (name, options) => {
    expect((await validate(fileWith(name, `NIK\n${one}\n`), ...options)).code).toBe(EXIT.ok);
  });

  test("of the replay's bad file accounts for each of its 24,037 rows and writes the 34 rejected ones", async () => {
    const path = fileWith("pekerja-rentan.xlsx", await vulnerableWorkersAgain());
    const { code, stdout } = await validate(path, "--json", "--out", join(folder, "out"));
    const answer: unknown = JSON.parse(stdout);
    expect(code).toBe(EXIT.rowsRejected);
    expect(answer).toMatchObject({ rows: { read: 24_037, accepted: 24_000, duplicate: 3, rejected: 34 } });
    const written = readFileSync(join(folder, "out", "pekerja-rentan.add.csv"), "utf8");
    expect(written.trimEnd().split("\r\n")).toHaveLength(35);
  });

  test("with --out writes the receipt for programs and for people, and the rejected rows in both forms", async () => {
    const path = fileWith("berhenti.end.csv", `NIK\n${one}\n123\n`);
    const out = join(folder, "answer");
    const { code, stdout } = await validate(path, "--json", "--out", out);
    expect(code).toBe(EXIT.rowsRejected);
    const rows = { rejectedRows: join(out, "berhenti.end.csv"), rejectedRowsXlsx: join(out, "berhenti.end.xlsx") };
    expect(JSON.parse(stdout)).toMatchObject({
      mode: "end",
      written: { receipt: join(out, "receipt.json"), page: join(out, "receipt.html"), ...rows },
    });
    expect(readdirSync(out).sort()).toEqual(["berhenti.end.csv", "berhenti.end.xlsx", "receipt.html", "receipt.json"]);
    expect(JSON.parse(readFileSync(join(out, "receipt.json"), "utf8"))).toMatchObject({ rows: { rejected: 1 } });
    expect(readFileSync(join(out, "receipt.html"), "utf8")).toContain('<a href="./berhenti.end.xlsx">');
    expect((await validate(rows.rejectedRowsXlsx, "--json")).code).toBe(EXIT.rowsRejected);
  });

  test("keeps rejected rows that are there already, and the file that it reads, whatever is said", async () => {
    const out = join(folder, "kept");
    const path = fileWith("pekerja.csv", `NIK\n${one}\n123\n`);
    expect((await validate(path, "--out", out)).code).toBe(EXIT.rowsRejected);
    const corrected = join(out, "pekerja.add.csv");
    writeFileSync(corrected, `NIK\n${two}\n456\n`);
    expect(await validate(path, "--out", out)).toMatchObject({
      code: EXIT.usage,
      stderr: expect.stringContaining(join(out, "pekerja.add.")),
    });
    expect((await validate(corrected, "--out", out, "--force")).code).toBe(EXIT.usage);
    expect(readFileSync(corrected, "utf8")).toContain("456");
    expect((await validate(path, "--out", out, "--force")).code).toBe(EXIT.rowsRejected);
    expect(readFileSync(corrected, "utf8")).not.toContain("456");
  });

  test("of a refused file writes the receipt only", async () => {
    const out = join(folder, "refused");
    const path = fileWith("photo.csv", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"));
    expect((await validate(path, "--out", out)).code).toBe(EXIT.refused);
    expect(readdirSync(out).sort()).toEqual(["receipt.html", "receipt.json"]);
  });

  test("of a file that is no roster exits with 2 and says why", async () => {
    const { code, stdout } = await validate(
      fileWith("photo.xlsx", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")),
    );
    expect(code).toBe(EXIT.refused);
    expect(stdout).toContain("would be refused");
    expect(stdout).toContain("foto");
  });

  test("believes what is said beside the file, and refuses what it cannot read", async () => {
    const path = fileWith("plain.csv", `NIK\n${one}\n`);
    expect((await validate(path, "--mulai", "2023-12", "--akhir", "2024-12", "--program", "JKK,JKM")).code).toBe(
      EXIT.ok,
    );
    expect((await validate(path, "--mulai", "2024-12", "--akhir", "2023-12")).code).toBe(EXIT.usage);
    expect((await validate(path, "--program", "JKX")).code).toBe(EXIT.usage);
  });

  test("says as of which day it checked, and whose day that is", async () => {
    const path = fileWith("hari.csv", `NIK\n${one}\n`);
    const today = dayInJakarta(new Date().toISOString());
    const stdout = recorder();
    await main(COMMANDS, ["validate", path, "--roster", "14.03/rentan/apbd-2022"], { stdout, stderr: recorder() });
    expect(stdout.text()).toContain(`${today} (hari di komputer ini / this machine's day)`);
    expect((await validate(path)).stdout).toMatch(/as of +2023-11-20$/m);
  });

  test.each([["berkas.txt"], [join("berkas.txt", "lagi")]])("writes to no folder where %s is", async (place) => {
    const path = fileWith("aman.csv", `NIK\n${one}\n`);
    const out = join(folder, place);
    fileWith("berkas.txt", "");
    expect(await validate(path, "--out", out)).toMatchObject({
      code: EXIT.usage,
      stderr: expect.stringContaining(`${out} bukan folder`),
    });
  });

  test("of no file is wrong usage", async () => {
    const { code, stderr } = await validate(join(folder, "nothing.csv"));
    expect([code, stderr.includes("There is no file")]).toEqual([EXIT.usage, true]);
  });
});
