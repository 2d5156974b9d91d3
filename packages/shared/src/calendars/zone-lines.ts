import { addDays, clockChange, isoWeekday, type LocalDay, toLocal } from '../time/zone.js';

interface Change {
  readonly day: LocalDay;
  /** Minutes the clock shows just before. */
  readonly wallMin: number;
  /** Minutes ahead of UTC, before and after. */
  readonly fromMin: number;
  readonly toMin: number;
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
/** A rule is believed when so many years in a row follow it. */
const watchedYears = 3;
const zoneLinesOf = new Map<string, readonly string[]>();

/**
 * The VTIMEZONE block of a zone, right from `year` on for the years a feed shows: a yearly rule where the clock follows
 * one (« last Sunday of March »), else each change by its date. The platform's zone tables are the source.
 * Source of the format: RFC 5545 §3.6.5; Outlook reads the block and not the name of the zone.
 */
export function zoneLines(zone: string, year: number): readonly string[] {
  const key = `${zone} ${year}`;
  const known = zoneLinesOf.get(key);
  if (known) return known;
  const lines = ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances(zone, year), 'END:VTIMEZONE'];
  if (zoneLinesOf.size >= 200) zoneLinesOf.clear();
  zoneLinesOf.set(key, lines);
  return lines;
}

function observances(zone: string, year: number): string[] {
  const years = Array.from({ length: watchedYears }, (_, at) => changesOf(zone, year - 1 + at));
  const all = years.flat();
  if (all.length === 0) {
    const offset = offsetMinutes(new Date(Date.UTC(year, 0, 1)), zone);
    return observance({ day: '1970-01-01', wallMin: 0, fromMin: offset, toMin: offset }, null);
  }
  const [first = []] = years;
  const rules = first.map((_, at) => yearlyRule(years.map((changes) => changes[at])));
  const followsRules = years.every((changes) => changes.length === first.length) && rules.every(Boolean);
  if (!followsRules) return all.flatMap((change) => observance(change, null));
  return first.flatMap((change, at) => observance(change, rules[at] ?? null));
}

function observance(change: Change, rule: string | null): string[] {
  const part = change.toMin > change.fromMin ? 'DAYLIGHT' : 'STANDARD';
  const time = `${pad(Math.floor(change.wallMin / 60))}${pad(change.wallMin % 60)}00`;
  return [
    `BEGIN:${part}`,
    `DTSTART:${change.day.replaceAll('-', '')}T${time}`,
    `TZOFFSETFROM:${offsetText(change.fromMin)}`,
    `TZOFFSETTO:${offsetText(change.toMin)}`,
    ...(rule ? [`RRULE:${rule}`] : []),
    `END:${part}`,
  ];
}

/** The rule that these changes, one a year, all follow; null when they follow none. */
function yearlyRule(changes: readonly (Change | undefined)[]): string | null {
  const [first] = changes;
  if (!first) return null;
  const shape = (change: Change) =>
    [change.day.slice(5, 7), isoWeekday(change.day), change.wallMin, change.fromMin, change.toMin].join();
  if (changes.some((change) => !change || shape(change) !== shape(first))) return null;
  const days = changes.flatMap((change) => (change ? [change.day] : []));
  const weeks = new Set(days.map((day) => Math.ceil(Number(day.slice(8)) / 7)));
  const isLast = days.every((day) => addDays(day, 7).slice(5, 7) !== day.slice(5, 7));
  const [week] = weeks;
  const nth = isLast ? -1 : weeks.size === 1 ? week : null;
  if (!nth) return null;
  return `FREQ=YEARLY;BYMONTH=${Number(first.day.slice(5, 7))};BYDAY=${nth}${weekdays[isoWeekday(first.day) - 1]}`;
}

function changesOf(zone: string, year: number): Change[] {
  const changes: Change[] = [];
  for (let month = 1; month <= 12; month += 1) {
    const first = `${year}-${pad(month)}-01`;
    const next = month === 12 ? `${year + 1}-01-01` : `${year}-${pad(month + 1)}-01`;
    // A month that begins and ends on one offset has no change: its days need not be asked.
    if (offsetAtNoon(addDays(first, -1), zone) === offsetAtNoon(next, zone)) continue;
    for (let day = first; day < next; day = addDays(day, 1)) {
      const change = clockChange(day, zone);
      if (!change) continue;
      const fromMin = offsetMinutes(new Date(change.at.getTime() - 1), zone);
      changes.push({ day, wallMin: change.fromMin, fromMin, toMin: offsetMinutes(change.at, zone) });
    }
  }
  return changes;
}

function offsetAtNoon(day: LocalDay, zone: string): number {
  return offsetMinutes(new Date(`${day}T12:00:00Z`), zone);
}

function offsetMinutes(at: Date, zone: string): number {
  const { day, minutes } = toLocal(at, zone);
  return Math.round((Date.parse(`${day}T00:00:00Z`) - at.getTime()) / 60_000 + minutes);
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}${pad(size % 60)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
