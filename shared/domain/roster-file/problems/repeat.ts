// What is said of a worker who stands in a file more than once.
import { error, warning } from "./entry.ts";

export const REPEAT_PROBLEMS = {
  duplicate: warning((first: number) => ({
    id: `Baris ini sama artinya dengan baris ${first} dan dihitung satu kali. Hapus salah satunya.`,
    en: `This row means the same as row ${first} and is counted once. Delete one of them.`,
  })),
  "rows-contradict": error((others: string) => ({
    id: `Pekerja yang sama juga ada di baris ${others} pada bulan yang sama dengan isi yang berbeda; tidak satu pun dipakai. Sisakan satu yang benar.`,
    en: `The same worker also stands in row ${others} for the same months with other content; none of them is taken. Leave the right one only.`,
  })),
};
