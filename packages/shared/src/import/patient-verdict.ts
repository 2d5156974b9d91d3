import { ageOn } from '../identity/age.js';
import { fold } from '../patients/search-folding.js';
import { type TwinReason, type TwinScore, type TwinTraits, twinScore } from '../patients/twins.js';
import type { LocalDay } from '../time/zone.js';
import type { ImportReason } from './import.contract.js';
import type { ImportVerdict, LineReason } from './import-codes.js';
import type { PatientRow, RowTraits } from './patient-row.js';

/** A patient of the practice, as a line is compared with her and as it may complete her. */
export interface KnownPatient extends TwinTraits {
  readonly id: string;
  readonly birthDate: LocalDay;
  readonly phone: string | null;
  readonly email: string;
  readonly street: string;
  readonly postalCode: string;
  readonly communeCode: string | null;
  readonly headsUp: string;
  readonly teamNote: string;
  readonly usualPractitionerId: string | null;
  readonly complementaryName: string;
}

/** An earlier line of the same file that makes a patient, or may. */
export interface EarlierLine {
  readonly line: number;
  readonly traits: RowTraits;
}

/** Fields of a patient that a line fills: all of them were empty. */
export type Fills = Partial<
  Pick<
    RowTraits,
    | 'phone'
    | 'email'
    | 'street'
    | 'postalCode'
    | 'communeCode'
    | 'headsUp'
    | 'teamNote'
    | 'usualPractitionerId'
    | 'complementaryName'
  >
>;

export interface LineVerdict {
  readonly verdict: ImportVerdict;
  readonly reasons: readonly ImportReason[];
  readonly twinId: string | null;
  readonly twinLine: number | null;
  readonly fills: Fills;
}

const nothing = { twinId: null, twinLine: null, fills: {} };

/**
 * What a line that was read will do. The same person (strict traits, an unknown sex agreeing with any) completes her
 * file: empty fields are filled, filled ones are kept and said. A near twin, a date read with a doubt, or another line of
 * the file that says something else of the same person asks somebody. Weak likeness (siblings, a shared phone) does not.
 */
export function verdictOf(
  row: PatientRow,
  patients: readonly KnownPatient[],
  lines: readonly EarlierLine[],
  today: LocalDay,
): LineVerdict {
  const { traits } = row;
  if (!traits) return { verdict: 'refuse', reasons: row.reasons, ...nothing };
  const repeated = lines.find((each) => likeness(traits, each.traits).level === 'block');
  const same = patients.filter((each) => likeness(traits, each).level === 'block');
  const [patient] = same;
  if (same.length > 1) return doubt(row, [{ code: 'several_matches' }], { twinId: patient?.id ?? null, fills: {} });
  if (patient) return match(row, traits, patient, repeated);
  if (repeated) return repetition(row, traits, repeated);
  return nearOrNew(row, traits, patients, lines, today);
}

function match(
  row: PatientRow,
  traits: RowTraits,
  patient: KnownPatient,
  repeated: EarlierLine | undefined,
): LineVerdict {
  const { fills, kept } = completion(traits, patient);
  const repeats = repeated ? ([{ code: 'repeats_line', line: repeated.line }] as const) : [];
  const filled = repeated ? {} : fills;
  const said = Object.keys(filled).map((field) => ({ code: 'fills_fields', field }) as const);
  const keeps = kept.map((field) => ({ code: 'keeps_ours', field }) as const);
  const first: ImportReason[] = said.length > 0 ? said : [{ code: 'already_there' }];
  const notes = row.reasons.filter(({ code }) => code !== 'without_phone' && code !== 'sex_unknown');
  return {
    verdict: 'match',
    reasons: [...repeats, ...first, ...keeps, ...notes],
    twinId: patient.id,
    twinLine: repeated?.line ?? null,
    fills: filled,
  };
}

function repetition(row: PatientRow, traits: RowTraits, { line, traits: earlier }: EarlierLine): LineVerdict {
  const differing = (Object.keys(traits) as (keyof RowTraits)[]).filter((field) => traits[field] !== earlier[field]);
  if (differing.length === 0) {
    return { verdict: 'match', reasons: [{ code: 'repeats_line', line }], twinId: null, twinLine: line, fills: {} };
  }
  return doubt(
    row,
    differing.map((field) => ({ code: 'differs_from_line', line, field })),
    { twinLine: line },
  );
}

