import type { Formats } from '@pupitre/shared/formats/formats';
import type { LocalDay } from '@pupitre/shared/time/zone';

/** « 12 mars 1962 »: a birth date in full, without the weekday nobody knows. */
export const birthDayLong = (formats: Formats, day: LocalDay): string => formats.dateLong(day).replace(/^\S+\s/u, '');
