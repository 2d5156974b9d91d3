import { parseMoment } from './calendar-moment.js';
import type { ContentLine } from './content-line.js';
import { ruleMoments, type WallMoment } from './recurrence-days.js';
import { parseRecurrenceRule } from './recurrence-rule.js';

/** A VTIMEZONE block as read: what its STANDARD and DAYLIGHT parts say. */
export interface ZoneBlock {
  readonly id: string;
  /** IANA name some programs leave in the block, else empty. */
  readonly location: string;
  readonly observances: readonly (readonly ContentLine[])[];
}

interface Onset {
  readonly at: number;
  readonly offsetMin: number;
  readonly beforeMin: number;
}

const MINUTE_MS = 60_000;
/** Rules of zones that begin in 1601, as Outlook writes them, are read from here on. */
const firstYear = 1970;
const lastDay = '2099-12-31';

/**
 * Minutes to add to UTC at an instant, by the block's own rules; null when no part of it can be read. Before the first
 * change the offset it came from holds.
 */
export function offsetsOfBlock(block: ZoneBlock): ((at: number) => number) | null {
  const onsets = block.observances.flatMap(onsetsOf).sort((a, b) => a.at - b.at);
  const [first] = onsets;
  if (!first) return null;
  return (at) => {
    let [low, high] = [0, onsets.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((onsets[middle]?.at ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? first.beforeMin : (onsets[low - 1]?.offsetMin ?? 0);
  };
}

function onsetsOf(lines: readonly ContentLine[]): Onset[] {
  const textOf = (name: string) => lines.find((line) => line.name === name)?.value ?? '';
  const [beforeMin, offsetMin] = [offsetMinutes(textOf('TZOFFSETFROM')), offsetMinutes(textOf('TZOFFSETTO'))];
  const start = parseMoment(textOf('DTSTART').replace(/^\d{4}/, notBefore), null);
  if (beforeMin === null || offsetMin === null || !start) return [];
  const from = { day: start.day, minutes: start.minutes ?? 0 };
  const dates = lines
    .filter((line) => line.name === 'RDATE')
    .flatMap((line) => line.value.split(','))
    .flatMap((value) => parseMoment(value, null) ?? []);
  const written: WallMoment[] = [from, ...dates.map(({ day, minutes }) => ({ day, minutes: minutes ?? 0 }))];
  return [...written, ...recurring(textOf('RRULE'), from)].map(({ day, minutes }) => {
    const wall = Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE_MS;
    return { at: wall - beforeMin * MINUTE_MS, offsetMin, beforeMin };
  });
}

/** At most four hundred changes: two a year for two centuries. */
function recurring(text: string, from: WallMoment): WallMoment[] {
  const rule = text ? parseRecurrenceRule(text) : null;
  if (rule === null || typeof rule === 'string' || rule.freq !== 'YEARLY') return [];
  const moments: WallMoment[] = [];
  for (const moment of ruleMoments(rule, from, rule.until?.day ?? lastDay, { daysLeft: 50_000 })) {
    moments.push(moment);
    if (moments.length > 400) break;
  }
  return moments;
}

function notBefore(year: string): string {
  return String(Math.max(Number(year), firstYear));
}

function offsetMinutes(text: string): number | null {
  const parts = /^([+-])(\d{2}):?(\d{2})/.exec(text.trim());
  if (!parts) return null;
  const minutes = Number(parts[2]) * 60 + Number(parts[3]);
  return parts[1] === '-' ? -minutes : minutes;
}
