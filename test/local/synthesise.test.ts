import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readAssembly } from "#local/synthesise.ts";

function writeAssembly(): string {
  const directory = mkdtempSync(join(tmpdir(), "cakupan-assembly-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const properties = { templateFile: "Cakupan-14.template.json" };
  const artifacts = {
    "Cakupan-14": { type: "aws:cloudformation:stack", environment: "aws://unknown-account/ap-southeast-3", properties },
  };
  const files = {
    abc: { source: { path: "asset.abc", packaging: "zip" }, destinations: { current: { objectKey: "abc.zip" } } },
  };
  writeFileSync(join(directory, "manifest.json"), JSON.stringify({ artifacts }));
  writeFileSync(join(directory, "Cakupan-14.assets.json"), JSON.stringify({ files }));
  writeFileSync(join(directory, "Cakupan-14.template.json"), JSON.stringify({ Resources: {} }));
  return directory;
}

describe("an assembly that was synthesised", () => {
  it("gives the template, its region, and where each bundle lies", () => {
    const directory = writeAssembly();
    const assembly = readAssembly(directory, "Cakupan-14");
    expect(assembly).toMatchObject({ stackName: "Cakupan-14", region: "ap-southeast-3", template: { Resources: {} } });
    expect(assembly.assetDirectory("abc.zip")).toBe(join(directory, "asset.abc"));
  });

  it("names the stack or the bundle that it does not have", () => {
    const directory = writeAssembly();
    expect(() => readAssembly(directory, "Cakupan-11")).toThrow("Cakupan-11");
    expect(() => readAssembly(directory, "Cakupan-14").assetDirectory("other.zip")).toThrow("other.zip");
  });
});
