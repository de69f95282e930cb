// Who is kept out, and which key is in force. Only commands write it, and they are not simulated: what is there was put there by the test.
import type { Admission } from "#shared/domain/admission.ts";
import type { WorkerId } from "#shared/domain/enrolment.ts";
import type { ProvinceCode } from "#shared/domain/region.ts";
import type { Admissions } from "#shared/ports.ts";
import { atOnce, type Effect } from "./effect.ts";
import type { MemoryTable } from "./memory-table.ts";

/** By province. */
export interface AdmissionItem {
  readonly keyId: string | null;
  readonly nextKeyId: string | null;
  readonly erased: readonly WorkerId[];
}

export class MemoryAdmissions implements Admissions {
  readonly #table: MemoryTable<AdmissionItem>;
  readonly #effect: Effect;

  constructor(table: MemoryTable<AdmissionItem>, effect: Effect = atOnce) {
    this.#table = table;
    this.#effect = effect;
  }

  read(province: ProvinceCode): Promise<Admission> {
    return this.#effect("admissions.read", () => {
      const { keyId = null, nextKeyId = null, erased = [] } = this.#table.get(province) ?? {};
      return { keyId, nextKeyId, erased: new Set(erased) };
    });
  }
}
