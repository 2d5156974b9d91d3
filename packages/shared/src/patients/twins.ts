import type { LocalDay } from '../time/zone.js';
import { frenchPhonetic } from './french-phonetic.js';
import { isWithinOneEdit } from './one-edit.js';
import { fold } from './search-folding.js';

/** What two identities are compared by. Missing traits are empty or null; the phone is E.164. */
export interface TwinTraits {
  readonly birthName: string;
  readonly usedName: string;
  readonly firstName: string;
  readonly sex: 'F' | 'M' | 'U';
  readonly birthDate: LocalDay | null;
  readonly birthPlaceCode?: string | null;
  readonly phone?: string | null;
  readonly email?: string | null;
  readonly ins?: { readonly matricule: string; readonly oid: string } | null;
}

export type TwinLevel = 'block' | 'strong' | 'weak';

/** Why two identities look like one person; each has a sentence in the locales. */
export const twinReasons = [
  'same_ins',
  'same_strict_traits',
  'same_birth_date_near_name',
  'same_birth_date_sounding_name',
  'swapped_day_and_month',
  'birth_name_is_used_name',
  'swapped_names',
  'possible_twin_sibling',
  'first_name_near',
  'same_phone_and_first_name',
  'same_email_and_first_name',
  'same_name_and_year',
] as const;
export type TwinReason = (typeof twinReasons)[number];

export interface TwinScore {
  readonly level: TwinLevel | null;
  readonly reasons: readonly TwinReason[];
}

/**
 * How much `candidate` looks like the patient `existing`, with the reasons.
 * `block`: same matricule in the same family of identifiers, or birth name, first name, birth date and sex all equal
 * and no contradiction on the birthplace. `strong`: one letter, one sound, or two traits exchanged apart. `weak`:
 * worth a glance. Two names born the same day under different first names are likely siblings: never above `weak`.
 * The order of the two does not matter. Source: RNIV strict traits; thresholds are ours.
 */
export function twinScore(candidate: TwinTraits, existing: TwinTraits): TwinScore {
  const a = comparable(candidate);
  const b = comparable(existing);
  if (isSameIns(candidate, existing)) return { level: 'block', reasons: ['same_ins'] };
  if (!a.birthName || !b.birthName || !a.firstName || !b.firstName) return { level: null, reasons: [] };
  if (areStrictTraitsEqual(a, b)) return { level: 'block', reasons: ['same_strict_traits'] };
  if (isLikelySibling(a, b)) {
    const near = isWithinOneEdit(a.firstName, b.firstName);
    return { level: 'weak', reasons: ['possible_twin_sibling', ...(near ? (['first_name_near'] as const) : [])] };
  }
  const strong = strongReasons(a, b);
  if (strong.length > 0) return { level: 'strong', reasons: strong };
  const weak = weakReasons(a, b);
  return { level: weak.length > 0 ? 'weak' : null, reasons: weak };
}

type Comparable = Omit<TwinTraits, 'ins'> & { readonly email: string };

function comparable(traits: TwinTraits): Comparable {
  const birthName = fold(traits.birthName);
  return {
    ...traits,
    birthName,
    usedName: fold(traits.usedName) || birthName,
    firstName: fold(traits.firstName),
    email: (traits.email ?? '').trim().toLowerCase(),
  };
}

/** Real and test matricules live under different OIDs and may carry the same digits. */
function isSameIns(a: TwinTraits, b: TwinTraits): boolean {
  if (!a.ins || !b.ins || a.ins.matricule !== b.ins.matricule) return false;
  return insFamily(a.ins.oid) === insFamily(b.ins.oid);
}

function insFamily(oid: string): string {
  const real = ['1.2.250.1.213.1.4.8', '1.2.250.1.213.1.4.9'];
  return real.includes(oid) ? 'real' : oid;
}

