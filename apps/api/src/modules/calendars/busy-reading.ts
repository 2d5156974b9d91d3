import { setImmediate as otherWork } from 'node:timers/promises';
import { type BusySpan, busySpansOf, mergeSpans } from '@pupitre/shared/calendars/busy-spans';
import type { CalendarEvent } from '@pupitre/shared/import/ics/calendar-event';
import { calendarIndex, indexEvent } from '@pupitre/shared/import/ics/calendar-index';
import { beginCalendar, endCalendar, readCalendarLine } from '@pupitre/shared/import/ics/calendar-reader';
import { zoneClocks } from '@pupitre/shared/import/ics/zone-clock';
import { addDays, todayIn } from '@pupitre/shared/time/zone';
import { IcsLines } from '../../platform/ics/ics-lines.js';

/** Days read: what the desk can book lies within. */
const [daysBack, daysAhead] = [1, 400];
/** Days looked at for all series of a calendar together, and events read of it: beyond, they are left. */
const mostDays = 400_000;
const mostEvents = 30_000;
/** Bytes and events between two looks at other work: the desks' process may be reading this. */
const bytesAtOnce = 64 * 1024;
const eventsAtOnce = 100;

export interface BusyReading {
  readonly spans: readonly BusySpan[];
  /** Events that could not be placed. */
  readonly eventsLeft: number;
}

/** When the calendar of these bytes is busy, from yesterday on; null when they are no calendar. */
export async function readBusy(bytes: Buffer, zone: string, now: Date): Promise<BusyReading | null> {
  const { events, zones, isCalendar, tooMany } = await readEvents(bytes);
  if (!isCalendar) return null;
  const index = calendarIndex();
  for (const event of events) indexEvent(index, event);
  const today = todayIn(zone, now);
  const question = {
    ...{ zone, index, fromDay: addDays(today, -daysBack), toDay: addDays(today, daysAhead) },
    clockOf: zoneClocks(zone, zones),
    budget: { daysLeft: mostDays },
  };
  const spans: BusySpan[] = [];
  let eventsLeft = tooMany;
  for (const [at, event] of events.entries()) {
    if (at % eventsAtOnce === 0) await otherWork();
    const found = busySpansOf(event, question);
    if (found) spans.push(...found);
    else eventsLeft += 1;
  }
  return { spans: mergeSpans(spans), eventsLeft };
}

async function readEvents(bytes: Buffer) {
  const lines = new IcsLines();
  const reading = beginCalendar();
  const events: CalendarEvent[] = [];
  let tooMany = 0;
  const keep = (event: CalendarEvent | null) => {
    if (event && events.length < mostEvents) events.push(event);
    else if (event) tooMany += 1;
  };
  for (let from = 0; from < bytes.length; from += bytesAtOnce) {
    for (const line of lines.push(bytes.subarray(from, from + bytesAtOnce))) keep(readCalendarLine(reading, line));
    await otherWork();
  }
  for (const line of lines.end()) keep(readCalendarLine(reading, line));
  keep(endCalendar(reading));
  return { events, zones: reading.zones, isCalendar: reading.isCalendar, tooMany };
}
