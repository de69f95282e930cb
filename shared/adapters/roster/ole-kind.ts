// What an OLE container (old Office) holds, by the names of its streams, as far as the first bytes show them. Excel and Word keep a workbook
// that is locked by a password in such a container too.
type OleKind = "file-is-encrypted" | "file-is-xls" | "file-is-doc" | "file-is-old-office";

const STREAMS: readonly (readonly [string, OleKind])[] = [
  ["EncryptedPackage", "file-is-encrypted"],
  ["Workbook", "file-is-xls"],
  ["Book", "file-is-xls"],
  ["WordDocument", "file-is-doc"],
];

/** The directory may lie beyond the first bytes: then it is some old Office file. */
export function oleKind(head: Uint8Array): OleKind {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  return STREAMS.find(([name]) => bytes.includes(Buffer.from(`${name}\0`, "utf16le")))?.[1] ?? "file-is-old-office";
}
