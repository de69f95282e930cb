import { afterEach, expect, test, vi } from "vitest";
import { awsSetupComplaint } from "#cli/aws-setup.ts";
import { COMMANDS } from "#cli/commands.ts";
import { EXIT } from "#cli/exit-codes.ts";
import { main } from "#cli/main.ts";
import { recorder } from "./recorder.ts";

afterEach(() => vi.unstubAllEnvs());

/** As a machine on which nobody has set up AWS. */
function withoutAws(): void {
  for (const name of ["AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"])
    vi.stubEnv(name, undefined);
  vi.stubEnv("AWS_EC2_METADATA_DISABLED", "true");
  vi.stubEnv("AWS_CONFIG_FILE", "/dev/null");
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
}

async function status() {
  const stdout = recorder();
  const stderr = recorder();
  const code = await main(COMMANDS, ["status", "--province", "14"], { stdout, stderr });
  return { code, stderr: stderr.text() };
}

test("without a region the command says what to set, and how to ask the province on this machine", async () => {
  withoutAws();
  const { code, stderr } = await status();
  expect(code).toBe(EXIT.failed);
  expect(stderr).toMatch(/^Region AWS belum disebut: `export AWS_REGION=ap-southeast-3`/);
  expect(stderr).toContain("The AWS region is not set: `export AWS_REGION=ap-southeast-3`");
  expect(stderr).toContain("`npm start`, then the command without --province");
});

test("without credentials it says how to get them", async () => {
  withoutAws();
  vi.stubEnv("AWS_REGION", "ap-southeast-3");
  const { code, stderr } = await status();
  expect(code).toBe(EXIT.failed);
  expect(stderr).toContain("Kredensial AWS tidak ada");
  expect(stderr).toContain("There are no AWS credentials: log in first");
});

test.each([
  ["ExpiredTokenException", "", "log in again"],
  ["AccessDeniedException", "not authorized to perform: sqs:ReceiveMessage.", "sqs:ReceiveMessage. Which rights"],
])("%s is told with the way out", (name, message, told) => {
  expect(awsSetupComplaint(Object.assign(new Error(message), { name }))?.message).toContain(told);
});

test("no answer is told as such, and what is no matter of the setup is left as it is", () => {
  expect(awsSetupComplaint(Object.assign(new Error("x"), { code: "ENOTFOUND" }))?.message).toContain("(ENOTFOUND)");
  expect(awsSetupComplaint(new TypeError("a fault of ours"))).toBeNull();
  expect(awsSetupComplaint("text")).toBeNull();
});
