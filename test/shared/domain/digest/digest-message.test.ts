import { expect, test } from "vitest";
import { digest as digestSchema } from "#events/digest.ts";
import { digestMessage } from "#shared/adapters/aws/sns-digest-topic.ts";
import { day } from "#shared/domain/day.ts";
import { digestSubject, digestText } from "#shared/domain/digest/digest-message.ts";
import { LONGEST_PARAGRAPH, shortMessage } from "#shared/domain/digest/short-message.ts";
import { MOST_IN_A_MAIL, takeDigest } from "#shared/domain/digest/take-digest.ts";
import { allProvinces, provinceCode } from "#shared/domain/region.ts";
import sample from "../../../../events/samples/digest.json" with { type: "json" };
import { anyAlert } from "./any-alert.ts";

const MORNING = day("2024-01-01");
const DAYS = { from: MORNING, to: MORNING };
const digestOf = (alerts: readonly ReturnType<typeof anyAlert>[], province = "14") =>
  takeDigest(null, alerts, DAYS, { province: provinceCode(province), asOf: MORNING }).digests;

test("the sample is the digest of the sample alert", () => {
  const alert = anyAlert(sample.alerts[0]?.alertId ?? "", { asOf: MORNING, severity: "critical" });
  expect(digestOf([alert]).map((one) => digestSchema.encode(one))).toEqual([sample]);
});

test("the mail is Indonesian first, then English: how many, a paragraph and an id for each, how many again", () => {
  const [digest] = digestOf([
    anyAlert("b", {
      asOf: "2024-01-01",
      message: { id: "Turun\n300 pekerja.\n\nRincian: -", en: "Fell\nby 300 workers.\n\nDetails: -" },
    }),
    anyAlert("a", {
      asOf: "2023-12-31",
      severity: "critical",
      message: { id: "KRITIS: habis.", en: "CRITICAL: ended." },
    }),
  ]);
  expect(digest && digestText(digest)).toBe(`Ringkasan harian Riau, 1 Januari 2024: 2 peringatan, 1 kritis.

* KRITIS: habis.
  a (per 31 Desember 2023)

* Turun 300 pekerja.
  b (per 1 Januari 2024)

Jumlah: 2.

---

Daily digest of Riau, 1 January 2024: 2 alerts, 1 critical.

* CRITICAL: ended.
  a (as of 31 December 2023)

* Fell by 300 workers.
  b (as of 1 January 2024)

Number of alerts: 2.

14-digest-2024-01-01
`);
});

test("the subject of every province is ASCII of at most 100 characters, and its point stands in what a phone shows", () => {
  const many = Array.from({ length: 20 * MOST_IN_A_MAIL }, (_, index) =>
    anyAlert(`a${index}`, { asOf: MORNING, severity: "critical" }),
  );
  for (const province of allProvinces()) {
    for (const digest of digestOf(many, province)) {
      expect(digestSubject(digest)).toMatch(/^[ -~]{1,100}$/);
      expect(digestSubject(digest).slice(0, 32)).toContain("1200 peringatan (1200 KRITIS):");
    }
  }
  const [quiet] = digestOf([anyAlert("a", { asOf: MORNING })]);
  expect(quiet && digestSubject(quiet)).toBe("1 peringatan: Riau, 1 Januari 2024");
});

test("the largest digest with the longest words is within the 256 KB that SNS takes", () => {
  const long = { id: `${'"kata" '.repeat(200)}`, en: `${'"word" '.repeat(200)}` };
  const full = Array.from({ length: MOST_IN_A_MAIL }, (_, index) =>
    anyAlert(`${"x".repeat(80)}${index}`, { asOf: MORNING, message: long }),
  );
  const [digest] = digestOf(full);
  expect(digest && Buffer.byteLength(digestMessage(digest))).toBeLessThan(256 * 1024 - 1024);
  expect(shortMessage(long).id).toHaveLength(LONGEST_PARAGRAPH);
});
