// The reference data that are known when the replay begins, from data/14 of this project, and where each is put.
import { readFile } from "node:fs/promises";

export interface ReferenceArrival {
  /** In the Rosters bucket. */
  readonly objectKey: string;
  readonly file: () => Promise<Uint8Array>;
}

const DATA = new URL("../../data/14/", import.meta.url);

export const FIRST_REFERENCE: readonly ReferenceArrival[] = [
  ["workforce/workforce.csv", "workforce.csv"],
  ["claims/claims-2022.csv", "claims-2022.csv"],
  ["agreements/14.08/pemkab-siak.json", "agreements/14.08/pemkab-siak-2021.json"],
].map(([objectKey = "", path = ""]) => ({ objectKey, file: () => readFile(new URL(path, DATA)) }));
