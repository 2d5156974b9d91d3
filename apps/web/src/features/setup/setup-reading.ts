import type { Role } from '@pupitre/shared/access/roles';
import { normalisePhone } from '@pupitre/shared/fr/phone';
import { starterMotifs } from '@pupitre/shared/fr/starter-motifs';
import { finessIsValid, rppsIsValid, sirenIsValid } from '@pupitre/shared/identity/checks';
import { email as emailField } from '@pupitre/shared/members/member-fields';
import type { FoundingForm } from '@pupitre/shared/practices/founding.contract';
import { plainMotifRules } from '@pupitre/shared/practices/practice.contract';
import { territoryOf } from '@pupitre/shared/practices/territory';
import { readDay } from './hours-text';
import { seats, type TypedMotif, type TypedPractitioner, type TypedSetup } from './setup-draft';
import type { Step } from './steps';

export const faultCodes = [
  'missing',
  'postalCode',
  'phone',
  'finess',
  'rpps',
  'siren',
  'email',
  'emailTwice',
  'hours',
  'closed',
  'minutes',
  'nameTwice',
  'noPractitioner',
  'noMotif',
  'noMotifForHer',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** By the field's path: `practice.name`, `practitioners.<key>.rpps`, `week.<index>`, `motifs.<key>.minutes`. */
export type Faults = ReadonlyMap<string, FaultCode>;

export interface SetupReading {
  readonly faults: Faults;
  /** What is sent; null while something is at fault. */
  readonly form: FoundingForm | null;
}

const digits = (text: string) => text.replace(/[\s\u00a0\u202f.]/g, '');
const stepOf = {
  practice: 'cabinet',
  practitioners: 'praticiens',
  week: 'horaires',
  motifs: 'motifs',
  members: 'acces',
} as const;

/** The step a fault belongs to. */
export const stepOfFault = (path: string): Step => {
  const [part = '', , field] = path.split('.');
  if (field === 'week') return 'horaires';
  if (field === 'email') return 'acces';
  return stepOf[part as keyof typeof stepOf] ?? 'cabinet';
};

export const faultsOfStep = (faults: Faults, step: Step): Faults =>
  new Map([...faults].filter(([path]) => stepOfFault(path) === step));

/** Reads everything typed: each fault at its field, or the form to send. */
export function readSetup(typed: TypedSetup): SetupReading {
  const faults = new Map<string, FaultCode>();
  const check = (path: string, isFine: boolean, code: FaultCode) => {
    if (!isFine && !faults.has(path)) faults.set(path, code);
  };
  const practice = readPractice(typed, check);
  const practitioners = typed.practitioners.map((each) => readPractitioner(each, typed.week, check));
  check('practitioners', practitioners.length > 0, 'noPractitioner');
  readWeek('week', typed.week, check);
  check(
    'week',
    typed.practitioners.some(({ week }) => week !== null) || typed.week.some((day) => day.trim()),
    'closed',
  );
  const motifs = readMotifs(typed, check);
  const members = readMembers(typed, check);
  const ownSeat = typed.practitioners.findIndex(({ key }) => key === typed.ownSeat);
  const founder = { atTheDesk: typed.atTheDesk, seat: ownSeat === -1 ? null : ownSeat };
  return { faults, form: faults.size === 0 ? { practice, practitioners, motifs, founder, members } : null };
}

type Check = (path: string, isFine: boolean, code: FaultCode) => void;

function readPractice({ practice }: TypedSetup, check: Check): FoundingForm['practice'] {
  const territory = territoryOf(practice.postalCode.trim());
  for (const field of ['name', 'street', 'postalCode', 'city'] as const) {
    check(`practice.${field}`, practice[field].trim() !== '', 'missing');
  }
  const postalCode = digits(practice.postalCode);
  check('practice.postalCode', /^\d{5}$/.test(postalCode), 'postalCode');
  const phone = practice.phone.trim() ? normalisePhone(practice.phone, 'FR') : '';
  check('practice.phone', phone !== null, 'phone');
  const finess = digits(practice.finess).toUpperCase();
  check('practice.finess', finess === '' || finessIsValid(finess), 'finess');
  return {
    name: practice.name.trim(),
    street: practice.street.trim(),
    city: practice.city.trim(),
    postalCode,
    phone: phone ?? '',
    finess,
    zone: practice.zone || territory.zone,
    holidayZone: (practice.holidayZone || territory.holidayZone) as FoundingForm['practice']['holidayZone'],
    tariffZone: territory.tariffZone as FoundingForm['practice']['tariffZone'],
  };
}

function readPractitioner(
  { key, title, profession, ...typed }: TypedPractitioner,
  week: readonly string[],
  check: Check,
): FoundingForm['practitioners'][number] {
  const at = (field: string) => `practitioners.${key}.${field}`;
  const [rpps, siren] = [digits(typed.rpps), digits(typed.siren)];
  check(at('firstName'), typed.firstName.trim() !== '', 'missing');
  check(at('lastName'), typed.lastName.trim() !== '', 'missing');
  check(at('rpps'), rpps === '' || rppsIsValid(rpps), 'rpps');
  check(at('siren'), siren === '' || sirenIsValid(siren), 'siren');
  const hours = readWeek(at('week'), typed.week ?? week, typed.week ? check : () => undefined);
  return { title, profession, firstName: typed.firstName.trim(), lastName: typed.lastName.trim(), rpps, siren, hours };
}

function readWeek(path: string, week: readonly string[], check: Check) {
  return week.flatMap((text, index) => {
    const day = readDay(text);
    check(`${path}.${index}`, day !== null, 'hours');
    return (day ?? []).map(({ startMin, endMin }) => ({ isodow: index + 1, startMin, endMin }));
  });
}

function readMotifs({ motifs, practitioners }: TypedSetup, check: Check): FoundingForm['motifs'] {
  const kept = motifs.filter((motif) => motif.kept);
  check('motifs', kept.length > 0, 'noMotif');
  for (const { profession } of practitioners) {
    check(
      'motifs',
      kept.some((motif) => motif.profession === profession),
      'noMotifForHer',
    );
  }
  return kept.map((motif, index) => {
    const name = motif.name.trim();
    const minutes = Number(motif.minutes);
    check(`motifs.${motif.key}.name`, name !== '', 'missing');
    const isTaken = kept.slice(0, index).some((other) => other.name.trim() === name);
    check(`motifs.${motif.key}.name`, !isTaken, 'nameTwice');
    const isFine = Number.isInteger(minutes) && minutes >= 5 && minutes <= 480 && minutes % 5 === 0;
    check(`motifs.${motif.key}.minutes`, isFine, 'minutes');
    const held = practitioners.flatMap(({ profession }, seat) => (profession === motif.profession ? [seat] : []));
    return { ...looksOf(motif), name, minutes, seats: held };
  });
}

/** A starter's short name goes with its name; one's own is cut to what a card can show. */
function looksOf({ starter, name }: TypedMotif): Omit<FoundingForm['motifs'][number], 'name' | 'minutes' | 'seats'> {
  const found = starterMotifs.find((motif) => motif.name === starter);
  const shortName = found && found.name === name.trim() ? found.shortName : name.trim().slice(0, 14).trim();
  return {
    ...plainMotifRules,
    shortName,
    color: found?.color ?? 'consult',
    place: found?.place ?? 'practice',
    usualActs: [...(found?.usualActs ?? [])],
  };
}

function readMembers(typed: TypedSetup, check: Check): FoundingForm['members'] {
  const used = new Set<string>();
  const read = (path: string, text: string): string => {
    const address = emailField.safeParse(text);
    check(path, address.success, 'email');
    check(path, !address.success || !used.has(address.data), 'emailTwice');
    if (address.success) used.add(address.data);
    return address.data ?? '';
  };
  const doctors = typed.practitioners.flatMap((each, seat) => {
    if (!each.email.trim() || each.key === typed.ownSeat) return [];
    const displayName = `${each.firstName.trim()} ${each.lastName.trim().toLocaleUpperCase('fr')}`;
    const roles: Role[] = ['practitioner'];
    return [{ displayName, email: read(`practitioners.${each.key}.email`, each.email), roles, seat }];
  });
  const others = typed.members
    .filter(({ displayName, email }) => displayName.trim() || email.trim())
    .map(({ key, displayName, email, seat }) => {
      check(`members.${key}.displayName`, displayName.trim().length > 1, 'missing');
      check(`members.${key}.email`, email.trim() !== '', 'missing');
      const roles: Role[] = [...seats[seat]];
      return { displayName: displayName.trim(), email: read(`members.${key}.email`, email), roles, seat: null };
    });
  return [...doctors, ...others];
}
