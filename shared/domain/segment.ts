// The kinds of participation, one row each: what they are called, what they must have at least, who pays and how a contribution is priced.
// Source: docs of the field as gathered in docs/domain.md (PP 44/2015, PP 45/2015, PP 46/2015, Permenaker 1/2025).
import { JKK_JKM, type ProgrammeSet, programmeSet } from "./programme.ts";
import type { Bilingual } from "./text.ts";

/** `wage`: percentages of the reported wage; `bracket`: nominal per income bracket; `project`: tiers of a contract's value, not priced per worker. */
export type Pricing = "wage" | "bracket" | "project" | "fixed";

interface SegmentRow {
  readonly label: Bilingual;
  /** Without these a row is rejected; what a row does not say is taken to be this. */
  readonly minimum: ProgrammeSet;
  /** Whatever a worker of the segment can have at all. */
  readonly possible: ProgrammeSet;
  readonly payer: "employer" | "state" | "worker" | "sponsor";
  readonly pricing: Pricing;
}

const WAGE_EARNER = programmeSet("jkk", "jkm", "jht", "jp", "jkp");
const SELF_EMPLOYED = programmeSet("jkk", "jkm", "jht");

export const SEGMENTS = {
  ppu: {
    label: { id: "Pekerja penerima upah", en: "Wage earners" },
    minimum: JKK_JKM,
    possible: WAGE_EARNER,
    payer: "employer",
    pricing: "wage",
  },
  "non-asn": {
    label: { id: "Pegawai non-ASN", en: "Non-civil-servant staff" },
    minimum: JKK_JKM,
    possible: WAGE_EARNER,
    payer: "state",
    pricing: "wage",
  },
  bpu: {
    label: { id: "Pekerja bukan penerima upah", en: "Self-employed workers" },
    minimum: JKK_JKM,
    possible: SELF_EMPLOYED,
    payer: "worker",
    pricing: "bracket",
  },
  rentan: {
    label: { id: "Pekerja rentan", en: "Vulnerable workers" },
    minimum: JKK_JKM,
    possible: SELF_EMPLOYED,
    payer: "sponsor",
    pricing: "bracket",
  },
  "perangkat-desa": {
    label: { id: "Perangkat desa", en: "Village officials" },
    minimum: JKK_JKM,
    possible: WAGE_EARNER,
    payer: "state",
    pricing: "wage",
  },
  "rt-rw": {
    label: { id: "Pengurus RT/RW", en: "Neighbourhood officials" },
    minimum: JKK_JKM,
    possible: SELF_EMPLOYED,
    payer: "sponsor",
    pricing: "bracket",
  },
  bpd: {
    label: { id: "Badan Permusyawaratan Desa", en: "Village council members" },
    minimum: JKK_JKM,
    possible: WAGE_EARNER,
    payer: "state",
    pricing: "wage",
  },
  bumdes: {
    label: { id: "Badan Usaha Milik Desa", en: "Village enterprise staff" },
    minimum: JKK_JKM,
    possible: WAGE_EARNER,
    payer: "employer",
    pricing: "wage",
  },
  jakon: {
    label: { id: "Jasa konstruksi", en: "Construction workers" },
    minimum: JKK_JKM,
    possible: JKK_JKM,
    payer: "employer",
    pricing: "project",
  },
  pmi: {
    label: { id: "Pekerja migran Indonesia", en: "Migrant workers" },
    minimum: JKK_JKM,
    possible: SELF_EMPLOYED,
    payer: "worker",
    pricing: "fixed",
  },
} as const satisfies Readonly<Record<string, SegmentRow>>;

export type Segment = keyof typeof SEGMENTS;

export const SEGMENT_CODES = Object.keys(SEGMENTS) as readonly Segment[];

export function isSegment(text: string): text is Segment {
  return Object.hasOwn(SEGMENTS, text);
}
