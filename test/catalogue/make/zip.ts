// A ZIP of texts and bytes, honest or not: `claimed` stands in for the true unpacked sizes, `method` for how they are packed.
import { crc32, deflateRawSync } from "node:zlib";

export interface ZipForm {
  /** What the directory says of the unpacked size, by name. */
  readonly claimed?: Readonly<Record<string, number>>;
  /** 8 (default): deflated; 0: stored; anything else is only said. */
  readonly method?: number;
  /** Every entry says that it needs a password. */
  readonly locked?: boolean;
  readonly comment?: string;
}

export type ZipFiles = Readonly<Record<string, string | Uint8Array>>;

export function zip(files: ZipFiles, form: ZipForm = {}): Buffer {
  const method = form.method ?? 8;
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = method === 0 ? bytes : deflateRawSync(bytes);
    const flags = form.locked ? 1 : 0;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(form.claimed?.[name] ?? bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("504b0304", "hex"), common, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("504b01021400", "hex"), common, tail, Buffer.from(name));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const comment = Buffer.from(form.comment ?? "");
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, central, end, comment]);
}
