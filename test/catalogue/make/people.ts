// Invented workers of Bengkalis, all grown up: NIK with serials that are in practice never given.

const two = (value: number): string => String(value).padStart(2, "0");

/** The NIK of worker n; nobody has the same up to 100,000. Born 1980 to 1999, men. */
export function nikOf(n: number): string {
  const days = Math.floor(n / 10);
  return `140301${two(1 + (days % 28))}${two(1 + (Math.floor(days / 28) % 12))}${two(80 + (Math.floor(days / 336) % 20))}${9990 + (n % 10)}`;
}

/** The birth date in the NIK of worker n, `dd-mm-yyyy`. */
export function bornOn(n: number): string {
  const nik = nikOf(n);
  return `${nik.slice(6, 8)}-${nik.slice(8, 10)}-19${nik.slice(10, 12)}`;
}

/** Rows of a CSV; a last line ends like the others. */
export function lines(rows: readonly (readonly string[])[], delimiter = ",", newline = "\r\n"): string {
  return rows.map((cells) => cells.join(delimiter) + newline).join("");
}

/** A list of `count` workers under NIK and NAMA. */
export function list(count: number, delimiter = ",", newline = "\r\n"): string {
  const rows = Array.from({ length: count }, (_, n) => [nikOf(n), `Pekerja ${n}`]);
  return lines([["NIK", "NAMA_LENGKAP"], ...rows], delimiter, newline);
}
