// What happened in two regencies of Riau from December 2021 to January 2024, as reported then (ANTARA 1 Dec 2021 and Dec 2022, Riau Pos 17 Feb 2023):
// which file came in on which day. The workers are synthetic, and so is what the reports do not say: periods of Siak, ends, wages, firms' sizes.
import { type Day, day } from "#shared/domain/day.ts";
import { type RosterId, rosterId } from "#shared/domain/roster.ts";
import { ROSTERS_PREFIX } from "#shared/names.ts";
import { companyWorkers } from "./files/firms.ts";
import { bengkalisNonAsn, siakNonAsn } from "./files/non-asn.ts";
import { vulnerableWorkers, vulnerableWorkersAgain } from "./files/vulnerable-workers.ts";
import { type Arrival, REFERENCE_HISTORY } from "./reference-files.ts";

export interface RosterArrival extends Arrival {
  readonly roster: RosterId;
  readonly fileName: string;
}

export const FIRST_DAY: Day = day("2021-12-01");
export const LAST_DAY: Day = day("2024-01-02");

export const SIAK_NON_ASN: RosterId = rosterId("14.08/non-asn/pemkab-siak");
const BENGKALIS_NON_ASN: RosterId = rosterId("14.03/non-asn/pemkab-bengkalis");
export const BENGKALIS_VULNERABLE: RosterId = rosterId("14.03/rentan/apbd-2022");
const BENGKALIS_FIRMS: RosterId = rosterId("14.03/ppu/cabang-bengkalis");

/** The rosters, ascending by day. */
export const HISTORY: readonly RosterArrival[] = [
  {
    day: FIRST_DAY,
    roster: SIAK_NON_ASN,
    fileName: "non-asn-2021.csv",
    what: { id: "Siak: 7.753 tenaga non-ASN, 2021", en: "Siak: 7,753 non-ASN staff, 2021" },
    file: () => siakNonAsn(7_753, 2021),
  },
  {
    day: day("2021-12-21"),
    roster: SIAK_NON_ASN,
    fileName: "non-asn-2022.csv",
    what: { id: "Siak memperpanjang untuk 2022", en: "Siak extends for 2022" },
    file: () => siakNonAsn(7_753, 2022),
  },
  {
    day: day("2022-10-20"),
    roster: BENGKALIS_NON_ASN,
    fileName: "non-asn-2022-2024.csv",
    what: { id: "Bengkalis: 7.994 tenaga non-ASN", en: "Bengkalis: 7,994 non-ASN staff" },
    file: bengkalisNonAsn,
  },
  {
    day: day("2022-11-01"),
    roster: BENGKALIS_VULNERABLE,
    fileName: "pekerja-rentan-2022-11.xlsx",
    what: {
      id: "Bengkalis: 24.000 pekerja rentan (APBD)",
      en: "Bengkalis: 24,000 vulnerable workers (paid by the regency)",
    },
    file: vulnerableWorkers,
  },
  {
    day: day("2022-12-20"),
    roster: SIAK_NON_ASN,
    fileName: "non-asn-2023.csv",
    what: { id: "Siak memperpanjang untuk 2023: 7.699", en: "Siak extends for 2023: 7,699" },
    file: () => siakNonAsn(7_699, 2023),
  },
  {
    day: day("2023-02-16"),
    roster: BENGKALIS_FIRMS,
    fileName: "data-tk-perusahaan-2023-02.csv",
    what: { id: "Bengkalis: 50.132 pekerja dari 1.174 perusahaan", en: "Bengkalis: 50,132 workers of 1,174 firms" },
    file: companyWorkers,
  },
  {
    day: day("2023-11-20"),
    roster: BENGKALIS_VULNERABLE,
    fileName: "pekerja-rentan-2023-11.xlsx",
    what: {
      id: "Bengkalis: berkas baru pekerja rentan, dengan 37 baris buruk",
      en: "Bengkalis: a newer file of the vulnerable workers, with 37 bad rows",
    },
    file: vulnerableWorkersAgain,
  },
  {
    day: day("2023-12-20"),
    roster: SIAK_NON_ASN,
    fileName: "non-asn-2024.csv",
    what: { id: "Siak memperpanjang untuk 2024: 7.699", en: "Siak extends for 2024: 7,699" },
    file: () => siakNonAsn(7_699, 2024),
  },
].map((one) => ({ ...one, objectKey: `${ROSTERS_PREFIX}${one.roster}/${one.fileName}` }));

/** Everything that came in, ascending by day: on the same day what is known of an agreement comes before its roster. */
export const ARRIVALS: readonly Arrival[] = [...REFERENCE_HISTORY, ...HISTORY].toSorted((a, b) =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : 0,
);
