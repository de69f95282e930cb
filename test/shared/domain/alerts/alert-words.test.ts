import { describe, expect, test } from "vitest";
import type { AlertFacts } from "#shared/domain/alert.ts";
import { alertSubject, alertText } from "#shared/domain/alerts/alert-words.ts";
import { day } from "#shared/domain/day.ts";
import { month } from "#shared/domain/month.ts";
import { allProvinces, provinceCode, regenciesOf, regencyCode, regencyName } from "#shared/domain/region.ts";
import { rosterId } from "#shared/domain/roster.ts";
import type { Workforce } from "#shared/domain/workforce.ts";

const alert: Extract<AlertFacts, { readonly kind: "coverage.dropped" }> = {
  alertId: "14.03-coverage-dropped-2024-01-01-t181",
  kind: "coverage.dropped",
  severity: "critical",
  scope: "regency",
  province: provinceCode("14"),
  regency: regencyCode("14.03"),
  name: "Kabupaten Bengkalis",
  segment: null,
  asOf: day("2024-01-01"),
  month: month("2024-01"),
  before: 82_126,
  after: 58_126,
  change: -24_000,
  nature: "real",
  earlier: null,
  parts: [
    { roster: rosterId("14.03/rentan/apbd-2022"), segment: "rentan", cause: "protection-ended", workers: -24_040 },
    { roster: null, segment: "ppu", cause: "joined-roster", workers: 30 },
    { roster: null, segment: null, cause: "overlap", workers: 10 },
  ],
};
const workforce: Workforce = { workers: 253_988, denominator: "penduduk-bekerja", year: 2022, source: "BPS" };

describe("alertText", () => {
  test("says in Indonesian what happened, how many, which rosters and why", () => {
    expect(alertText(alert, workforce).id).toBe(
      [
        "KRITIS: Perlindungan Jamsostek di Kabupaten Bengkalis turun dari 82.126 menjadi 58.126 pekerja (-24.000) pada Januari 2024.",
        "Kini 22,9 % dari 253.988 pekerja (2022) terlindungi; sebelumnya 32,3 %. Sumber jumlah pekerja: BPS.",
        "",
        "Rincian perubahan:",
        "* -24.040: masa perlindungan berakhir, Pekerja rentan (14.03/rentan/apbd-2022)",
        "* +30: ditambahkan ke daftar, Pekerja penerima upah (gabungan daftar kecil)",
        "* +10: pekerja yang tercantum di beberapa daftar sekaligus dihitung satu kali",
        "",
        "Keadaan per 1 Januari 2024.",
      ].join("\n"),
    );
  });

  test("says the same in English, with English numbers", () => {
    const { en } = alertText(alert, workforce);
    expect(en).toContain("fell from 82,126 to 58,126 workers (-24,000) in January 2024.");
    expect(en).toContain(
      "Protected now: 22.9 % of 253,988 workers (2022); before: 32.3 %. Source of the number of workers: BPS.",
    );
    expect(en).toContain("* -24,040: protection ended, Vulnerable workers (14.03/rentan/apbd-2022)");
  });

  test("tells what was lost before apart, when it was too little, and names the whole of a slow decline in the subject", () => {
    const part = { roster: rosterId("14.03/rentan/apbd-2022"), segment: "rentan", cause: "left-roster" } as const;
    const fallen = (earlier: number) => ({
      ...alert,
      severity: "warning" as const,
      before: 7699,
      after: 7600,
      change: -99,
      parts: [{ ...part, workers: -99 }],
      earlier: {
        month: month("2022-12"),
        asOf: day("2022-12-10"),
        level: 7699 + earlier,
        parts: [{ ...part, workers: -earlier }],
      },
    });
    const { id, en } = alertText(fallen(54), null);
    expect(id).toContain(
      "Sebelum itu sudah berkurang 54 pekerja sejak perhitungan 10 Desember 2022 (saat itu 7.753), waktu itu terlalu sedikit untuk diberitahukan; seluruhnya -153:\n* -54: tidak lagi tercantum dalam daftar",
    );
    expect(en).toContain(
      "Before that 54 workers had been lost since the count of 10 December 2022 (7,753 then), too few to be told at the time; in all -153:",
    );
    expect(alertSubject(fallen(54))).toBe("Kab. Bengkalis: pekerja terlindungi turun 99 (Jan 2024)");
    expect(alertSubject(fallen(101))).toBe("Kab. Bengkalis: pekerja terlindungi turun 200 sejak 10 Des 2022");
  });

  test("where the day of that count is not remembered, says that its month is told by the data of then", () => {
    const { id, en } = alertText(
      { ...alert, earlier: { month: month("2022-12"), asOf: null, level: alert.before + 54, parts: [] } },
      null,
    );
    expect(id).toContain("sudah berkurang 54 pekerja sejak data per Desember 2022 (saat itu");
    expect(en).toContain("54 workers had been lost since the data as of December 2022 (");
  });

  describe("of a warning that is told again", () => {
    const list = { segment: "rentan", cause: "joined-roster" } as const;
    const again = (lastTold: { readonly before: number; readonly after: number }, after: number) =>
      ({
        ...alert,
        kind: "coverage.lapsing",
        after,
        change: after - alert.before,
        parts: [{ ...list, roster: rosterId("14.03/rentan/apbd-2022"), workers: after - alert.before }],
        firstDay: day("2024-01-01"),
        leadDays: 90,
        renewalRupiah: 0,
        toCome: 0,
        lastTold: {
          ...lastTold,
          alertId: "14.03-coverage-lapsing-2024-01-2023-10-03-t351",
          asOf: day("2023-10-03"),
          parts: [
            { ...list, roster: rosterId("14.03/rentan/apbd-2024"), workers: after - lastTold.after + 30 },
            { roster: null, segment: null, cause: "overlap", workers: -30 },
          ],
        },
      }) as const;

    test("says who still goes, what was told, and whose lists made it less", () => {
      const eased = again({ before: 82_126, after: 58_126 }, 80_126);
      const { id, en } = alertText(eased, null);
      expect(id.split("\n").slice(0, 4)).toEqual([
        "KRITIS: 2.000 pekerja di Kabupaten Bengkalis masih akan kehilangan perlindungan Jamsostek mulai 1 Januari 2024 bila tidak diperpanjang: dari 82.126 menjadi 80.126 pekerja.",
        "Diberitahukan pada 3 Oktober 2023: 24.000 pekerja (dari 82.126 menjadi 58.126). Sejak itu yang terlindungi pada Januari 2024 bertambah 22.000:",
        "* +22.030: Pekerja rentan (14.03/rentan/apbd-2024)",
        "* -30: pekerja yang tercantum di beberapa daftar sekaligus dihitung satu kali",
      ]);
      expect(en.split("\n").slice(0, 3)).toEqual([
        "CRITICAL: 2,000 workers in Kabupaten Bengkalis are still going to lose Jamsostek protection on 1 January 2024 unless it is renewed: from 82,126 to 80,126 workers.",
        "Told on 3 October 2023: 24,000 workers (from 82,126 to 58,126). Since then 22,000 more are protected in January 2024:",
        "* +22,030: Vulnerable workers (14.03/rentan/apbd-2024)",
      ]);
      expect(alertSubject(eased)).toBe("KRITIS Kab. Bengkalis: masih 2.000 dari 24.000 pekerja habis 1 Jan 2024");
    });

    test("says of more who go how many fewer are protected then, and not that anything was renewed", () => {
      const grown = again({ before: 82_126, after: 58_126 }, 55_126);
      const { id, en } = alertText(grown, null);
      expect(id).toContain("27.000 pekerja di Kabupaten Bengkalis akan kehilangan");
      expect(id).toContain("Sejak itu yang terlindungi pada Januari 2024 berkurang 3.000:\n* -2.970: Pekerja rentan");
      expect(en).toContain("Since then 3,000 fewer are protected in January 2024:");
      expect(alertSubject(grown)).toBe("KRITIS Kab. Bengkalis: perlindungan 27.000 pekerja habis 1 Jan 2024");
    });

    test("says only what was told where others came who go as well", () => {
      const { id, en } = alertText(again({ before: 81_126, after: 58_126 }, 58_126), null);
      expect(id).toContain("Diberitahukan pada 3 Oktober 2023: 23.000 pekerja (dari 81.126 menjadi 58.126).\n\nSiapa:");
      expect(en).not.toContain("Since then");
    });
  });

  test("shows no rate without a workforce figure", () => {
    const { id, en } = alertText(alert, null);
    expect(id + en).not.toContain("%");
  });

  test("a recovery is no fall", () => {
    const recovered = {
      ...alert,
      kind: "coverage.recovered",
      clears: "coverage.dropped",
      toCome: 0,
      stillEnding: 0,
      severity: "info",
      before: 58_126,
      after: 82_126,
      change: 24_000,
    } as const;
    expect(alertText(recovered, null).id).toMatch(
      /^Perlindungan .* naik kembali dari 58\.126 menjadi 82\.126 pekerja \(\+24\.000\)/,
    );
    expect(alertSubject(recovered)).toBe("Kab. Bengkalis: pekerja terlindungi naik kembali 24.000 (Jan 2024)");
  });
});

