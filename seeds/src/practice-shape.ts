import type { Role } from '@pupitre/shared/access/roles';
import type { AbsenceReason } from '@pupitre/shared/planning/practice-day';
import type { HolidayZone } from '@pupitre/shared/planning/public-holidays';
import type { motifColors, professions } from '@pupitre/shared/practices/practice.contract';
import type { NamePool } from './names.js';
import type { Place } from './streets.js';

export type Profession = (typeof professions)[number];

/** Weekly hours by ISO weekday, `'8:00-12:30 14:00-18:00'`; a weekday without an entry is closed. */
export type WeekHours = Readonly<Partial<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, string>>>;

export interface ColumnShape {
  readonly key: string;
  readonly kind: 'practitioner' | 'room';
  readonly name: string;
  readonly shortName: string;
  readonly title: 'dr' | 'none';
  readonly firstName: string;
  readonly lastName: string;
  readonly profession: Profession;
  readonly hours: WeekHours;
  /** Which of them it keeps for emergencies. */
  readonly reserved?: WeekHours;
  /** Share of its open time that is booked on an ordinary day. */
  readonly load: number;
}

export interface MotifShape {
  readonly name: string;
  /** At most 14 letters: a card has no room for more. */
  readonly shortName: string;
  readonly minutes: number;
  readonly color: (typeof motifColors)[number];
  readonly place: 'practice' | 'home' | 'video';
  readonly columns: readonly string[];
  readonly acts: readonly string[];
  /** How often it is asked for; 0 keeps it for the days written by hand. */
  readonly weight: number;
  /** Whom it suits; everybody when absent. Ages in years. */
  readonly suits?: { readonly fromAge?: number; readonly toAge?: number; readonly sex?: 'F' | 'M' };
  readonly notes?: readonly string[];
  /** What the patient brings, and what the desk says to her. */
  readonly bring?: string;
  readonly say?: string;
}

export interface AbsenceShape {
  readonly column: string;
  /** Days from the demo's day, both included. */
  readonly fromDay: number;
  readonly toDay: number;
  readonly fromMin: number;
  readonly toMin: number;
  readonly reason: AbsenceReason;
  readonly note: string;
}

export interface AccountShape {
  readonly email: string;
  readonly displayName: string;
  readonly initials: string;
  readonly roles: readonly Role[];
  /** Column of the practitioner this person is. */
  readonly practitionerOf?: string;
  /** Columns lent to a remote secretary, until the end of next year. */
  readonly lent?: readonly string[];
}

export interface PracticeShape {
  readonly key: string;
  readonly name: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly zone: string;
  readonly holidayZone: HolidayZone;
  readonly tariffZone: 'METRO' | '974';
  readonly phone: string;
  readonly columns: readonly ColumnShape[];
  readonly motifs: readonly MotifShape[];
  readonly absences: readonly AbsenceShape[];
  readonly accounts: readonly AccountShape[];
  readonly patientCount: number;
  /** How full an ordinary month is, beside the column's own habit: few patients come seldom. */
  readonly ordinaryLoad: number;
  readonly names: readonly NamePool[];
  readonly places: readonly Place[];
  readonly birthplaces: readonly (readonly [string, number])[];
  readonly streets: readonly string[];
  /** Index of its fixed lines among the numbers kept for fiction. */
  readonly landline: number;
}
