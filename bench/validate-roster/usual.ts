// The usual way for the same file: csv-parse to objects, a zod schema a row, an HMAC a NIK, a Map of workers, a JSON message a worker in batches of
// ten. `node bench/validate-roster/usual.ts FILE`
import { createHmac, createSecretKey } from "node:crypto";
import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import * as z from "zod";
import { REGENCIES } from "#shared/domain/regions.generated.ts";
import { measure } from "./measured.ts";

const [file = ""] = process.argv.slice(2);
const prefixes = new Set(Object.keys(REGENCIES).map((code) => code.replace(".", "")));
const key = createSecretKey(Buffer.from("a secret of the bench, of no worth"));

const isDate = (text: string): boolean => {
  const [day = 0, month = 0, year = 0] = text.split("-").map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day && date.getUTCMonth() === month - 1;
};
const isNik = (nik: string): boolean => {
  const day = Number(nik.slice(6, 8)) % 40;
  const month = Number(nik.slice(8, 10));
  return prefixes.has(nik.slice(0, 4)) && day >= 1 && day <= 31 && month >= 1 && month <= 12 && !nik.endsWith("0000");
};
const worker = z.object({
  NIK: z
    .string()
    .trim()
    .regex(/^\d{16}$/)
    .refine(isNik),
  TGL_LAHIR: z
    .string()
    .regex(/^\d{2}-\d{2}-\d{4}$/)
    .refine(isDate),
  JENIS_KELAMIN: z.enum(["L", "P"]),
  PROGRAM: z
    .string()
    .transform((text) => text.split(/\s+/))
    .pipe(z.array(z.enum(["JKK", "JKM", "JHT", "JP", "JKP"])))
    .refine((names) => names.includes("JKK") && names.includes("JKM")),
  MULAI: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  UPAH: z.coerce.number().int().nonnegative(),
  NPP: z.string().max(32),
  JENIS_PEKERJAAN: z.string(),
});

await measure(async () => {
  const workers = new Map<string, Omit<z.infer<typeof worker>, "NIK">>();
  let rejected = 0;
  const rows = createReadStream(file, { highWaterMark: 64 * 1024 }).pipe(
    parse({ columns: true, bom: true, relax_column_count: true }),
  );
  for await (const row of rows) {
    const checked = worker.safeParse(row);
    if (!checked.success) {
      rejected += 1;
      continue;
    }
    const { NIK, ...terms } = checked.data;
    workers.set(createHmac("sha256", key).update(NIK).digest("hex"), terms);
  }
  let messages = 0;
  let batch: unknown[] = [];
  const send = (): void => {
    messages += JSON.stringify({ Entries: batch }).length > 0 ? 1 : 0;
    batch = [];
  };
  for (const [id, terms] of workers) {
    batch.push({
      Id: String(batch.length),
      MessageBody: JSON.stringify({ worker: id, roster: "14.03/ppu/cabang", ...terms }),
    });
    if (batch.length === 10) send();
  }
  if (batch.length > 0) send();
  return { accepted: workers.size, rejected, messages };
});
