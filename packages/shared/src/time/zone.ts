/** A calendar date of a site, 'YYYY-MM-DD', without zone. */
export type LocalDay = string;

/** What a clock on the wall of a site shows: a day and whole minutes from its midnight, 0..1440 (1440 = 24:00). */
export interface LocalTime {
  readonly day: LocalDay;
  readonly minutes: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const MINUTES_A_DAY = 1440;
const DAY_SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a date of the Gregorian calendar written 'YYYY-MM-DD', years 0100..9999 ('2026-02-29' is false). */
export function isRealDay(text: string): boolean {
  const parts = DAY_SHAPE.exec(text);
  if (!parts) return false;
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const made = new Date(Date.UTC(year, month - 1, date));
  return made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
}

/** The day `n` days later (earlier when negative). Calendar arithmetic only: no clock change can shift it. */
export function addDays(day: LocalDay, n: number): LocalDay {
  return dayOfUtc(utcOfDay(day) + n * DAY_MS);
}

/** Days from `a` to `b`: positive when `b` is later. */
export function daysBetween(a: LocalDay, b: LocalDay): number {
  return (utcOfDay(b) - utcOfDay(a)) / DAY_MS;
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function isoWeekday(day: LocalDay): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (new Date(utcOfDay(day)).getUTCDay() || 7) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** The date on the wall of `zone` at `now`. */
export function todayIn(zone: string, now: Date): LocalDay {
  return toLocal(now, zone).day;
}

/**
 * The instant at which the clock of `zone` shows `day` and `minutes`.
 * An hour that comes twice (autumn) is taken the first time; an hour that never comes (spring) gives null.
 * Both offsets around the day are tried, so the answer depends on the zone only, never on the process.
 * Throws RangeError on a day that does not exist, minutes outside 0..1440 or an unknown zone.
 */
export function toInstant(day: LocalDay, minutes: number, zone: string): Date | null {
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > 1440) {
    throw new RangeError(`minutes out of 0..1440: ${minutes}`);
  }
  const { startMs, change } = zoneDay(day, zone);
  // Midnight that ends the day belongs to the next one, which may skip it.
  if (!change && minutes < MINUTES_A_DAY) return new Date(startMs + minutes * MINUTE_MS);
  return instantByTables(day, minutes, zone);
}

/** The same answer from the zone's tables alone, whatever the day. */
function instantByTables(day: LocalDay, minutes: number, zone: string): Date | null {
  const wall = utcOfDay(day) + minutes * MINUTE_MS;
  const candidates = [wall - offsetMs(wall - DAY_MS, zone), wall - offsetMs(wall + DAY_MS, zone)];
  const real = candidates.filter((at) => at + offsetMs(at, zone) === wall);
  return real.length === 0 ? null : new Date(Math.min(...real));
}

/** What the clock of `zone` shows at `instant`; seconds are dropped, minutes are 0..1439. */
export function toLocal(instant: Date, zone: string): LocalTime {
  const at = instant.getTime();
  const utcDay = dayOfUtc(at);
  const { startMs, endMs } = zoneDay(utcDay, zone);
  const day = at < startMs ? addDays(utcDay, -1) : at < endMs ? utcDay : addDays(utcDay, 1);
  const own = zoneDay(day, zone);
  if (own.change) return localByTables(at, zone);
  return { day, minutes: Math.floor((at - own.startMs) / MINUTE_MS) };
}

function localByTables(at: number, zone: string): LocalTime {
  const wall = at + offsetMs(at, zone);
  const day = dayOfUtc(wall);
  return { day, minutes: Math.floor((wall - utcOfDay(day)) / MINUTE_MS) };
}

/**
 * First instant of `day` in `zone` and first instant of the next one: 23, 24 or 25 hours apart.
 * Where midnight is skipped by a clock change, the day begins at the change.
 */
export function dayBounds(day: LocalDay, zone: string): { start: Date; end: Date } {
  const { startMs, endMs } = zoneDay(day, zone);
  return { start: new Date(startMs), end: new Date(endMs) };
}

/**
 * When the offset of `zone` changes during `day`: the instant, and the minutes the clock shows just before and after.
 * `fromMin < toMin` in spring (the minutes between do not exist), `fromMin > toMin` in autumn (they come twice).
 */
export function clockChange(day: LocalDay, zone: string): ClockChange | null {
  return zoneDay(day, zone).change;
}

export interface ClockChange {
  readonly at: Date;
  readonly fromMin: number;
  readonly toMin: number;
}

/** What a zone makes of a day: its two ends in milliseconds, and the change of its clock, if any. */
interface ZoneDay {
  readonly startMs: number;
  readonly endMs: number;
  readonly change: ClockChange | null;
}

/** Reading the platform's tables costs a hundred times the arithmetic, and an agenda asks for the same days all day. */
const knownDays = new Map<string, ZoneDay>();
const knownDaysLimit = 5_000;

/** Rules go through the spans of one day, thousands of them: even making the key would be felt. */
let lastDay: (ZoneDay & { readonly day: LocalDay; readonly zone: string }) | null = null;

function zoneDay(day: LocalDay, zone: string): ZoneDay {
  if (lastDay?.day === day && lastDay.zone === zone) return lastDay;
  const key = `${day} ${zone}`;
  const known = knownDays.get(key) ?? readZoneDay(day, zone, key);
  lastDay = { ...known, day, zone };
  return known;
}

function readZoneDay(day: LocalDay, zone: string, key: string): ZoneDay {
  const startMs = startOfDay(day, zone).getTime();
  const endMs = startOfDay(addDays(day, 1), zone).getTime();
  const read = { startMs, endMs, change: changeBetween(day, zone, startMs, endMs) };
  if (knownDays.size >= knownDaysLimit) knownDays.clear();
  knownDays.set(key, read);
  return read;
}

function changeBetween(day: LocalDay, zone: string, startMs: number, endMs: number): ClockChange | null {
  const firstMin = localByTables(startMs, zone).minutes;
  if (firstMin > 0) return { at: new Date(startMs), fromMin: 0, toMin: firstMin };
  if (offsetMs(startMs, zone) === offsetMs(endMs - 1, zone)) return null;
  const at = offsetEdge(startMs, endMs - 1, zone);
  const walls = [at - 1, at].map((instant) => instant + offsetMs(instant, zone) - utcOfDay(day));
  return { at: new Date(at), fromMin: Math.ceil((walls[0] ?? 0) / MINUTE_MS), toMin: (walls[1] ?? 0) / MINUTE_MS };
}

function startOfDay(day: LocalDay, zone: string): Date {
  const midnight = instantByTables(day, 0, zone);
  if (midnight) return midnight;
  const wall = utcOfDay(day);
  return new Date(offsetEdge(wall - DAY_MS, wall + DAY_MS, zone));
}

/** First millisecond of (from, to] whose offset differs from that of `from`; the two ends must differ. */
function offsetEdge(from: number, to: number, zone: string): number {
  const before = offsetMs(from, zone);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMs(middle, zone) === before) low = middle;
    else high = middle;
  }
  return high;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds to add to UTC for the wall clock of `zone`, read from the platform's zone tables. */
function offsetMs(at: number, zone: string): number {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clocks.set(zone, clock);
  }
  const shown: Record<string, number> = {};
  for (const part of clock.formatToParts(at)) shown[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  const wholeSecond = Math.floor(at / 1000) * 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second) - wholeSecond;
}

/** A rule that looks at a year of days asks for each of them dozens of times. */
const knownMidnights = new Map<LocalDay, number>();

function utcOfDay(day: LocalDay): number {
  const known = knownMidnights.get(day);
  if (known !== undefined) return known;
  if (!isRealDay(day)) throw new RangeError(`not a calendar day: ${day}`);
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (knownMidnights.size >= knownDaysLimit) knownMidnights.clear();
  knownMidnights.set(day, midnight);
  return midnight;
}

function dayOfUtc(at: number): LocalDay {
  return new Date(at).toISOString().slice(0, 10);
}
