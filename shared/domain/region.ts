// Regions by their Kemendagri code, always dotted: province `14`, regency `14.03`. A bare `1403` is refused, because BPS uses the same four
// digits for another regency (in Riau for eight of twelve).
import type { Brand } from "./brand.ts";
import { PROVINCES, REGENCIES } from "./regions.generated.ts";

/** Kemendagri province code, e.g. `14`. */
export type ProvinceCode = Brand<string, "ProvinceCode">;
/** Dotted Kemendagri regency or city code, e.g. `14.03`. */
export type RegencyCode = Brand<string, "RegencyCode">;

export function isProvinceCode(text: string): text is ProvinceCode {
  return Object.hasOwn(PROVINCES, text);
}

export function isRegencyCode(text: string): text is RegencyCode {
  return Object.hasOwn(REGENCIES, text);
}

/** @throws RangeError for a code that no province has */
export function provinceCode(text: string): ProvinceCode {
  if (!isProvinceCode(text)) throw new RangeError(`unknown province code ${JSON.stringify(text)}`);
  return text;
}

/** @throws RangeError for a code that no regency has, or an undotted one */
export function regencyCode(text: string): RegencyCode {
  if (!isRegencyCode(text))
    throw new RangeError(`unknown regency code ${JSON.stringify(text)}; write it dotted, e.g. 14.03`);
  return text;
}

/** The four bare digits that BPS and Kemendagri give to different regencies, e.g. `1403`. */
export function isBareRegencyCode(text: string): boolean {
  return /^\d{4}$/.test(text);
}

export function provinceOf(regency: RegencyCode): ProvinceCode {
  return provinceCode(regency.slice(0, 2));
}

export function provinceName(province: ProvinceCode): string {
  return PROVINCES[province] ?? province;
}

export function regencyName(regency: RegencyCode): string {
  return REGENCIES[regency] ?? regency;
}

/** All regencies of a province in order of code. */
export function regenciesOf(province: ProvinceCode): readonly RegencyCode[] {
  return Object.keys(REGENCIES)
    .filter((code) => code.startsWith(`${province}.`))
    .filter(isRegencyCode)
    .sort();
}

export function allProvinces(): readonly ProvinceCode[] {
  return Object.keys(PROVINCES).filter(isProvinceCode).sort();
}
