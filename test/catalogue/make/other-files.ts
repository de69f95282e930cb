// The first bytes of files of other kinds, as their programs write them; enough to be told apart.

const hex = (bytes: string, rest = 64): Buffer =>
  Buffer.concat([Buffer.from(bytes.replaceAll(" ", ""), "hex"), Buffer.alloc(rest, 1)]);

/** An OLE container whose directory names one stream. */
export function ole(stream: string): Buffer {
  const bytes = Buffer.alloc(2048);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(bytes);
  Buffer.from(`Root Entry\0`, "utf16le").copy(bytes, 512);
  Buffer.from(`${stream}\0`, "utf16le").copy(bytes, 640);
  return bytes;
}

export const PDF = Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\nendobj\n", "latin1");
export const JPEG = hex("ffd8ffe000104a464946");
export const PNG = hex("89504e470d0a1a0a0000000d49484452");
export const GIF = Buffer.concat([Buffer.from("GIF89a"), Buffer.alloc(64)]);
export const HEIC = Buffer.concat([Buffer.from("00000018", "hex"), Buffer.from("ftypheic"), Buffer.alloc(64)]);
export const WEBP = Buffer.concat([Buffer.from("RIFF\x10\0\0\0WEBPVP8 "), Buffer.alloc(64)]);
export const TIFF = hex("49492a0008000000");
export const BMP = Buffer.concat([Buffer.from("BM"), Buffer.alloc(64)]);
export const MP3 = hex("49443304000000");
export const MP4 = Buffer.concat([Buffer.from("00000018", "hex"), Buffer.from("ftypisom"), Buffer.alloc(64)]);
export const WAV = Buffer.concat([Buffer.from("RIFF\x10\0\0\0WAVEfmt "), Buffer.alloc(64)]);
export const RAR = hex("526172211a0700");
export const SEVEN_ZIP = hex("377abcaf271c0004");
export const EXE = Buffer.concat([Buffer.from("MZ"), Buffer.alloc(256), Buffer.from("PE\0\0")]);
export const ELF = hex("7f454c46020101");
export const SQLITE = Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(64)]);
export const ACCESS = Buffer.concat([
  Buffer.from("00010000", "hex"),
  Buffer.from("Standard ACE DB\0"),
  Buffer.alloc(64),
]);
export const DBF = hex("037a0b1601000000", 200);

export const HTML = "<!DOCTYPE html>\n<html><body><table><tr><th>NIK</th></tr></table></body></html>";
export const EXCEL_HTML =
  '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>NIK</td></tr></table></html>';
export const MHTML = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n";
export const RTF = "{\\rtf1\\ansi{\\b NIK}}";
export const XML_2003 =
  '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>';
export const EMAIL = "From: Budi <budi@example.test>\nTo: dinas@example.test\nSubject: daftar pekerja\n\nTerlampir.\n";
export const SYLK = 'ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K"NIK"\r\nE\r\n';
export const JSON_LIST = '[{"nik": "x", "nama": "Budi"}]\n';
export const JSON_OBJECT = '{"type": "roster", "rows": []}\n';
export const SCRIPT = "#!/bin/sh\necho NIK\n";
