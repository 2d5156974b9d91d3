import { clockChange, dayBounds, type LocalDay, toLocal } from '../time/zone.js';
import type { Interval } from './interval.js';

const MINUTE_MS = 60_000;

/**
 * The minutes of `day` that [startsAt, endsAt) covers on the wall of `zone`, or null when it does not meet the day.
 * Instants are ISO strings. A minute begun counts whole.
 * When the doubled hour of autumn lies inside, the whole doubled hour is covered: a wall minute taken once is taken.
 */
export function localSpan(startsAt: string, endsAt: string, day: LocalDay, zone: string): Interval | null {
  const bounds = dayBounds(day, zone);
  const start = Math.max(Date.parse(startsAt), bounds.start.getTime());
  const end = Math.min(Date.parse(endsAt), bounds.end.getTime());
  if (!(start < end)) return null;
  const change = clockChange(day, zone);
  if (!change) {
    const minuteOf = (at: number) => (at - bounds.start.getTime()) / MINUTE_MS;
    return { startMin: Math.floor(minuteOf(start)), endMin: Math.ceil(minuteOf(end)) };
  }
  const startMin = start === bounds.start.getTime() ? 0 : toLocal(new Date(start), zone).minutes;
  const endMin = end === bounds.end.getTime() ? 1440 : toLocal(new Date(end - 1), zone).minutes + 1;
  if (change.fromMin < change.toMin || change.at.getTime() <= start || change.at.getTime() >= end) {
    return { startMin, endMin };
  }
  return { startMin: Math.min(startMin, change.toMin), endMin: Math.max(endMin, change.fromMin) };
}
