import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DescribeTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { PublishCommand, SNSClient, SubscribeCommand } from "@aws-sdk/client-sns";
import { ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { describe, expect, it } from "vitest";
import { portOf } from "#local/emulators/loopback.ts";
import { readProvinceFile } from "#local/province-file.ts";
import { day } from "#shared/domain/day.ts";
import { clientOf, type SmallProvince, startSmallProvince } from "#test/local/fixtures/province.ts";
import { behaviourTemplate, CHAIN, CHAIN_AND_MORNING, FAILING_DAY } from "#test/local/fixtures/template.ts";

const mailsOf = (province: SmallProvince): readonly string[] => readdirSync(province.files.mails).sort();

async function receive(province: SmallProvince, QueueUrl: string | undefined): Promise<readonly string[]> {
  const sqs = new SQSClient(clientOf(province, "sqs"));
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  sqs.destroy();
  return Messages.map(({ Body = "" }) => Body);
}

describe("a province on this machine", () => {
  it("runs every day in between, each to its end, and hands the day's messages on in one batch", async () => {
    const province = await startSmallProvince(CHAIN);
    const days: string[] = [];
    await province.moveDay(
      day("2021-12-04"),
      async (it) => void days.push(`${it} at ${province.clock.now().slice(11, 16)}`),
    );
    expect(days).toEqual(["2021-12-02 at 01:00", "2021-12-03 at 01:00", "2021-12-04 at 01:00"]);
    const received = (await receive(province, province.outputs.SubscriberUrl)).map((body) => JSON.parse(body));
    expect(received.map(({ batch }) => batch)).toEqual([10, 10, 10]);
    expect(received.map(({ bodies }) => bodies[0].time)).toEqual([
      "2021-12-01T17:10:00Z",
      "2021-12-02T17:10:00Z",
      "2021-12-03T17:10:00Z",
    ]);
    await expect(province.moveDay(day("2021-12-03"))).rejects.toThrow("do not go back");
  });

  it("runs the schedules of a day in order of time, each when what the one before started is through", async () => {
    const province = await startSmallProvince(CHAIN_AND_MORNING);
    await province.moveDay(day("2021-12-02"));
    const received = (await receive(province, province.outputs.SubscriberUrl)).map((body) => JSON.parse(body));
    expect(received).toMatchObject([{ batch: 10 }, { time: "2021-12-02T00:00:00Z" }]);
  });

  it("tries a daily run that fails twice more, keeps it with the dead letters, and says so", async () => {
    const province = await startSmallProvince(FAILING_DAY);
    await expect(province.moveDay(day("2021-12-02"))).rejects.toThrow("Cakupan-test-Behaviour");
    expect(province.lines.filter((line) => line.includes("invocation failed"))).toHaveLength(3);
    expect(province.deadLetters()).toEqual([
      { queue: "Cakupan-test-MissedDays", body: '{"time":"2021-12-02T00:10:00Z"}' },
    ]);
  });

  it("starts a function for a caller of Lambda that does not wait, with its retries and dead letters, and no other way", async () => {
    const province = await startSmallProvince(FAILING_DAY);
    const lambda = new LambdaClient(clientOf(province, "lambda"));
    const FunctionName = "Cakupan-test-Behaviour";
    const asked = { FunctionName, InvocationType: "Event", Payload: '{"time":"x"}' } as const;
    expect((await lambda.send(new InvokeCommand(asked))).StatusCode).toBe(202);
    await province.idle();
    expect(province.deadLetters()).toEqual([{ queue: "Cakupan-test-MissedDays", body: '{"time":"x"}' }]);
    await expect(lambda.send(new InvokeCommand({ ...asked, FunctionName: "other" }))).rejects.toMatchObject({
      name: "ResourceNotFoundException",
    });
    await expect(lambda.send(new InvokeCommand({ FunctionName }))).rejects.toMatchObject({
      name: "InvalidParameterValueException",
    });
    lambda.destroy();
  });

  it("writes a mail to those whose filter lets the message through, with the text for mails", async () => {
    const province = await startSmallProvince(CHAIN);
    await province.moveDay(day("2021-12-02"));
    expect(mailsOf(province)).toEqual(["2021-12-02-0001-dinas@example.org.eml"]);
    const mail = readFileSync(join(province.files.mails, mailsOf(province)[0] ?? ""), "utf8");
    expect(mail).toContain("Subject: [Cakupan] test\r\n");
    expect(mail.split("\r\n\r\n")[1]).toMatch(/^Cakupan turun – {"batch":10/);
  });

  it("keeps the mails of the run before, and of no other", async () => {
    const directory = mkdtempSync(join(tmpdir(), "cakupan-again-"));
    for (const [place, name] of [
      ["mails", "surel.eml"],
      ["mails-before", "lama.eml"],
    ] as const) {
      mkdirSync(join(directory, place));
      writeFileSync(join(directory, place, name), "");
    }
    const { files } = await startSmallProvince(CHAIN, { directory });
    expect(files.earlierMails).toBe(join(directory, "mails-before"));
    expect(readdirSync(join(directory, "mails-before"))).toEqual(["surel.eml"]);
    expect(readdirSync(directory)).not.toContain("mails");
  });

  it("writes mails also to who subscribed while it ran, and refuses what SNS refuses", async () => {
    const province = await startSmallProvince(CHAIN);
    const sns = new SNSClient(clientOf(province, "sns"));
    const TopicArn = "arn:aws:sns:ap-southeast-3:000000000000:Cakupan-test-Topic";
    await sns.send(new SubscribeCommand({ TopicArn, Protocol: "email", Endpoint: "bupati@example.org" }));
    await sns.send(new PublishCommand({ TopicArn, Message: "halo" }));
    expect(mailsOf(province)).toEqual(["2021-12-01-0001-bupati@example.org.eml"]);
    const broken = new PublishCommand({ TopicArn, Message: '{"email":"halo"}', MessageStructure: "json" });
    await expect(sns.send(broken)).rejects.toMatchObject({ name: "InvalidParameterException" });
    sns.destroy();
  });

  it("has the tables and secrets of the template", async () => {
    const province = await startSmallProvince(behaviourTemplate());
    const dynamodb = new DynamoDBClient(clientOf(province, "dynamodb"));
    const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName: province.outputs.Table }));
    expect(Table).toMatchObject({ TableStatus: "ACTIVE", KeySchema: [{ AttributeName: "slice", KeyType: "HASH" }] });
    const secrets = new SecretsManagerClient(clientOf(province, "secretsmanager"));
    const { SecretString = "" } = await secrets.send(new GetSecretValueCommand({ SecretId: province.outputs.Secret }));
    expect(JSON.parse(SecretString).key).toMatch(/^[A-Za-z0-9]{64}$/);
    await expect(secrets.send(new GetSecretValueCommand({ SecretId: "other" }))).rejects.toMatchObject({
      name: "ResourceNotFoundException",
    });
    dynamodb.destroy();
    secrets.destroy();
  });

  it("is found by its file, which only its owner can read, until it stops", async () => {
    const province = await startSmallProvince(CHAIN);
    expect(readProvinceFile(province.files.province)).toMatchObject({
      pid: process.pid,
      province: "14",
      day: "2021-12-01",
      control: province.controlUrl,
    });
    expect(statSync(province.files.province).mode & 0o777).toBe(0o600);
    const left = JSON.parse(readFileSync(province.files.province, "utf8"));
    await province.stop();
    expect(readProvinceFile(province.files.province)).toBeNull();
    writeFileSync(province.files.province, JSON.stringify({ ...left, pid: 2 ** 22 + 1 }));
    expect(readProvinceFile(province.files.province)).toBeNull();
  });

  it("does not start twice in one directory", async () => {
    const province = await startSmallProvince(CHAIN);
    const directory = join(province.files.province, "..");
    await expect(startSmallProvince(CHAIN, { directory })).rejects.toThrow("runs already");
  });
});

