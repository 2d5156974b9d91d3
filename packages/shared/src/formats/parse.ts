import { isRealDay, type LocalDay } from '../time/zone.js';

/**
 * Minutes from midnight of a time as typed at the desk: '10h15', '10:15', '10.15', '1015', '915', '10 h', '9'.
 * Null when it is no time of day ('25h', '10h75', 'midi').
 */
export function parseTime(text: string): number | null {
  const typed = text.toLowerCase().replace(/\s/g, '');
  const parts = /^(\d{1,2})(?:[h:.](\d{1,2})?)?$/.exec(typed) ?? /^(\d{1,2})(\d{2})$/.exec(typed);
  if (!parts) return null;
  const [hours, minutes] = [Number(parts[1]), Number(parts[2] ?? 0)];
  return hours <= 23 && minutes <= 59 ? hours * 60 + minutes : null;
}

/**
 * The day typed as '12/03/1962', '12-3-1962', '12 03 62', '120362', '12031962' or '1962-03-12'; null when no such day.
 * Two digits of year mean the last such year that is not after `today`: a birth date. For a day to come, say
 * 'near': the year stands within 80 years before and 19 years after today's.
 */
export function parseDateFr(text: string, today: LocalDay, sense: 'past' | 'near' = 'past'): LocalDay | null {
  const typed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts =
    /^(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d{4}|\d{2})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(typed);
  if (!parts) return null;
  const [date, month, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (parts[3]?.length === 4) return dayOf(year, month, date);
  const latest = sense === 'past' ? today : `${Number(today.slice(0, 4)) + 19}-12-31`;
  const century = Math.floor(Number(latest.slice(0, 4)) / 100) * 100;
  const candidates = [century, century - 100].map((hundreds) => dayOf(hundreds + year, month, date));
  return candidates.find((day) => day !== null && day <= latest) ?? null;
}

/**
 * Cents of an amount as typed: '20', '20,5', '20.50', '1 240,50 €', '1.240,50', '€1,240.50'. Null when it is no
 * amount, has a third decimal, is negative or passes 9 999 999,99 €.
 */
export function parseEuros(text: string): number | null {
  const typed = text.replace(/[\s€]/g, '');
  const parts =
    /^(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(typed) ??
    /^(\d{1,3}(?:\.\d{3})+),(\d{1,2})$/.exec(typed) ??
    /^(\d{1,3}(?:,\d{3})+)\.(\d{1,2})$/.exec(typed);
  if (!parts) return null;
  const euros = Number(parts[1]?.replace(/\D/g, ''));
  const cents = Number((parts[2] ?? '').padEnd(2, '0'));
  return euros <= 9_999_999 ? euros * 100 + cents : null;
}

function dayOf(year: number, month: number, date: number): LocalDay | null {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  const day = `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
  return isRealDay(day) ? day : null;
}