function nearOrNew(
  row: PatientRow,
  traits: RowTraits,
  patients: readonly KnownPatient[],
  lines: readonly EarlierLine[],
  today: LocalDay,
): LineVerdict {
  const patient = firstNear(traits, patients, (each) => each);
  if (patient) {
    const { fills } = completion(traits, patient.of);
    return doubt(row, [nearness('near_twin', patient.because)], { twinId: patient.of.id, fills });
  }
  const line = firstNear(traits, lines, (each) => each.traits);
  if (line)
    return doubt(row, [{ ...nearness('near_line', line.because), line: line.of.line }], { twinLine: line.of.line });
  if (row.doubt) return doubt(row, [], {});
  const years = ageOn(traits.birthDate, today)?.years ?? 0;
  const minor: ImportReason[] = years < 18 ? [{ code: 'minor', age: years }] : [];
  return { verdict: 'create', reasons: [{ code: 'new' }, ...minor, ...row.reasons], ...nothing };
}

function doubt(
  row: PatientRow,
  why: readonly ImportReason[],
  twin: { twinId?: string | null; twinLine?: number | null; fills?: Fills },
): LineVerdict {
  const read: ImportReason[] = row.doubt ? [{ code: row.doubt, value: row.shown.writtenBirthDate }] : [];
  const codes = new Set(why.map(({ code }) => code));
  const reasons = [...why, ...read.filter(({ code }) => !codes.has(code)), ...row.reasons];
  return { verdict: 'doubtful', reasons, ...nothing, ...twin };
}

/** Day and month exchanged is what a person checks first: it is said by its own name. */
function nearness(code: LineReason, because: readonly TwinReason[]): ImportReason {
  return because.includes('swapped_day_and_month')
    ? { code: 'day_month_swapped', because: [...because] }
    : { code, because: [...because] };
}

function firstNear<T>(
  traits: RowTraits,
  others: readonly T[],
  of: (other: T) => TwinTraits,
): { of: T; because: readonly TwinReason[] } | null {
  for (const other of others) {
    const { level, reasons } = likeness(traits, of(other));
    if (level === 'strong') return { of: other, because: reasons };
  }
  return null;
}

/** An unknown sex contradicts none: a file without that column would otherwise match nobody. */
function likeness(traits: RowTraits, other: TwinTraits): TwinScore {
  if (!mayBeNear(traits, other)) return { level: null, reasons: [] };
  const unknown = traits.sex === 'U' || other.sex === 'U';
  const sex = unknown ? 'F' : null;
  return twinScore(sex ? { ...traits, sex } : traits, sex ? { ...other, sex } : other);
}

interface FoldedNames {
  readonly first: string;
  readonly family: readonly string[];
}

const foldedNames = new WeakMap<TwinTraits, FoldedNames>();

function foldedNamesOf(traits: TwinTraits): FoldedNames {
  const known = foldedNames.get(traits);
  if (known) return known;
  const names = { first: fold(traits.firstName), family: [fold(traits.birthName), fold(traits.usedName)] };
  foldedNames.set(traits, names);
  return names;
}

/**
 * No likeness that asks somebody goes without first names that agree, or that stand where the family names should: the
 * score is only taken then. On a day that a software writes for want of one, it spares all but a few of the comparisons.
 */
function mayBeNear(a: TwinTraits, b: TwinTraits): boolean {
  const [one, two] = [foldedNamesOf(a), foldedNamesOf(b)];
  const agree = one.first.startsWith(two.first) || two.first.startsWith(one.first);
  return agree || (one.family.includes(two.first) && two.family.includes(one.first));
}

/** What stays empty in the practice is filled; the parts of an address are one thing. */
function completion(traits: RowTraits, known: KnownPatient): { fills: Fills; kept: (keyof Fills)[] } {
  const fills: Fills = {};
  const kept: (keyof Fills)[] = [];
  const compare = <F extends keyof Fills>(field: F, isEmpty: boolean) => {
    if (!traits[field] || traits[field] === known[field]) return;
    if (isEmpty) fills[field] = traits[field] as Fills[F];
    else kept.push(field);
  };
  compare('phone', known.phone === null);
  for (const field of ['email', 'headsUp', 'teamNote', 'usualPractitionerId', 'complementaryName'] as const) {
    compare(field, !known[field]);
  }
  const noAddress = !known.street && !known.postalCode && !known.communeCode;
  for (const field of ['street', 'postalCode', 'communeCode'] as const) compare(field, noAddress);
  return { fills, kept };
}
