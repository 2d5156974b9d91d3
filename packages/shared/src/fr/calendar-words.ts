import type { AbsenceReason } from '../planning/practice-day.js';

/** Words of the calendar a practitioner's telephone shows: French, whatever the language of the screen that made it. */
export const calendarWords = {
  calendarName: (column: string, practice: string) => `${column} · ${practice}`,
  visit: (initials: string, motif: string) => [initials, motif].filter(Boolean).join(' · '),
  meeting: 'Réunion',
} as const;

export const absenceWords: Readonly<Record<AbsenceReason, string>> = {
  leave: 'Congés',
  training: 'Formation',
  sick: 'Absence',
  meeting: 'Réunion',
  other: 'Absence',
  outside: 'Occupé',
};
