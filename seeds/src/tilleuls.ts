import { isoWeekday, type LocalDay } from '@pupitre/shared/time/zone';
import { lilleNames } from './names.js';
import type { AbsenceShape, AccountShape, ColumnShape, PracticeShape, WeekHours } from './practice-shape.js';
import { lilleBirthplaces, lillePlaces, lilleStreets } from './streets.js';
import { tilleulsMotifs } from './tilleuls-motifs.js';

type Weekday = 1 | 2 | 3 | 4 | 5;

/** The maison de santé, its week laid out so that `day` has the hours of the pictures whatever weekday it is. */
export function tilleuls(day: LocalDay): PracticeShape {
  return {
    key: 'tilleuls',
    name: 'Maison de santé des Tilleuls',
    street: '14 allée des Tilleuls',
    postalCode: '59000',
    city: 'Lille',
    zone: 'Europe/Paris',
    holidayZone: 'FR',
    tariffZone: 'METRO',
    phone: '+33353011414',
    columns: columns(isoWeekday(day) as Weekday),
    motifs: tilleulsMotifs,
    absences: absences(isoWeekday(day)),
    accounts,
    patientCount: 400,
    ordinaryLoad: 0.25,
    names: lilleNames,
    places: lillePlaces,
    birthplaces: lilleBirthplaces,
    streets: lilleStreets,
    landline: 2,
  };
}

/** When a practice keeps room for who calls in the morning, and for who calls in the afternoon. */
const endsOfHalfDays = '11:30-12:00 17:00-17:30';

function columns(today: Weekday): ColumnShape[] {
  const practitioner = { kind: 'practitioner', title: 'dr' } as const;
  return [
    {
      ...practitioner,
      ...named('martin', 'Dr Hélène MARTIN', 'Dr MARTIN', 'Hélène', 'MARTIN', 'general_practitioner', 0.9),
      hours: {
        ...week('8:00-13:00 14:00-18:30', [[3, 4, '8:00-12:30']], today),
        6: '9:00-12:00',
      },
    },
    {
      ...practitioner,
      ...named('leroy', 'Dr Karim LEROY', 'Dr LEROY', 'Karim', 'LEROY', 'general_practitioner', 0.85),
      hours: week('8:30-12:30 13:30-18:00', [[5, 2, '8:30-12:30']], today),
      reserved: { 1: endsOfHalfDays, 4: endsOfHalfDays },
    },
    {
      ...practitioner,
      ...named('nguyen', 'Dr Sophie N’GUYEN', 'Dr N’GUYEN', 'Sophie', 'N’GUYEN', 'paediatrician', 0.85),
      hours: week('8:00-12:00 13:30-18:00', [[4, 3, '']], today),
      reserved: week(endsOfHalfDays, [], today),
    },
    {
      ...practitioner,
      title: 'none',
      ...named('nadir', 'Inès NADIR', 'Inès NADIR', 'Inès', 'NADIR', 'midwife', 0.75),
      hours: week('9:00-12:30 13:30-18:00', [[5, 3, '']], today),
    },
    {
      ...practitioner,
      title: 'none',
      ...named('roux', 'Paul ROUX', 'Paul ROUX', 'Paul', 'ROUX', 'physiotherapist', 0.85),
      hours: week('8:00-12:00 13:00-19:00', [], today),
    },
    {
      kind: 'room',
      title: 'dr',
      ...named('echo', 'Salle Écho', 'Salle Écho', 'Mathieu', 'PAYET', 'radiologist', 0.8),
      hours: week(
        '9:00-12:30 14:00-17:00',
        [
          [3, 3, ''],
          [5, 5, ''],
        ],
        today,
      ),
    },
  ];
}

function named(
  key: string,
  name: string,
  shortName: string,
  firstName: string,
  lastName: string,
  profession: ColumnShape['profession'],
  load: number,
) {
  return { key, name, shortName, firstName, lastName, profession, load };
}

/** Five ordinary days, then each exception on its weekday, or on the second one when the first is today. */
function week(hours: string, exceptions: readonly (readonly [Weekday, Weekday, string])[], today: Weekday): WeekHours {
  const days: Partial<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, string>> = { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours };
  for (const [wanted, otherwise, exception] of exceptions) {
    const weekday = wanted === today ? otherwise : wanted;
    if (weekday !== today) days[weekday] = exception;
  }
  return days;
}

const wholeDay = { fromMin: 0, toMin: 1440 } as const;

/** Weeks are counted from the Monday of the demo's week. */
function absences(today: number): AbsenceShape[] {
  const monday = (weeks: number) => weeks * 7 - (today - 1);
  const weekOff = (column: string, weeks: number, note = ''): AbsenceShape => ({
    column,
    fromDay: monday(weeks),
    toDay: monday(weeks) + 5,
    ...wholeDay,
    reason: 'leave',
    note,
  });
  const meeting = ['martin', 'leroy', 'nguyen', 'roux'].map(
    (column): AbsenceShape => ({
      column,
      fromDay: monday(1) + 3,
      toDay: monday(1) + 3,
      fromMin: 1020,
      toMin: 1140,
      reason: 'meeting',
      note: 'Réunion de la maison de santé',
    }),
  );
  return [
    { column: 'nadir', fromDay: 0, toDay: 0, fromMin: 750, toMin: 1140, reason: 'training', note: '' },
    ...meeting,
    weekOff('leroy', 2),
    { column: 'roux', fromDay: monday(3), toDay: monday(3) + 1, ...wholeDay, reason: 'training', note: '' },
    {
      column: 'nguyen',
      fromDay: monday(4) + 1,
      toDay: monday(4) + 1,
      fromMin: 780,
      toMin: 1140,
      reason: 'other',
      note: 'PMI',
    },
    weekOff('echo', 5),
    weekOff('martin', 7, 'Sans remplacement'),
    { column: 'leroy', fromDay: monday(-3) + 1, toDay: monday(-3) + 1, ...wholeDay, reason: 'sick', note: '' },
    weekOff('roux', -6),
    weekOff('nguyen', -9),
    weekOff('martin', -10),
    weekOff('nadir', -14),
  ];
}

export const remoteSecretary = {
  email: 'nora.haddad@telesec.demo',
  displayName: 'Nora HADDAD',
  initials: 'NH',
} as const;

const accounts: readonly AccountShape[] = [
  { email: 'lea.bernard@tilleuls.demo', displayName: 'Léa BERNARD', initials: 'LB', roles: ['secretary'] },
  {
    email: 'sonia.dubreuil@tilleuls.demo',
    displayName: 'Sonia DUBREUIL',
    initials: 'SD',
    roles: ['secretary', 'coordinator'],
  },
  {
    email: 'helene.martin@tilleuls.demo',
    displayName: 'Hélène MARTIN',
    initials: 'HM',
    roles: ['practitioner'],
    practitionerOf: 'martin',
  },
  { email: 'infirmiere@tilleuls.demo', displayName: 'Julie WATTEL', initials: 'JW', roles: ['nurse'] },
  { email: 'admin@tilleuls.demo', displayName: 'Catherine LEMOINE', initials: 'CL', roles: ['admin'] },
  { email: 'compta@tilleuls.demo', displayName: 'Olivier HERMANT', initials: 'OH', roles: ['accountant'] },
  { ...remoteSecretary, roles: ['remote_secretary'], lent: ['martin', 'leroy'] },
];
