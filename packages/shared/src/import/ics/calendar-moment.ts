import { isRealDay, type LocalDay } from '../../time/zone.js';
import type { ContentLine } from './content-line.js';

/** A date or a date with a time, as a calendar writes it. Seconds are dropped: an agenda has none. */
export interface CalendarMoment {
  readonly day: LocalDay;
  /** From midnight, 0..1440; null for a whole day. */
  readonly minutes: number | null;
  /** 'UTC', the TZID as written, or null when the clock on the wall is meant, wherever that wall stands. */
  readonly zoneId: string | null;
}

const shape = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2})(?::?(\d{2}))?(Z)?)?$/i;
/** Beyond these years a date is a slip, and a recurrence from there a trap. */
const [firstYear, lastYear] = ['1900', '2199'];

/** The moment a value says (`20260302`, `20260302T090000`, `20260302T080000Z`); null when there is no such moment. */
export function parseMoment(value: string, zoneId: string | null): CalendarMoment | null {
  const parts = shape.exec(value.trim());
  if (!parts) return null;
  const [, year = '', month, date, hour, minute, , utc] = parts;
  const day = `${year}-${month}-${date}`;
  if (year < firstYear || year > lastYear || !isRealDay(day)) return null;
  if (hour === undefined) return { day, minutes: null, zoneId: null };
  const minutes = Number(hour) * 60 + Number(minute);
  if (Number(minute) > 59 || minutes > 1440) return null;
  return { day, minutes, zoneId: utc ? 'UTC' : zoneId };
}

/** The moment of a DTSTART, DTEND or RECURRENCE-ID line. */
export function momentOf(line: ContentLine): CalendarMoment | null {
  return parseMoment(line.value, line.params.TZID ?? null);
}

/** Moments of an EXDATE or RDATE line; of a period (`start/end`) the start. Unreadable ones are left out. */
export function momentsOf(line: ContentLine): CalendarMoment[] {
  return line.value.split(',').flatMap((each) => parseMoment(each.split('/')[0] ?? '', line.params.TZID ?? null) ?? []);
}

/** Whole days and minutes of a DURATION (`PT30M`, `P1D`, `P1W`, `P1DT2H`); null when unreadable or negative. */
export function parseDuration(value: string): { readonly days: number; readonly minutes: number } | null {
  const parts = /^\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?$/i.exec(
    value.trim(),
  );
  if (!parts || value.trim().length < 3) return null;
  const [weeks, days, hours, minutes, seconds] = parts.slice(1).map((each) => Number(each ?? 0));
  return {
    days: (weeks ?? 0) * 7 + (days ?? 0),
    minutes: (hours ?? 0) * 60 + (minutes ?? 0) + Math.floor((seconds ?? 0) / 60),
  };
}
