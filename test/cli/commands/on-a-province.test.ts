// The commands against a province that runs in this process, found as people's commands find it: by its file.
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { COMMANDS } from "#cli/commands.ts";
import { EXIT } from "#cli/exit-codes.ts";
import { main } from "#cli/main.ts";
import { type LocalProvince, startLocalProvince } from "#local/local-province.ts";
import { syntheticWorkers } from "#local/replay/workers.ts";
import { accessProvince } from "#shared/adapters/aws/province-access.ts";
import { addDays, isDay } from "#shared/domain/day.ts";
import { regencyCode } from "#shared/domain/region.ts";
import { recorder } from "../recorder.ts";

const directory = mkdtempSync(join(tmpdir(), "cakupan-cli-"));
const niks = syntheticWorkers(regencyCode("14.03"), 0, 300).map(({ nik }) => nik);
let province: LocalProvince;

beforeAll(async () => {
  vi.stubEnv("CAKUPAN_DIRECTORY", directory);
  province = await startLocalProvince({ province: "14", day: "2023-11-20", directory });
}, 120_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await province.stop();
});

function roster(name: string, rows: readonly string[]): string {
  const path = join(directory, name);
  writeFileSync(path, `NIK,MULAI,AKHIR\n${rows.join("\n")}\n`);
  return path;
}

async function cakupan(...words: readonly string[]) {
  const stdout = recorder();
  const stderr = recorder();
  const code = await main(COMMANDS, [...words, "--json"], { stdout, stderr });
  const answer: unknown = stdout.text() === "" ? null : JSON.parse(stdout.text());
  return { code, answer, stderr: stderr.text() };
}

const dated = z.object({ asOf: z.string().refine(isDay) });
const uploaded = z.object({ receipt: z.object({ uploadId: z.string() }) });
const refusedIn = z.object({ refusedFiles: z.object({ files: z.array(z.object({ uploadId: z.string() })) }) });
const signed = z.object({
  forms: z.array(z.object({ url: z.url(), fields: z.record(z.string(), z.string()) })),
});
const previewed = z.object({
  coverage: z.array(z.object({ month: z.string(), before: z.number(), after: z.number() })),
});
const monthOf = (answer: unknown, month: string) =>
  previewed.parse(answer).coverage.find((step) => step.month === month);
const toTheEndOf2023 = niks.map((nik) => `${nik},2023-01,2023-12`);

function isCoverage({ kind }: { readonly kind: string }): boolean {
  return kind.startsWith("coverage.");
}

