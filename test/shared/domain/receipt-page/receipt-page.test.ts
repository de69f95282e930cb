import { describe, expect, test } from "vitest";
import { receipt as receiptSchema } from "#events/receipt.ts";
import sample from "#events/samples/receipt.json" with { type: "json" };
import type { Receipt } from "#shared/domain/receipt.ts";
import { receiptPage } from "#shared/domain/receipt-page/receipt-page.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";

const SAMPLE = receiptSchema.parse(sample);
const NO_CHANGES = { enrolled: 0, changed: 0, unchanged: 0, kept: 0, ended: 0, withheld: 0, notFound: 0 };

function page(changes: Partial<Receipt>, options: Parameters<typeof receiptPage>[1] = {}): string {
  return receiptPage({ ...SAMPLE, ...changes }, options);
}

describe("a receipt as a page", () => {
  test("tells what became of the file and what to do next, in both languages", () => {
    const text = page(
      { rows: { read: 24_037, accepted: 24_000, duplicate: 3, rejected: 34 } },
      { rejectedRows: ["3f2a.add.xlsx", "3f2a.add.csv"] },
    );
    expect(text).toContain('<html lang="id">');
    expect(text).toContain('<span class="id" lang="id">24.037</span><span class="en" lang="en">24,037</span>');
    expect(text).toContain("Perbaiki hanya baris yang ditolak");
    expect(text).toContain("Correct only the rejected rows");
    expect(text).toContain("<bdi>3f2a.add.xlsx</bdi>, <bdi>3f2a.add.csv</bdi>");
    expect(text).toContain(`<code>npx cakupan receipt ${SAMPLE.uploadId} --link</code>`);
    expect(text).not.toContain("<a ");
  });

  test("of removals that wait names both ways to decide, and how many wait", () => {
    const held = page({
      status: "held",
      uploadId: "3f2a9c81d0e74b6655aa",
      changes: { ...NO_CHANGES, withheld: 23_900 },
      file: [problem("removals-held", 23_900, "3f2a9c81d0e74b6655aa")],
    });
    expect(held).toContain(
      "23.900 pekerja yang tidak lagi ada di berkas, atau bulannya di berkas sudah lewat, belum diakhiri",
    );
    for (const decision of ["release", "discard"])
      expect(held).toContain(`<code>npx cakupan ${decision} 3f2a9c81d0e74b6655aa</code>`);
    expect(held).not.toContain("removals-held");
    expect(page({ decision: "discard" })).toContain("sudah diperiksa dan dibatalkan");
  });

  test("of removals that wait beside rejected rows says that the decision comes first", () => {
    const rows = { read: 3, accepted: 2, duplicate: 0, rejected: 1 };
    const held = page({ status: "held", rows, changes: { ...NO_CHANGES, withheld: 20 } });
    expect(held).toContain("Decide first, before another file is sent for this roster");
    expect(held).toContain("Sesudah diputuskan: perbaiki hanya baris yang ditolak");
  });

  test("of a list of nobody that is held asks for no decision", () => {
    const held = page({ status: "held", changes: NO_CHANGES, file: [problem("no-rows")] });
    expect(held).toContain("tidak satu pun baris dapat dipakai");
    expect(held).not.toContain("npx cakupan release");
  });

  test("of removals that were overtaken says what was applied and what was not", () => {
    const overtaken = page({ status: "superseded", version: 7, file: [problem("hold-overtaken")] });
    expect(overtaken).toContain("Penambahan dan perubahan sudah dipakai; pengakhirannya tidak dijalankan");
    expect(page({ status: "superseded", version: null, decision: null })).toContain("Tidak dipakai");
  });

  test("of rows that were all rejected does not say that they were applied", () => {
    const rows = { read: 2, accepted: 0, duplicate: 0, rejected: 2 };
    expect(page({ status: "applied", rows })).toContain("Semua baris ditolak; daftar tidak berubah.");
  });

  test("of a refused file says why and shows no counts", () => {
    const refused = page({
      status: "refused",
      roster: null,
      version: null,
      changes: null,
      file: [problem("file-is-pdf")],
    });
    expect(refused).toContain("Berkas ini sebuah PDF");
    expect(refused).not.toContain("Baris berkas");
  });

  test("folds long lists of rows and tells how many are not listed", () => {
    const problems = Array.from({ length: 30 }, (_, at) => ({ row: at + 2, column: "NIK", ...problem("nik-missing") }));
    const text = page({ problems, problemCounts: { "nik-missing": 2030 } });
    expect(text).toContain('<details><summary><span class="id" lang="id">30 baris</span>');
    expect(text).toContain("2.000 lagi");
  });

  test("of a file that was only checked links to what lies beside it", () => {
    const options = { checkedOnly: true, linked: true, rejectedRows: ["daftar #1 'a'.add.csv"] };
    const text = page({ rows: { read: 2, accepted: 1, duplicate: 0, rejected: 1 } }, options);
    expect(text).toContain("tidak ada yang dikirim");
    expect(text).toContain('<a href="./daftar%20%231%20&#39;a&#39;.add.csv">');
  });
});

function pageNaming(name: string): string {
  return page(
    {
      fileName: name,
      uploadId: name,
      rows: { read: 1, accepted: 0, duplicate: 0, rejected: 1 },
      file: [problem("columns-ignored", name, 0)],
      problems: [{ row: 2, column: name, ...problem("nik-missing") }],
      problemCounts: { "nik-missing": 1, [name]: 3 },
    },
    { linked: true, rejectedRows: [name, "javascript:alert(3)"] },
  );
}

describe("a page made of hostile names", () => {
  const text = pageNaming(`"><script>alert(1)</script><img src=x onerror='alert(2)'>\u202Egpj.xslx&lt;`);
  const plain = pageNaming("daftar");

  test("has no tag, attribute or address of theirs", () => {
    expect(text).not.toContain("<script");
    expect(text).not.toContain("<img");
    expect(text).not.toContain("\u202E");
    expect(text).toContain("[U+202E]gpj.xslx&amp;lt;");
    expect(markupOf(text)).toEqual(markupOf(plain));
    expect(text).toContain('href="./javascript%3Aalert(3)"');
  });

  test("loads nothing, and may not", () => {
    expect(text).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    );
    expect(text).not.toMatch(/<(link|iframe|object|embed|base|form|video|audio)\b/);
    expect(text).not.toMatch(/(src|href)="(?!\.\/)/);
    expect(text).not.toMatch(/url\(|@import/);
  });
});

/** All tags with the names of their attributes, in order. */
function markupOf(text: string): readonly string[] {
  return [...text.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/="[^"]*"/g, ""));
}
