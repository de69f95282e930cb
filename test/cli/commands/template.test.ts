import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { COMMANDS } from "#cli/commands.ts";
import { EXIT } from "#cli/exit-codes.ts";
import { main } from "#cli/main.ts";
import { recorder } from "../recorder.ts";

const folder = mkdtempSync(join(tmpdir(), "cakupan-template-"));

async function template(...words: readonly string[]) {
  const stdout = recorder();
  const stderr = recorder();
  const code = await main(COMMANDS, ["template", ...words], { stdout, stderr });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

test("template writes an empty workbook for a segment", async () => {
  const out = join(folder, "kosong.xlsx");
  const { code, stdout } = await template("--segment", "rentan", "--out", out, "--json");
  expect(code).toBe(EXIT.ok);
  expect(JSON.parse(stdout)).toMatchObject({ file: out, segment: "rentan", columns: expect.arrayContaining(["NIK"]) });
  expect(readFileSync(out).subarray(0, 2).toString()).toBe("PK");
});

test("template keeps a workbook that is there already, unless told to overwrite it", async () => {
  const out = join(folder, "diisi.xlsx");
  writeFileSync(out, "filled in");
  const refused = await template("--segment", "rentan", "--out", out);
  expect(refused).toMatchObject({ code: EXIT.usage, stderr: expect.stringContaining(out) });
  expect(refused.stderr).toContain("--force");
  expect(readFileSync(out, "utf8")).toBe("filled in");
  expect((await template("--segment", "rentan", "--out", out, "--force")).code).toBe(EXIT.ok);
  expect(readFileSync(out).subarray(0, 2).toString()).toBe("PK");
});

test("template makes the folder of the file, and takes no folder for the file", async () => {
  expect(await template("--segment", "rentan", "--out", folder)).toMatchObject({
    code: EXIT.usage,
    stderr: expect.stringContaining(`${folder} is a folder; name the file in it too, e.g. ${folder}/FILE`),
  });
  const out = join(folder, "baru", "lagi", "x.xlsx");
  expect((await template("--segment", "rentan", "--out", out)).code).toBe(EXIT.ok);
  expect(readFileSync(out).subarray(0, 2).toString()).toBe("PK");
  expect(await template("--segment", "rentan", "--out", join(out, "y.xlsx"))).toMatchObject({
    code: EXIT.usage,
    stderr: expect.stringContaining(`${out} is no folder; choose another place`),
  });
});

test("template of no segment, or of one that there is not, is wrong usage", async () => {
  expect(await template()).toMatchObject({ code: EXIT.usage, stderr: expect.stringContaining("rentan") });
  expect(await template("--segment", "renten")).toMatchObject({
    code: EXIT.usage,
    stderr: expect.stringContaining("did you mean rentan?"),
  });
});

test("template --agreement writes an empty agreement, and takes no segment", async () => {
  const out = join(folder, "perjanjian.xlsx");
  const { code, stdout } = await template("--agreement", "--out", out, "--json");
  expect(code).toBe(EXIT.ok);
  expect(JSON.parse(stdout)).toMatchObject({ file: out, fields: expect.arrayContaining(["SPONSOR"]) });
  expect(readFileSync(out).subarray(0, 2).toString()).toBe("PK");
  expect((await template("--agreement", "--segment", "rentan")).code).toBe(EXIT.usage);
});
