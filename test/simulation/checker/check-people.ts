// A NIK stands in the uploaded file and in the rejected rows made for its uploader, and nowhere else.
import { MemoryTable } from "#shared/adapters/memory/memory-table.ts";
import type { Evidence } from "./evidence.ts";

export function checkPeople({ files, stores, told }: Evidence): readonly string[] {
  const niks = new Set(files.flatMap(({ body }) => body.match(/^\d{16}(?=,)/gm) ?? []));
  const found: string[] = [];
  const search = (where: string, text: string): void => {
    for (const [digits] of text.matchAll(/\d{16,}/g))
      for (let at = 0; at + 16 <= digits.length; at += 1)
        if (niks.has(digits.slice(at, at + 16))) found.push(`a NIK stands in ${where}`);
  };
  for (const [name, store] of Object.entries(stores))
    if (store instanceof MemoryTable)
      for (const [key, text] of store.texts()) search(`${name} ${key}`, `${key} ${text}`);
  for (const key of stores.slices.keys())
    search(key, Buffer.from(stores.slices.get(key)?.enrolments ?? "", "base64").toString("latin1"));
  for (const key of stores.receipts.keys())
    if (/\.(json|html)$/.test(key)) search(key, new TextDecoder().decode(stores.receipts.newest(key)?.body));
  for (const text of stores.announcements) search("an announcement", text);
  for (const text of stores.alertTopic) search("an alert", text);
  for (const text of told) search("a message or a log", text);
  return found;
}
