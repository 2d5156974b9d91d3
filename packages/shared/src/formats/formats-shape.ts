import type { LocalDay } from '../time/zone.js';

export interface NamedPerson {
  /** Empty when the birth name is the name in use. */
  readonly usedName: string;
  readonly firstName: string;
  readonly birthName?: string;
}

/**
 * How one language writes times, dates, money and numbers. Days are 'YYYY-MM-DD', months 'YYYY-MM', minutes count
 * from local midnight (0..1440), money is integer cents. Day and month names come from the platform, never typed.
 */
export interface Formats {
  /** '10 h 15', '9 h 05', '14 h' · '10:15'. */
  timeOfMinutes(minutes: number): string;
  /** The same for an instant, on the clock of a zone. */
  timeOfInstant(instant: Date, zone: string): string;
  /** '8 h–12 h' · '08:00–12:00'. */
  timeRange(fromMinutes: number, toMinutes: number): string;
  /** 'lundi 2 mars 2026', 'dimanche 1er mars 2026' · 'Monday 2 March 2026'. */
  dateLong(day: LocalDay): string;
  /** 'lundi 2 mars' · 'Monday 2 March'. */
  dateMedium(day: LocalDay): string;
  /** '02/03/2026' in both. */
  dateShort(day: LocalDay): string;
  /** 'lun. 2 mars', 'lun. 14 sept.' · 'Mon 2 Mar'. */
  dateGrid(day: LocalDay): string;
  /** 'lundi' · 'Monday'. */
  weekday(day: LocalDay): string;
  /** '3 février' · '3 February'. */
  dateOfMonth(day: LocalDay): string;
  /** 'mars 2026' · 'March 2026'. */
  monthLong(month: string): string;
  /** '1 240,50 €' · '€1,240.50'; a minus sign (U+2212) when negative. */
  euros(cents: number): string;
  /** What a screen reader says: '13 euros et 28 centimes' · '13 euros and 28 cents'. */
  eurosAloud(cents: number): string;
  /** 12 → '12 %' · '12%'; at most one decimal. */
  percent(value: number): string;
  /** 1240 → '1 240' · '1,240'. */
  integer(value: number): string;
  /** '06 12 34 56 47' from E.164. */
  phone(e164: string): string;
  /** '06 •• •• •• 47'. */
  phoneMasked(e164: string): string;
  /** '12 min', '1 h 05', '2 h'. */
  minutesSpan(minutes: number): string;
  /** Minutes from now, negative in the past: 'dans 12 min', 'il y a 1 h 05', 'il y a 3 jours', 'maintenant'. */
  relativeDuration(minutes: number): string;
  /** '2 62 03 59 350 123 45' from 15 characters. */
  nir(nir: string): string;
  /** '2 62 03 •• ••• ••• ••'. */
  nirMasked(nir: string): string;
  /** 'DUPONT Marie'; the birth name when no other is used. */
  nameFull(person: NamedPerson): string;
  /** 'MD': first name, then name. */
  initials(person: NamedPerson): string;
  /** '63 ans', '4 mois' below two years, '12 jours' below one month; empty before the birth. */
  age(birthDate: LocalDay, day: LocalDay): string;
}