describe("the commands on a running province", { timeout: 60_000 }, () => {
  test("upload waits until the coverage is there, and exits by what became of the rows", async () => {
    const path = roster("pekerja.csv", [...toTheEndOf2023, "123,2023-01,2023-12"]);
    const { code, answer } = await cakupan("upload", path, "--roster", "14.03/rentan/apbd-2023");
    expect(code).toBe(EXIT.rowsRejected);
    expect(answer).toMatchObject({
      receipt: { status: "applied", version: 1, rows: { read: 301, accepted: 300 }, changes: { enrolled: 300 } },
      coverage: { month: "2023-11", before: 0, after: 300 },
      links: { rejectedRows: expect.stringContaining(".add.csv") },
    });
    const again = await cakupan("receipt", uploaded.parse(answer).receipt.uploadId);
    expect([again.code, again.answer]).toMatchObject([EXIT.rowsRejected, { rows: { rejected: 1 } }]);
  });

  test("reference sends workforce figures, waits for the receipt, and coverage is held against them", async () => {
    const rate = (await cakupan("coverage", "14.03", "--month", "2023-12")).answer;
    expect(rate).toMatchObject({ covered: 300, rate: null, workforce: null });
    const { code, answer } = await cakupan("reference", "data/14/workforce.csv", "--as", "workforce");
    expect([code, answer]).toMatchObject([
      EXIT.ok,
      {
        receipt: {
          kind: "workforce",
          status: "applied",
          counts: { read: 4, applied: 4 },
          regencies: ["14.03", "14.08"],
        },
      },
    ]);
    const again = await cakupan("reference", "data/14/workforce.csv", "--as", "workforce");
    expect([again.code, again.answer]).toMatchObject([EXIT.ok, { receipt: { status: "unchanged" } }]);
    const told = await cakupan("receipt", uploaded.parse(answer).receipt.uploadId);
    expect([told.code, told.answer]).toMatchObject([EXIT.ok, { kind: "workforce", status: "applied" }]);
    expect((await cakupan("coverage", "14.03", "--month", "2023-12")).answer).toMatchObject({ rate: 0.0012 });
  });

  test("reference sends an agreement to its place, and agreements lists it", async () => {
    const words = (path: string) => ["reference", path, "--as", "agreement", "--agreement", "14.03/apbd-2022"] as const;
    expect((await cakupan("agreements")).answer).toEqual([]);
    const seed = "data/14/agreements/14.03/apbd-2022.json";
    const sent = await cakupan(...words(seed));
    expect([sent.code, sent.answer]).toMatchObject([
      EXIT.ok,
      { receipt: { agreement: "14.03/apbd-2022", fileName: "apbd-2022.json", status: "applied" } },
    ]);
    const { answer } = await cakupan("agreements", "14.03");
    expect(answer).toEqual([
      {
        regency: "14.03",
        slug: "apbd-2022",
        ...JSON.parse(readFileSync(seed, "utf8")),
        money: [
          {
            first: "2022-11",
            due: { rupiah: 14 * 24_000 * 16_800, by: "planned", months: 14, of: 14 },
            paidUntil: null,
            enough: null,
            doubt: null,
          },
        ],
        reports: [{ roster: "14.03/rentan/apbd-2022", reportedOn: null, daysSilent: null, overdue: false }],
      },
    ]);
    expect((await cakupan("agreements", "14.08")).answer).toEqual([]);

    const overlapping = join(directory, "tumpang-tindih.json");
    writeFileSync(overlapping, readFileSync(seed, "utf8").replace('"2022-11"', '"2023-01"'));
    const refused = await cakupan(...words(overlapping));
    expect([refused.code, refused.answer]).toMatchObject([
      EXIT.refused,
      { receipt: { status: "refused", file: [{ code: "period-overlaps" }] } },
    ]);
  });

  test("reference that is not through in time exits with 5", async () => {
    const words = ["reference", "data/14/claims-2022.csv", "--as", "claims", "--timeout", "0.001"] as const;
    expect(await cakupan(...words)).toMatchObject({ code: EXIT.timedOut, answer: { receipt: null } });
    await province.idle();
  });

  test("the same file again changes nothing", async () => {
    const { code, answer } = await cakupan(
      "upload",
      roster("pekerja-2.csv", toTheEndOf2023),
      "--roster",
      "14.03/rentan/apbd-2023",
    );
    expect(code).toBe(EXIT.ok);
    expect(answer).toMatchObject({
      receipt: { changes: { enrolled: 0, unchanged: 300 } },
      coverage: { before: 300, after: 300 },
    });
  });

  test("coverage of a regency names rosters, overlap and months", async () => {
    const path = roster(
      "dua.csv",
      niks.slice(0, 20).map((nik) => `${nik},2023-11,`),
    );
    expect((await cakupan("upload", path, "--roster", "14.03/bpu/wadah-a")).code).toBe(EXIT.ok);
    const { code, answer } = await cakupan("coverage", "14.03", "--month", "2023-12");
    expect(code).toBe(EXIT.ok);
    expect(answer).toMatchObject({
      regency: "14.03",
      month: "2023-12",
      covered: 300,
      overlap: 20,
      segments: { rentan: 300, bpu: 20 },
      workforce: { workers: 253_988, year: 2022 },
      rosters: [
        { roster: "14.03/bpu/wadah-a", workers: 20, reportedOn: "2023-11-20", overdue: false },
        { roster: "14.03/rentan/apbd-2023", workers: 300 },
      ],
      overlaps: [{ workers: 20 }],
    });
  });

  test("coverage of the province is a list of all its regencies", async () => {
    const { answer } = await cakupan("coverage");
    expect(answer).toHaveLength(12);
    expect((await cakupan("coverage", "14")).answer).toEqual(answer);
    expect((await cakupan("agreements", "14")).answer).toEqual((await cakupan("agreements")).answer);
    expect(answer).toContainEqual(expect.objectContaining({ regency: "14.03", month: "2023-11", covered: 300 }));
    expect(answer).toContainEqual({ regency: "14.01", name: "Kabupaten Kampar", month: "2023-11", covered: null });
  });

  test("report writes the pages of a regency and of the province, once, and tells the same as data", async () => {
    const out = join(directory, "laporan.html");
    const words = ["report", "14.03", "--month", "2023-11", "--out", out] as const;
    const { code, answer } = await cakupan(...words);
    expect([code, answer]).toMatchObject([
      EXIT.ok,
      {
        file: out,
        period: { kind: "month", last: "2023-11" },
        trial: true,
        regencies: [
          {
            regency: "14.03",
            covered: 300,
            rates: [{ rate: 0.0012, year: 2022 }],
            segments: [{ segment: "bpu" }, { segment: "rentan", sponsors: [{ sponsor: null, workers: 300 }] }],
            agreements: [{ agreement: "14.03/apbd-2022", hasRoster: false, due: { by: "planned" } }],
            lapses: [{ firstDay: "2024-01-01", before: 300, after: 20 }],
          },
        ],
      },
    ]);
    expect(readFileSync(out, "utf8")).toContain("Kabupaten Bengkalis, November 2023");
    expect((await cakupan(...words)).code).toBe(EXIT.usage);
    expect((await cakupan("report", "14.03", "--month", "2023-11")).answer).toEqual({ ...Object(answer), file: null });
    expect(existsSync("laporan-14.03-2023-11.html")).toBe(false);
    const whole = await cakupan("report", "14", "--year", "2023", "--out", out, "--force");
    expect([whole.code, whole.answer]).toMatchObject([EXIT.ok, { period: { first: "2023-01", last: "2023-11" } }]);
    expect(readFileSync(out, "utf8")).toContain("Provinsi Riau, Januari – November 2023");

    const other = join(directory, "lain.html");
    expect((await cakupan("report", "14.03", "--month", "2024-02", "--out", other)).code).toBe(EXIT.usage);
    expect((await cakupan("report", "14.01", "--out", other)).code).toBe(EXIT.usage);
    expect((await cakupan("report", "--year", "2023", "--month", "2023-02", "--out", other)).code).toBe(EXIT.usage);
    expect((await cakupan("report", "21.71", "--out", other)).code).toBe(EXIT.usage);
  });

  test("a month of which nothing is known is not shown as nobody covered", async () => {
    const { code, stderr } = await cakupan("coverage", "14.03", "--month", "2031-01");
    expect([code, stderr]).toEqual([EXIT.usage, expect.stringContaining("Bengkalis, January 2031.")]);
    for (const words of [
      ["14.01"],
      ["--month", "2031-01"],
      ["--known-on", "2020-12-01"],
      ["14.03", "--known-on", "2020-12-01"],
    ])
      expect((await cakupan("coverage", ...words)).code).toBe(EXIT.usage);
  });

  test("preview tells what an upload would change, and changes nothing", async () => {
    const rosterName = "14.03/rentan/apbd-2023";
    const before = (await cakupan("coverage", "14.03", "--month", "2023-12")).answer;
    const some = roster("p1.csv", [...toTheEndOf2023.slice(0, 295), `${niks[295]},2023-01,2024-02`, "123,2023-01,"]);
    const held = await cakupan("preview", some, "--roster", rosterName);
    expect([held.code, held.answer]).toMatchObject([
      EXIT.held,
      {
        receipt: { status: "held", version: null, changes: { changed: 1, unchanged: 295, withheld: 4 } },
        alerts: [{ kind: "roster.held", severity: "critical", withheld: 4 }],
      },
    ]);
    const added = await cakupan("preview", some, "--roster", rosterName, "--mode", "add");
    expect([added.code, added.answer]).toMatchObject([
      EXIT.rowsRejected,
      { receipt: { mode: "add", changes: { changed: 1, unchanged: 295, withheld: 0 } } },
    ]);
    expect(monthOf(added.answer, "2023-12")).toEqual({ month: "2023-12", before: 300, after: 300 });
    expect(monthOf(added.answer, "2024-02")).toEqual({ month: "2024-02", before: 20, after: 21 });

    const ended = roster(
      "p2.end.csv",
      niks.slice(20, 170).map((nik) => `${nik},,2023-10`),
    );
    // The rest of the roster ends with the year.
    const { alerts, comingAlerts } = added.answer as Record<"alerts" | "comingAlerts", { readonly kind: string }[]>;
    expect(alerts).toEqual([]);
    expect(comingAlerts.filter(isCoverage)).toMatchObject([
      { kind: "coverage.lapsing", asOf: "2023-12-02", before: 300, after: 21, change: -279 },
      { kind: "coverage.lapsing", asOf: "2023-12-25" },
      { kind: "coverage.dropped", asOf: "2024-01-01", before: 300, after: 21, change: -279 },
    ]);
    const { code, answer } = await cakupan("preview", ended, "--roster", rosterName);
    expect([code, answer]).toMatchObject([EXIT.ok, { receipt: { mode: "end", changes: { ended: 150 } } }]);
    expect(monthOf(answer, "2023-12")).toEqual({ month: "2023-12", before: 300, after: 150 });
    expect((await cakupan("coverage", "14.03", "--month", "2023-12")).answer).toEqual(before);
    expect((await cakupan("preview", some, "--roster", "21.71/bpu/wadah-a")).code).toBe(EXIT.usage);
  });

  test("validate checks as of the day of the province that runs here", async () => {
    const path = roster("periksa.csv", toTheEndOf2023);
    const { code, answer } = await cakupan("validate", path, "--roster", "14.03/rentan/apbd-2023");
    expect([code, answer]).toMatchObject([EXIT.ok, { asOf: "2023-11-20" }]);
  });

  test("day moves the province until a protection ends, and alerts tells of it", async () => {
    const told = async () =>
      ((await cakupan("alerts", "14.03")).answer as { kind: string; asOf: string }[]).filter(isCoverage);
    expect((await told()).map(({ kind, asOf }) => `${asOf} ${kind}`)).toEqual(["2023-11-20 coverage.lapsing"]);
    expect(await cakupan("day", "2024-01-01")).toMatchObject({
      code: EXIT.ok,
      answer: { day: "2024-01-01" },
    });
    expect((await told()).slice(1)).toMatchObject([
      { kind: "coverage.lapsing", asOf: "2023-12-02", before: 300, after: 20, change: -280 },
      { kind: "coverage.lapsing", asOf: "2023-12-25" },
      { kind: "coverage.dropped", before: 300, after: 20, change: -280, asOf: "2024-01-01" },
    ]);
    expect(await cakupan("day", "2034-02-01")).toMatchObject({
      code: EXIT.usage,
      stderr: expect.stringContaining("2034-02-01 is 3,684 days after 2024-01-01"),
    });
    expect(await cakupan("day", "2023-12-31")).toMatchObject({
      code: EXIT.usage,
      stderr: expect.stringContaining("the province is at 2024-01-01"),
    });
  });

  test("a refused file exits with 2, and status names it until the roster gets another", async () => {
    const photo = join(directory, "foto.csv");
    writeFileSync(photo, Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"));
    expect(await cakupan("preview", photo, "--roster", "14.03/bpu/wadah-a")).toMatchObject({
      code: EXIT.refused,
      answer: { alerts: [{ kind: "roster.refused", fileName: "foto.csv" }] },
    });
    expect((await cakupan("upload", photo, "--roster", "14.03/bpu/wadah-a")).code).toBe(EXIT.refused);
    expect((await cakupan("status")).answer).toMatchObject({
      lastDailyRun: "2024-01-01",
      uploads: { planned: [], held: [], refused: [{ fileName: "foto.csv" }] },
      notCounted: [],
      overdueLists: [],
      keyChanges: false,
    });
    const path = roster(
      "tiga.csv",
      niks.slice(0, 20).map((nik) => `${nik},2023-11,`),
    );
    expect((await cakupan("upload", path, "--roster", "14.03/bpu/wadah-a")).code).toBe(EXIT.ok);
    expect((await cakupan("status")).answer).toMatchObject({ uploads: { refused: [] } });
  });

  test("status names each refused file that stands in no roster's list, and receipt tells more of it", async () => {
    const access = accessProvince(province.outputs, province.endpoints);
    await access.uploader.put("rosters/1403/rentan/apbd/salah.csv", Buffer.from(`NIK\n${niks[0]}\n`));
    await province.idle();
    access.close();
    const { answer } = await cakupan("status");
    expect(answer).toMatchObject({
      refusedFiles: {
        // The agreement was sent, and refused, by a test before.
        files: [{ fileName: expect.stringMatching(/^agreement\//) }, { fileName: "1403/rentan/apbd/salah.csv" }],
        earlier: 0,
      },
    });
    const { uploadId = "" } = refusedIn.parse(answer).refusedFiles.files.at(-1) ?? {};
    for (const written of [uploadId, `${uploadId.slice(0, 8)}…`])
      expect(await cakupan("receipt", written)).toMatchObject({ code: EXIT.refused, answer: { uploadId } });
    // It is told, of the province, because no regency is named.
    await province.idle();
    const told = { kind: "roster.refused", regency: null, uploadId };
    for (const whole of [["alerts"], ["alerts", "14"]])
      expect((await cakupan(...whole)).answer).toContainEqual(expect.objectContaining(told));
    expect((await cakupan("alerts", "14.03")).answer).not.toContainEqual(expect.objectContaining(told));
  });

  test("removals that are held wait until they are released or discarded", async () => {
    const rosterName = "14.03/rentan/ditahan";
    const all = niks.map((nik) => `${nik},2024-01,2024-12`);
    expect((await cakupan("upload", roster("h1.csv", all), "--roster", rosterName)).code).toBe(EXIT.ok);
    const empty = await cakupan("preview", roster("h0.csv", []), "--roster", rosterName);
    expect([empty.code, empty.answer]).toMatchObject([EXIT.held, { alerts: [{ kind: "roster.held", withheld: 300 }] }]);
    const short = await cakupan("upload", roster("h2.csv", all.slice(0, 100)), "--roster", rosterName);
    expect([short.code, short.answer]).toMatchObject([
      EXIT.held,
      { receipt: { changes: { withheld: 200, ended: 0 } } },
    ]);
    const first = uploaded.parse(short.answer).receipt.uploadId;
    expect((await cakupan("status")).answer).toMatchObject({ uploads: { held: [{ uploadId: first }] } });

    for (const none of ["0", "zzzz", "3f2a…"]) expect((await cakupan("discard", none)).code).toBe(EXIT.usage);
    const discarded = await cakupan("discard", first.slice(0, 8));
    expect([discarded.code, discarded.answer]).toMatchObject([
      EXIT.ok,
      { receipt: { status: "applied", decision: "discard" }, links: { page: expect.stringContaining(".html") } },
    ]);
    expect(discarded.stderr).toMatch(/discard .*\n.*menunggu.*\n.*waiting until 14\.03\/rentan\/ditahan .*300 seconds/);
    expect((await cakupan("status")).answer).toMatchObject({ uploads: { held: [] } });
    expect((await cakupan("release", first)).code).toBe(EXIT.failed);

    const again = await cakupan("upload", roster("h3.csv", all.slice(0, 100)), "--roster", rosterName);
    expect(again.code).toBe(EXIT.held);
    const released = await cakupan("release", uploaded.parse(again.answer).receipt.uploadId);
    expect([released.code, released.answer]).toMatchObject([
      EXIT.ok,
      {
        receipt: { status: "applied", decision: "release", changes: { ended: 200, withheld: 0 } },
        coverage: { month: "2024-01", before: expect.any(Number), after: expect.any(Number) },
      },
    ]);
    expect((await cakupan("release", "0123456789abcdef0123")).code).toBe(EXIT.usage);
  });

  test("a hold on which nobody can decide any more is not shown as one that waits", async () => {
    const rosterName = "14.03/rentan/berubah";
    const all = niks.map((nik) => `${nik},2024-01,2024-12`);
    await cakupan("upload", roster("b1.csv", all.slice(0, 60)), "--roster", rosterName);
    const short = await cakupan("upload", roster("b2.csv", all.slice(0, 30)), "--roster", rosterName);
    const { uploadId } = uploaded.parse(short.answer).receipt;
    expect((await cakupan("receipt", uploadId)).code).toBe(EXIT.held);
    const added = roster("b3.add.csv", all.slice(60, 62));
    const lapses = { receipt: { file: [{ code: "hold-lapses" }] } };
    expect((await cakupan("preview", added, "--roster", rosterName)).answer).toMatchObject(lapses);
    expect((await cakupan("upload", added, "--roster", rosterName)).answer).toMatchObject(lapses);
    // A message concludes it.
    await vi.waitFor(async () => expect((await cakupan("receipt", uploadId)).code).not.toBe(EXIT.held), 20_000);
    const later = await cakupan("receipt", uploadId);
    expect([later.code, later.answer]).toMatchObject([
      EXIT.superseded,
      { status: "superseded", changes: { withheld: 30 }, file: [{ code: "hold-overtaken" }] },
    ]);
    const { answer } = await cakupan("history", rosterName);
    expect(answer).toMatchObject({ history: [{ status: "applied" }, { status: "superseded" }, { status: "applied" }] });
    expect((await cakupan("status")).answer).toMatchObject({ uploads: { held: [] } });
  });

  test("preview tells the alerts that an upload would set off, and sets off none", async () => {
    const path = roster(
      "penuh.csv",
      niks.map((nik) => `${nik},2024-01,`),
    );
    expect((await cakupan("upload", path, "--roster", "14.03/rentan/penuh")).code).toBe(EXIT.ok);
    expect(await cakupan("day", "2024-01-03")).toMatchObject({ code: EXIT.ok, answer: { alerts: expect.any(Array) } });
    const sent = (await cakupan("alerts", "14.03")).answer;
    const everybody = roster(
      "penuh.end.csv",
      niks.map((nik) => `${nik},,2023-12`),
    );
    const { code, answer } = await cakupan("preview", everybody, "--roster", "14.03/rentan/penuh");
    expect([code, answer]).toMatchObject([
      EXIT.ok,
      {
        receipt: { changes: { ended: 300 } },
        alerts: [{ kind: "coverage.dropped", severity: "critical", before: 300, after: 100, change: -200 }],
      },
    ]);
    expect((await cakupan("alerts", "14.03")).answer).toEqual(sent);
  });

  test("link writes a page by which a browser puts a file into one roster", async () => {
    const out = join(directory, "unggah.html");
    const words = ["link", "--roster", "14.03/bpu/wadah-link", "--hours", "1", "--out", out] as const;
    const { code, answer } = await cakupan(...words);
    expect([code, answer]).toMatchObject([EXIT.ok, { file: out, prefix: "rosters/14.03/bpu/wadah-link/" }]);
    const page = readFileSync(out, "utf8");
    const [, script = ""] = /<script>(.*?)<\/script>/s.exec(page) ?? [];
    expect(page).toContain(createHash("sha256").update(script).digest("base64"));

    // As the page's script does it.
    const [, data = ""] = /id="link">(.*?)<\/script>/s.exec(page) ?? [];
    const [form] = signed.parse(JSON.parse(data)).forms;
    const body = new FormData();
    for (const [name, value] of Object.entries(form?.fields ?? {})) body.append(name, value);
    body.set("key", "rosters/14.03/bpu/wadah-link/seret.csv");
    body.append("file", new Blob([`NIK\n${niks[7]}\n`]), "seret.csv");
    const response = await fetch(form?.url ?? "", { method: "POST", body, headers: { origin: "null" } });
    expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([201, "*"]);
    await province.idle();
    const rosters = (await cakupan("coverage", "14.03")).answer;
    expect(rosters).toMatchObject({
      rosters: expect.arrayContaining([expect.objectContaining({ roster: "14.03/bpu/wadah-link", version: 1 })]),
    });
    expect((await cakupan("link", "--roster", "14.03/bpu/wadah-link", "--hours", "200")).code).toBe(EXIT.usage);
    expect((await cakupan(...words)).code).toBe(EXIT.usage);
    expect(readFileSync(out, "utf8")).toBe(page);
    expect((await cakupan(...words, "--force")).code).toBe(EXIT.ok);
  });

  test("coverage as it was known on an earlier day leaves out what came later, and a day to come cannot be asked", async () => {
    const rosterName = "14.05/rentan/dulu";
    const first = roster(
      "dulu-1.csv",
      niks.slice(0, 100).map((nik) => `${nik},2024-01,`),
    );
    expect((await cakupan("upload", first, "--roster", rosterName)).code).toBe(EXIT.ok);
    const before = (await cakupan("coverage", "14.05", "--month", "2024-02")).answer;
    const day = dated.parse(before).asOf;
    await province.moveDay(addDays(day, 1), () => {});
    const more = roster(
      "dulu-2.add.csv",
      niks.slice(100, 130).map((nik) => `${nik},2024-01,`),
    );
    expect((await cakupan("upload", more, "--roster", rosterName)).code).toBe(EXIT.ok);

    const words = ["coverage", "14.05", "--month", "2024-02", "--known-on"] as const;
    const then = await cakupan(...words, day);
    expect(then).toMatchObject({ code: EXIT.ok, answer: { covered: 100, knownOn: day, rosters: [{ version: 1 }] } });
    const now = await cakupan(...words, addDays(day, 1));
    expect(now.answer).toMatchObject({ covered: 130, rosters: [{ version: 2 }] });
    expect((await cakupan(...words, addDays(day, -1))).code).toBe(EXIT.usage);
    expect(await cakupan(...words, "2031-01-01")).toMatchObject({
      code: EXIT.usage,
      stderr: expect.stringContaining("has not come"),
    });
    const { answer } = await cakupan("coverage", "--month", "2024-02", "--known-on", day);
    expect(answer).toHaveLength(12);
    expect(answer).toContainEqual(expect.objectContaining({ regency: "14.05", covered: 100, knownOn: day }));
  });

  test("history tells every version and upload of a roster, oldest first", async () => {
    const { code, answer } = await cakupan("history", "14.03/rentan/ditahan");
    expect(code).toBe(EXIT.ok);
    expect(answer).toMatchObject({
      current: expect.any(Number),
      history: [
        { version: 1, base: 0, current: false, fileName: "h1.csv", status: "applied", changes: { enrolled: 300 } },
        { version: null, fileName: "h2.csv", status: "discarded", changes: { withheld: 200 } },
        {
          current: true,
          fileName: "h3.csv",
          status: "released",
          changes: { ended: 200 },
          decidedOn: expect.any(String),
        },
      ],
    });
    const refused = (await cakupan("history", "14.03/bpu/wadah-a")).answer;
    expect(refused).toMatchObject({
      history: expect.arrayContaining([
        expect.objectContaining({ version: null, fileName: "foto.csv", status: "refused", requester: "000000000000" }),
      ]),
    });
    expect((await cakupan("history", "14.03/rentan/tidak-ada")).code).toBe(EXIT.usage);
    expect((await cakupan("history", "1403/rentan/apbd")).code).toBe(EXIT.usage);
  });

  test("reconcile finds everything as it should be", async () => {
    expect(await cakupan("reconcile", "--dry-run", "--older-than", "1")).toMatchObject({
      code: EXIT.ok,
      answer: { dryRun: true, regencies: 12, findings: [] },
    });
  });

  test("nothing is put under a name that may be a NIK, or in another province", async () => {
    const path = roster("empat.csv", toTheEndOf2023);
    const named = await cakupan("upload", path, "--roster", "14.03/bpu/wadah-a", "--name", `${niks[0]}.csv`);
    expect(named.code).toBe(EXIT.usage);
    expect((await cakupan("upload", path, "--roster", "21.71/bpu/wadah-a")).code).toBe(EXIT.usage);
  });

  test("an upload that is not through in time exits with 5", async () => {
    const path = roster("lima.csv", toTheEndOf2023);
    const { code, answer } = await cakupan("upload", path, "--roster", "14.03/bpu/wadah-b", "--timeout", "0.001");
    expect([code, answer]).toEqual([EXIT.timedOut, { receipt: null, coverage: null, links: null }]);
    await province.idle();
  });
});
