// What is said of a worker who stands in a file more than once.
import { error, warning } from "./entry.ts";

export const REPEAT_PROBLEMS = {
  duplicate: warning((first: number) => ({
    id: `NIK dan perlindungan di baris ini sama dengan baris ${first}; dihitung satu kali. Kalau orangnya sama, hapus salah satunya; kalau berbeda, salah satu NIK keliru: cocokkan dengan KTP.`,
    en: `This row has the NIK and the protection of row ${first}; they count once. If it is the same person, delete one of them; if not, one NIK is wrong: compare with the identity cards.`,
  })),
  "rows-contradict": error((others: string) => ({
    id: `Pekerja yang sama juga ada di baris ${others} pada bulan yang sama dengan isi yang berbeda; tidak satu pun dipakai. Sisakan satu yang benar.`,
    en: `The same worker also stands in row ${others} for the same months with other content; none of them is taken. Leave the right one only.`,
  })),
};