function areStrictTraitsEqual(a: Comparable, b: Comparable): boolean {
  const samePlace = !a.birthPlaceCode || !b.birthPlaceCode || a.birthPlaceCode === b.birthPlaceCode;
  const sameSex = a.sex === b.sex && a.sex !== 'U';
  return a.birthName === b.birthName && a.firstName === b.firstName && isSameBirthDate(a, b) && sameSex && samePlace;
}

function isLikelySibling(a: Comparable, b: Comparable): boolean {
  return isSameBirthDate(a, b) && haveNearNames(a, b) && !haveCoherentFirstNames(a, b);
}

function strongReasons(a: Comparable, b: Comparable): TwinReason[] {
  const reasons: TwinReason[] = [];
  const [sameDate, coherent] = [isSameBirthDate(a, b), haveCoherentFirstNames(a, b)];
  if (sameDate && coherent && haveNearNames(a, b)) reasons.push('same_birth_date_near_name');
  else if (sameDate && coherent && soundAlike(a, b)) reasons.push('same_birth_date_sounding_name');
  if (coherent && shareName(a, b) && areDayAndMonthSwapped(a.birthDate, b.birthDate)) {
    reasons.push('swapped_day_and_month');
  }
  if (sameDate && coherent && isBirthNameUsedByOther(a, b)) reasons.push('birth_name_is_used_name');
  if (sameDate && areNamesSwapped(a, b)) reasons.push('swapped_names');
  return reasons;
}

function weakReasons(a: Comparable, b: Comparable): TwinReason[] {
  const reasons: TwinReason[] = [];
  const sameFirstName = a.firstName === b.firstName;
  if (sameFirstName && a.phone && a.phone === b.phone) reasons.push('same_phone_and_first_name');
  if (sameFirstName && a.email && a.email === b.email) reasons.push('same_email_and_first_name');
  const sameYear = a.birthDate !== null && a.birthDate.slice(0, 4) === b.birthDate?.slice(0, 4);
  if (sameYear && shareName(a, b) && haveCoherentFirstNames(a, b)) reasons.push('same_name_and_year');
  return reasons;
}

function isSameBirthDate(a: Comparable, b: Comparable): boolean {
  return a.birthDate !== null && a.birthDate === b.birthDate;
}

/** Whole first names in the same order: 'JEAN' agrees with 'JEAN CHRISTOPHE'; 'LOUIS' does not with 'LOUISE'. */
function haveCoherentFirstNames(a: Comparable, b: Comparable): boolean {
  const [x, y] = [`${a.firstName} `, `${b.firstName} `];
  return x.startsWith(y) || y.startsWith(x);
}

function namesOf(person: Comparable): string[] {
  return [person.birthName, person.usedName].map((name) => name.replaceAll(' ', ''));
}

/** Birth with birth or used with used; one under the other is a reason of its own. */
function haveNearNames(a: Comparable, b: Comparable): boolean {
  return namesOf(a).some((name, index) => isWithinOneEdit(name, namesOf(b)[index] ?? ''));
}

function soundAlike(a: Comparable, b: Comparable): boolean {
  return namesOf(a).some((name, index) => frenchPhonetic(name) === frenchPhonetic(namesOf(b)[index] ?? ''));
}

function shareName(a: Comparable, b: Comparable): boolean {
  return namesOf(a).some((name, index) => name === namesOf(b)[index]);
}

function isBirthNameUsedByOther(a: Comparable, b: Comparable): boolean {
  const crossed = (x: Comparable, y: Comparable) => x.birthName === y.usedName && y.usedName !== y.birthName;
  return crossed(a, b) || crossed(b, a);
}

function areNamesSwapped(a: Comparable, b: Comparable): boolean {
  const crossed = (x: Comparable, y: Comparable) =>
    [x.birthName, x.usedName].includes(y.firstName) && [y.birthName, y.usedName].includes(x.firstName);
  return crossed(a, b) && a.firstName !== b.firstName;
}

function areDayAndMonthSwapped(a: LocalDay | null, b: LocalDay | null): boolean {
  if (!a || !b || a === b) return false;
  return `${a.slice(0, 4)}-${a.slice(8, 10)}-${a.slice(5, 7)}` === b;
}
