import { publicHoliday } from '@pupitre/shared/planning/public-holidays';
import { addDays, isoWeekday, type LocalDay, toLocal } from '@pupitre/shared/time/zone';
import type pg from 'pg';
import { instant } from './world.js';

const zone = 'Europe/Paris';
/** 10 h 42: the hour of the pictures. */
const shownMin = 642;
const [opensMin, closesMin] = [480, 1140];

/** The first weekday from `day` on that is a public holiday in neither practice. */
export function nextOpenDay(day: LocalDay): LocalDay {
  const isOff = isoWeekday(day) > 5 || publicHoliday(day, 'FR') !== null || publicHoliday(day, 'FR-RE') !== null;
  return isOff ? nextOpenDay(addDays(day, 1)) : day;
}

/** What the demo's clock shows first on that day. */
export function shownInstant(day: LocalDay): Date {
  return instant(day, shownMin, zone);
}

/** The local day of PUPITRE_DEMO_DATE (a date, or an instant), else of today; moved to the next open day. */
export function demoDayOf(wanted: string | undefined, today: Date): LocalDay {
  if (!wanted) return nextOpenDay(toLocal(today, zone).day);
  if (/^\d{4}-\d{2}-\d{2}$/.test(wanted)) return nextOpenDay(wanted);
  const at = new Date(wanted);
  if (Number.isNaN(at.getTime())) throw new Error(`PUPITRE_DEMO_DATE is no date: ${wanted}`);
  return nextOpenDay(toLocal(at, zone).day);
}

export async function startDemoClock(client: pg.Client, day: LocalDay): Promise<void> {
  await client.query(
    `insert into app.installation (mode, demo_now, demo_set_at) values ('demo', $1, now())
     on conflict (only_row) do update set demo_now = excluded.demo_now, demo_set_at = excluded.demo_set_at`,
    [shownInstant(day)],
  );
}

/** Sets the demo's clock back to 10 h 42 of its day once it has left the opening hours of that day. */
export async function rewindDemoClock(client: pg.Client): Promise<boolean> {
  const found = await client.query<{ demo_now: Date; shown: Date }>(
    `select demo_now, demo_now + (now() - demo_set_at) as shown from app.installation where mode = 'demo'`,
  );
  const [clock] = found.rows;
  if (!clock?.demo_now) return false;
  const day = toLocal(clock.demo_now, zone).day;
  const shown = toLocal(clock.shown, zone);
  if (shown.day === day && shown.minutes >= opensMin && shown.minutes < closesMin) return false;
  await client.query('update app.installation set demo_set_at = now()');
  return true;
}
