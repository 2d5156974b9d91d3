import { ageOn } from '../identity/age.js';
import type { LocalDay } from '../time/zone.js';

/** A line of a draft: a code of the catalogue and how many times. */
export interface DraftLine {
  readonly code: string;
  readonly quantity: number;
}

export interface DraftFacts {
  /** Codes of the visit's motif, repeated when done several times. */
  readonly usualActs: readonly string[];
  readonly birthDate: LocalDay;
  readonly day: LocalDay;
  /** Codes priced on that day in the practice's zone. */
  readonly priced: ReadonlySet<string>;
}

/** MEG goes with a consultation G of a child under six. Source: NGAP art. 14; djibe, santiane (read twice). */
const childSupplement = { of: 'G', code: 'MEG', underYears: 6 } as const;

/**
 * The acts a visit usually is: those of its motif, and what the patient's age adds. A code without a price that day is
 * left out: a draft proposes, it never stops the end of a visit.
 */
export function draftLines({ usualActs, birthDate, day, priced }: DraftFacts): DraftLine[] {
  const known = usualActs.filter((code) => priced.has(code));
  const codes = [...known, ...addedForAge(known, birthDate, day, priced)];
  return [...new Set(codes)].map((code) => ({ code, quantity: codes.filter((each) => each === code).length }));
}

function addedForAge(
  codes: readonly string[],
  birthDate: LocalDay,
  day: LocalDay,
  priced: ReadonlySet<string>,
): string[] {
  const { of, code, underYears } = childSupplement;
  const age = ageOn(birthDate, day);
  const isDue = age !== null && age.years < underYears && codes.includes(of) && !codes.includes(code);
  return isDue && priced.has(code) ? [code] : [];
}
