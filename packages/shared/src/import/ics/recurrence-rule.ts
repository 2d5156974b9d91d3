import { type CalendarMoment, parseMoment } from './calendar-moment.js';

/** A weekday (ISO, 1 = Monday) and which one of the month or year: 1 the first, -1 the last, null every one. */
export interface RuleDay {
  readonly weekday: number;
  readonly nth: number | null;
}

/** A recurrence of days. Empty lists mean « not said »; lists are in no order. */
export interface RecurrenceRule {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly count: number | null;
  readonly until: CalendarMoment | null;
  readonly byMonth: readonly number[];
  readonly byWeekNo: readonly number[];
  readonly byYearDay: readonly number[];
  readonly byMonthDay: readonly number[];
  readonly byDay: readonly RuleDay[];
  readonly byHour: readonly number[];
  readonly byMinute: readonly number[];
  readonly bySetPos: readonly number[];
  readonly weekStart: number;
}

/** A rule that lists every day of a year is half as long. */
const longestRule = 4000;

export type RuleFault = 'recurrence_unreadable' | 'recurrence_too_frequent';

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * Reads an RRULE value (RFC 5545 §3.3.10). Rules by the hour, minute or second are `recurrence_too_frequent`: no
 * agenda of visits has them, and they are how a file makes a reader run for ever. A part that is unknown or out of
 * range makes the rule unreadable: guessing would put visits on wrong days.
 */
export function parseRecurrenceRule(text: string): RecurrenceRule | RuleFault {
  if (text.length > longestRule) return 'recurrence_unreadable';
  const parts = new Map<string, string>();
  for (const each of text.trim().toUpperCase().split(';')) {
    const [key = '', value = ''] = each.split('=').map((side) => side.trim());
    if (each.trim() !== '' && !key.startsWith('X-')) parts.set(key, value);
  }
  const freq = parts.get('FREQ') ?? '';
  if (['SECONDLY', 'MINUTELY', 'HOURLY'].includes(freq)) return 'recurrence_too_frequent';
  if (!isFrequency(freq)) return 'recurrence_unreadable';
  try {
    return { freq, ...readParts(parts) };
  } catch (error) {
    if (error instanceof RangeError) return 'recurrence_unreadable';
    throw error;
  }
}

function isFrequency(text: string): text is RecurrenceRule['freq'] {
  return ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(text);
}

function readParts(parts: Map<string, string>): Omit<RecurrenceRule, 'freq'> {
  const known =
    'FREQ INTERVAL COUNT UNTIL BYMONTH BYWEEKNO BYYEARDAY BYMONTHDAY BYDAY BYHOUR BYMINUTE BYSECOND BYSETPOS WKST';
  if ([...parts.keys()].some((key) => !known.split(' ').includes(key))) throw new RangeError('unknown part');
  const numbers = (key: string, most: number, least = -most) => [
    ...new Set((parts.get(key)?.split(',') ?? []).map((each) => wholeNumber(each, least, most))),
  ];
  const until = parts.has('UNTIL') ? parseMoment(parts.get('UNTIL') ?? '', null) : null;
  if (parts.has('UNTIL') && !until) throw new RangeError('unreadable end');
  return {
    interval: numbers('INTERVAL', 10_000, 1)[0] ?? 1,
    count: numbers('COUNT', 1_000_000, 1)[0] ?? null,
    until,
    byMonth: numbers('BYMONTH', 12, 1),
    byWeekNo: numbers('BYWEEKNO', 53),
    byYearDay: numbers('BYYEARDAY', 366),
    byMonthDay: numbers('BYMONTHDAY', 31),
    byDay: (parts.get('BYDAY')?.split(',') ?? []).map(ruleDay),
    byHour: numbers('BYHOUR', 23, 0),
    byMinute: numbers('BYMINUTE', 59, 0),
    bySetPos: numbers('BYSETPOS', 366),
    weekStart: parts.has('WKST') ? ruleDay(parts.get('WKST') ?? '').weekday : 1,
  };
}

function ruleDay(text: string): RuleDay {
  const parts = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(text.trim());
  if (!parts) throw new RangeError(`no weekday: ${text}`);
  return { nth: parts[1] ? wholeNumber(parts[1], -53, 53) : null, weekday: weekdays.indexOf(parts[2] ?? '') + 1 };
}

/** Zero means nothing where counting starts at one, from either end. */
function wholeNumber(text: string, least: number, most: number): number {
  const value = Number(text);
  const isCount = least !== 0;
  if (!/^[+-]?\d{1,7}$/.test(text.trim()) || value < least || value > most || (isCount && value === 0)) {
    throw new RangeError(`out of range: ${text}`);
  }
  return value;
}