describe("alertSubject", () => {
  test("is short and plain", () => {
    expect(alertSubject(alert)).toBe("KRITIS Kab. Bengkalis: pekerja terlindungi turun 24.000 (Jan 2024)");
  });

  test("is whole, fewer than 100 characters of ASCII, for every regency", () => {
    for (const regency of allProvinces().flatMap(regenciesOf)) {
      const named = { ...alert, name: regencyName(regency), change: -1_234_567, month: month("2024-09") };
      const lapsing = {
        ...named,
        kind: "coverage.lapsing",
        firstDay: day("2024-09-01"),
        leadDays: 90,
        renewalRupiah: 0,
        toCome: 0,
        lastTold: null,
      } as const;
      const last = { alertId: "a", asOf: day("2024-06-03"), before: 900_000, after: 0, parts: [] };
      const again = { ...lapsing, after: 1, change: -234_567, lastTold: last } as const;
      for (const subject of [alertSubject(named), alertSubject(lapsing), alertSubject(again)]) {
        expect(subject).toMatch(/^[ -~]{1,99}$/);
        expect(subject).toMatch(/Sep 2024\)?$/);
      }
    }
  });

  test("of a name too long for it ends in dots", () => {
    const slug = "a".repeat(60);
    const overdue = {
      ...alert,
      kind: "roster.overdue",
      roster: rosterId(`14.03/perangkat-desa/${slug}`),
      reportedOn: null,
      countedFrom: null,
      days: 46,
    } as const;
    expect(alertSubject(overdue)).toMatch(
      /^KRITIS Kab\. Bengkalis: terlambat 46 hari: 14\.03\/perangkat-desa\/a+\.\.\.$/,
    );
  });

  test("loses what is not ASCII and cannot be broken into lines", () => {
    expect(alertSubject({ ...alert, name: "Kabupaten Bengkális\nBcc: x" })).toBe(
      "KRITIS Kab. BengkalisBcc: x: pekerja terlindungi turun 24.000 (Jan 2024)",
    );
  });
});