describe("a province that cannot be built", () => {
  it("says why, and leaves no server and no file behind", async () => {
    const free = createServer().listen(0, "127.0.0.1");
    await once(free, "listening");
    const messaging = portOf(free);
    free.close();
    await once(free, "close");
    const unknown = { Resources: { Machine: { Type: "AWS::StepFunctions::StateMachine" } } };
    for (const _ of ["first", "the port is free again"]) {
      await expect(startSmallProvince(unknown, { ports: { messaging } })).rejects.toThrow(
        "AWS::StepFunctions::StateMachine",
      );
    }
  });
});

describe("the control endpoint", () => {
  it("moves the day and tells of each day as it ran", async () => {
    const province = await startSmallProvince(CHAIN);
    const response = await fetch(`${province.controlUrl}/day`, { method: "POST", body: '{"to":"2021-12-03"}' });
    const lines = (await response.text()).trim().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { day: "2021-12-02" },
      { day: "2021-12-03" },
      { done: true, day: "2021-12-03" },
    ]);
    expect(readProvinceFile(province.files.province)?.day).toBe("2021-12-03");
    const status = await (await fetch(`${province.controlUrl}/status`)).json();
    expect(status).toMatchObject({ day: "2021-12-03", idle: true, deadLetters: [{ messages: 0 }] });
    expect(await (await fetch(`${province.controlUrl}/idle`, { method: "POST" })).json()).toEqual({
      idle: true,
      day: "2021-12-03",
    });
  });

  it.each([
    ['{"to":"2021-11-30"}', 409],
    ['{"to":"2021-13-30"}', 400],
    ["{", 400],
  ])("refuses a day that cannot be: %s", async (body, status) => {
    const province = await startSmallProvince(CHAIN);
    expect((await fetch(`${province.controlUrl}/day`, { method: "POST", body })).status).toBe(status);
  });

  it.each([
    ["another host name", { host: "evil.example" }, 403],
    ["a web page", { origin: "http://evil.example" }, 403],
    ["this machine", { host: "localhost:1234" }, 200],
  ])("answers a request of %s with the right status", async (_, headers, expected) => {
    const province = await startSmallProvince(CHAIN);
    const status = await new Promise((resolve) => {
      request(`${province.controlUrl}/status`, { headers }, (response) => resolve(response.resume().statusCode)).end();
    });
    expect(status).toBe(expected);
  });
});
